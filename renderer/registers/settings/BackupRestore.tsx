import { Button } from '@mantine/core';
import { useState } from 'react';
import { dayTimeOf } from '../../../shared/dates';
import type { BackupSeen } from '../../../shared/registers/backups';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { usePermit } from '../../ui/actor';
import { Dialog } from '../../ui/Dialog';
import { SecretField } from '../../ui/fields/SecretField';
import { JobProgress, newJob } from '../../ui/JobProgress';
import { NO_SECOND, PinConfirm } from '../../ui/PinConfirm';
import { ErrorLine } from '../../ui/refusal';

/** A backup is looked at first; then tried out, or put in the office's place with a second person's yes. */
export function BackupRestore() {
  const { t } = useWords();
  const restores = usePermit('backups.restore');
  const look = useCommand('backups.look');
  const drill = useCommand('backups.drill');
  const [secret, setSecret] = useState('');
  const [seen, setSeen] = useState<BackupSeen | null>(null);
  const [job, setJob] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [asks, setAsks] = useState(false);
  const open = async () => {
    setSeen(null);
    setSaid('');
    const result = await look.run({ secret });
    if (result?.ok && result.data) setSeen(result.data);
  };
  const tryOut = async (file: string) => {
    const name = newJob('drill');
    setSaid('');
    setJob(name);
    const result = await drill.run({ job: name, file, secret });
    setJob(null);
    if (!result?.ok || !result.data) return;
    const problems = result.data.problems ?? 0;
    setSaid(
      problems === 0 ? t('backups:restore.drillOk') : t('backups:restore.drillBad', { count: problems }),
    );
  };
  return (
    <section className="stack">
      <h2>{t('backups:restore.title')}</h2>
      <p className="quiet">{t('backups:restore.intro')}</p>
      <div className="row fields-row">
        <div className="grow">
          <SecretField
            label={t('backups:restore.secret')}
            kind="passphrase"
            value={secret}
            onChange={setSecret}
          />
        </div>
        <Button
          variant="default"
          className="beside-field"
          disabled={secret === '' || look.busy || drill.busy}
          loading={look.busy}
          onClick={() => void open()}
        >
          {t('backups:restore.look')}
        </Button>
      </div>
      <ErrorLine error={look.error} />
      {seen ? (
        <>
          <SeenFacts seen={seen} />
          <div className="row">
            <Button disabled={drill.busy} onClick={() => void tryOut(seen.file)}>
              {t('backups:restore.drill')}
            </Button>
            {restores ? (
              <Button variant="outline" color="red" disabled={drill.busy} onClick={() => setAsks(true)}>
                {t('backups:restore.restore')}
              </Button>
            ) : null}
          </div>
        </>
      ) : null}
      {job ? <JobProgress job={job} label={t('backups:restore.drillRunning')} cancellable /> : null}
      <p role="status" className="backup-said">
        {said}
      </p>
      <ErrorLine error={drill.error} />
      {seen && asks ? <ConfirmRestore seen={seen} secret={secret} onClose={() => setAsks(false)} /> : null}
    </section>
  );
}

function SeenFacts({ seen }: { seen: BackupSeen }) {
  const { t } = useWords();
  const missing =
    seen.missing === null
      ? t('backups:restore.otherChain')
      : seen.missing === 0
        ? t('backups:restore.missingNone')
        : t('backups:restore.missingLines', { count: seen.missing });
  const facts: readonly (readonly [string, string])[] = [
    ['office', `${seen.office} · ${seen.name}`],
    ['madeAt', dayTimeOf(seen.madeAt)],
    ['lines', String(seen.lines)],
    ['photos', String(seen.photos)],
    ['missing', missing],
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name} className="facts-line">
          <dt>{t(`backups:restore.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface ConfirmRestoreProps {
  seen: BackupSeen;
  secret: string;
  onClose: () => void;
}
function ConfirmRestore({ seen, secret, onClose }: ConfirmRestoreProps) {
  const { t } = useWords();
  const restore = useCommand('backups.restore');
  const [second, setSecond] = useState(NO_SECOND);
  const [job, setJob] = useState<string | null>(null);
  const { staffId, pin } = second;
  const go = async () => {
    if (!staffId) return;
    const name = newJob('restore');
    setJob(name);
    await restore.run({ job: name, file: seen.file, secret, approval: { staffId, pin } });
    setJob(null);
  };
  return (
    <Dialog title={t('backups:restore.confirmTitle')} opened onClose={onClose} width={640}>
      <div className="stack">
        <p>{t('backups:restore.confirm', { when: dayTimeOf(seen.madeAt) })}</p>
        <PinConfirm
          label={t('backups:restore.approve')}
          permit="backups.approveRestore"
          value={second}
          onChange={setSecond}
        />
        {job ? <JobProgress job={job} label={t('backups:restore.running')} cancellable /> : null}
        <ErrorLine error={restore.error} />
        <div className="row end">
          <Button variant="subtle" color="gray" disabled={restore.busy} onClick={onClose}>
            {t('core:action.cancel')}
          </Button>
          <Button
            color="red"
            disabled={!staffId || pin === ''}
            loading={restore.busy}
            onClick={() => void go()}
          >
            {t('backups:restore.go')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
