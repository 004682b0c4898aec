import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { SecretField } from '../../ui/fields/SecretField';
import { JobProgress, newJob } from '../../ui/JobProgress';
import { ErrorLine } from '../../ui/refusal';
import { Entrance } from '../Entrance';

/** First start from a backup (S101): another computer, or damaged data. The app opens the office by itself when it stands. */
export function Adopt({ onBack }: { onBack: () => void }) {
  const { t } = useWords();
  const adopt = useCommand('backups.adopt');
  const [secret, setSecret] = useState('');
  const [job, setJob] = useState<string | null>(null);
  const go = async () => {
    const name = newJob('adopt');
    setJob(name);
    const result = await adopt.run({ job: name, secret });
    // Done: main opens the restored office and loads this page anew.
    if (!result?.ok || result.data === null) setJob(null);
  };
  return (
    <Entrance title={t('backups:adopt.title')} wide>
      <p>{t('backups:adopt.text')}</p>
      <SecretField
        label={t('backups:restore.secret')}
        kind="passphrase"
        value={secret}
        onChange={setSecret}
        autoFocus
      />
      {job && adopt.busy ? <JobProgress job={job} label={t('backups:adopt.running')} /> : null}
      <ErrorLine error={adopt.error} />
      <div className="row end">
        <Button variant="subtle" color="gray" disabled={job !== null} onClick={onBack}>
          {t('core:action.back')}
        </Button>
        <Button disabled={secret === '' || job !== null} onClick={() => void go()}>
          {t('backups:adopt.go')}
        </Button>
      </div>
    </Entrance>
  );
}
