import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { JobProgress, newJob } from '../../ui/JobProgress';
import { ErrorLine } from '../../ui/refusal';
import { Entrance } from '../Entrance';
import { RecoveryCode } from '../sign-in/RecoveryCode';
import { Adopt } from './Adopt';
import { Wizard } from './Wizard';

interface FirstStartProps {
  /** An office exists now. */
  onDone: () => void;
}

/** First start: our own office in five short steps, or the demo office in one press. */
export function FirstStart({ onDone }: FirstStartProps) {
  const { t } = useWords();
  const [wizard, setWizard] = useState(false);
  const [adopting, setAdopting] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const demo = useCommand('office.setUpDemo');
  const [job, setJob] = useState<string | null>(null);
  if (code) return <RecoveryCode code={code} onDone={onDone} />;
  if (adopting) return <Adopt onBack={() => setAdopting(false)} />;
  if (wizard) return <Wizard onBack={() => setWizard(false)} onCode={setCode} />;
  const openDemo = async () => {
    const name = newJob('demo');
    setJob(name);
    const result = await demo.run({ job: name });
    setJob(null);
    if (result?.ok) onDone();
  };
  return (
    <Entrance title={t('core:setup.welcome')} wide>
      <p>{t('core:setup.intro')}</p>
      <div className="first-choice">
        <section>
          <h2>{t('core:setup.real')}</h2>
          <p className="quiet">{t('core:setup.realText')}</p>
          <Button disabled={demo.busy} autoFocus onClick={() => setWizard(true)}>
            {t('core:setup.real')}
          </Button>
        </section>
        <section>
          <h2>{t('core:setup.demo')}</h2>
          <p className="quiet">{t('core:setup.demoText')}</p>
          <Button variant="default" loading={demo.busy} onClick={() => void openDemo()}>
            {t('core:setup.demo')}
          </Button>
        </section>
        <section>
          <h2>{t('backups:adopt.title')}</h2>
          <p className="quiet">{t('backups:adopt.text')}</p>
          <Button variant="default" disabled={demo.busy} onClick={() => setAdopting(true)}>
            {t('backups:adopt.title')}
          </Button>
        </section>
      </div>
      <div role="status">{job ? <JobProgress job={job} label={t('core:setup.demoRunning')} /> : null}</div>
      <ErrorLine error={demo.error} />
    </Entrance>
  );
}
