import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
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
  if (code) return <RecoveryCode code={code} onDone={onDone} />;
  if (adopting) return <Adopt onBack={() => setAdopting(false)} />;
  if (wizard) return <Wizard onBack={() => setWizard(false)} onCode={setCode} />;
  const openDemo = async () => {
    const result = await demo.run({});
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
      <p role="status" className="quiet">
        {demo.busy ? t('core:setup.demoRunning') : ''}
      </p>
      <ErrorLine error={demo.error} />
    </Entrance>
  );
}
