import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Verdict } from '../../shared/registers/journal';
import { useWords } from '../i18n';
import { useCommand } from '../queries';
import { Dialog } from '../ui/Dialog';
import { JobProgress, newJob } from '../ui/JobProgress';
import { ErrorLine } from '../ui/refusal';

interface VerifyDialogProps {
  opened: boolean;
  onClose: () => void;
}

/** The verifier from the menu: progress while it runs, then a verdict that names what it looks like and where. */
export function VerifyDialog({ opened, onClose }: VerifyDialogProps) {
  const { t } = useWords();
  const verify = useCommand('journal.verify');
  const [job, setJob] = useState<string | null>(null);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const start = async () => {
    const name = newJob('verify');
    setJob(name);
    setVerdict(null);
    const result = await verify.run({ job: name });
    setJob(null);
    if (result?.ok) setVerdict(result.data);
  };
  return (
    <Dialog title={t('core:verify.title')} opened={opened} onClose={onClose} width={760}>
      <div className="stack">
        <p className="quiet">{t('core:verify.text')}</p>
        {job ? <JobProgress job={job} label={t('core:verify.running')} /> : null}
        <ErrorLine error={verify.error} />
        {verdict ? <VerdictSheet verdict={verdict} /> : null}
        <div className="row end">
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('core:action.close')}
          </Button>
          <Button data-autofocus loading={verify.busy} onClick={() => void start()}>
            {t(verdict ? 'core:verify.again' : 'core:verify.start')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function VerdictSheet({ verdict }: { verdict: Verdict }) {
  const { t } = useWords();
  const { entries, journal, anchors, head } = verdict;
  return (
    <section className={verdict.ok ? 'verdict' : 'verdict bad'} role="status">
      <h2>
        <span aria-hidden="true">{verdict.ok ? '○' : '▲'}</span>{' '}
        {verdict.ok ? t('core:verify.ok') : t('core:verify.bad', { count: verdict.problems.length })}
      </h2>
      {verdict.ok ? null : <p>{t('core:verify.badText')}</p>}
      <p className="quiet number">
        {t('core:verify.facts', { entries, journal, anchors, seconds: (verdict.tookMs / 1000).toFixed(1) })}
      </p>
      <p className="quiet small number verdict-hash">
        {t('core:verify.head', { seq: head.seq, hash: head.hash.slice(0, 16) })}
      </p>
      {verdict.problems.length > 0 ? (
        <div className="verdict-list">
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{t('core:verify.where')}</th>
                <th scope="col">{t('core:verify.what')}</th>
                <th scope="col">{t('core:verify.detail')}</th>
              </tr>
            </thead>
            <tbody>
              {verdict.problems.map((problem) => (
                <tr key={`${problem.kind}-${problem.where}-${problem.detail}`}>
                  <td className="number">{problem.where}</td>
                  <td className="seal">{t(`core:verify.kind.${problem.kind}`)}</td>
                  <td className="quiet small">{problem.detail}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </section>
  );
}
