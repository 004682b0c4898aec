import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '../../../shared/api';
import { useWords } from '../../i18n';
import { useCommand, useOp } from '../../queries';
import { usePermit } from '../../ui/actor';
import { JobProgress, newJob } from '../../ui/JobProgress';
import { ErrorLine } from '../../ui/refusal';
import { When } from '../../ui/When';
import { BackupLog } from './BackupLog';
import { BackupRestore } from './BackupRestore';
import { BackupSetUp } from './BackupSetUp';

/** S101: how the office stands, a backup now, where they go, what was made, and the way back. */
export function BackupSection() {
  const { t } = useWords();
  const reads = usePermit('backups.read');
  const runs = usePermit('backups.run');
  const sets = usePermit('backups.setUp');
  const state = useOp('backups.state', {}, { enabled: reads });
  if (!state.data) return <p className="quiet">{t('core:loading')}</p>;
  return (
    <>
      <p className="quiet">{t('backups:intro')}</p>
      <Standing state={state.data} />
      {runs ? <MakeNow state={state.data} /> : null}
      {sets ? <BackupSetUp state={state.data} /> : null}
      {sets && state.data.ready ? <BackupRestore /> : null}
      <BackupLog />
    </>
  );
}

function Standing({ state }: { state: Output<'backups.state'> }) {
  const { t } = useWords();
  const { lastEncryptedAt, days, lastDrillAt, copies } = state;
  const newest = copies[0];
  return (
    <>
      {state.overdue ? (
        <p className="seal" role="alert">
          <span aria-hidden="true">▲</span> {t('backups:state.overdue', { days: state.everyDays })}
        </p>
      ) : null}
      {state.ready ? null : <p className="seal">{t('backups:state.notReady')}</p>}
      <dl className="facts">
        <dt>{t('backups:state.last')}</dt>
        <dd>
          {lastEncryptedAt === null ? (
            t('backups:state.never')
          ) : (
            <>
              <When at={lastEncryptedAt} /> <span className="quiet">{daysAgo(days ?? 0, t)}</span>
            </>
          )}
        </dd>
        <dt>{t('backups:state.drill')}</dt>
        <dd>{lastDrillAt === null ? t('backups:state.never') : <When at={lastDrillAt} />}</dd>
        <dt>{t('backups:state.copies')}</dt>
        <dd>
          {newest === undefined
            ? t('backups:state.noCopies')
            : t('backups:state.copyCount', { count: copies.length, day: newest })}
        </dd>
      </dl>
    </>
  );
}
const daysAgo = (days: number, t: ReturnType<typeof useWords>['t']): string =>
  days === 0 ? t('backups:state.sameDay') : t('backups:state.daysAgo', { count: days });

function MakeNow({ state }: { state: Output<'backups.state'> }) {
  const { t } = useWords();
  const make = useCommand('backups.make');
  const choose = useCommand('backups.chooseFolder');
  const [job, setJob] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const start = async (folder: string | null) => {
    const name = newJob('backup');
    setSaid('');
    setJob(name);
    const result = await make.run({ job: name, folder });
    setJob(null);
    if (result?.ok && result.data?.file)
      setSaid(
        t('backups:make.done', { file: result.data.file, size: ((result.data.bytes ?? 0) / 1e6).toFixed(1) }),
      );
  };
  const elsewhere = async () => {
    const result = await choose.run({});
    if (result?.ok && result.data) await start(result.data.folder);
  };
  return (
    <div className="stack">
      <div className="row">
        <Button
          disabled={!state.ready || make.busy}
          onClick={() => void (state.folder === null ? elsewhere() : start(null))}
        >
          {t('backups:make.now')}
        </Button>
        {state.folder === null ? null : (
          <Button variant="default" disabled={!state.ready || make.busy} onClick={() => void elsewhere()}>
            {t('backups:make.elsewhere')}
          </Button>
        )}
      </div>
      {job ? <JobProgress job={job} label={t('backups:make.running')} cancellable /> : null}
      <p role="status" className="backup-said">
        {said}
      </p>
      <ErrorLine error={make.error} />
    </div>
  );
}
