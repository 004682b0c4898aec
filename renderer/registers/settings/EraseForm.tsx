import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Permit } from '../../../shared/roles';
import { useSecond } from '../../book/dialogs/use-second';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { FormFrame } from '../../ui/FormFrame';
import { JobProgress, newJob } from '../../ui/JobProgress';
import { useNotices } from '../../ui/Notices';
import { PinConfirm } from '../../ui/PinConfirm';

interface EraseFormProps {
  op: 'visits.erase' | 'retention.erase';
  /** The manager's. */
  permit: Permit;
  /** One sentence: what is gone for good and what stays. */
  why: string;
}

/** What is due goes, approved by the department manager's PIN, with its progress (trust.md C8). */
export function EraseForm({ op, permit, why }: EraseFormProps) {
  const { t } = useWords();
  const notices = useNotices();
  const erase = useCommand(op);
  const second = useSecond(erase.error);
  const [job, setJob] = useState<string | null>(null);
  const run = async () => {
    const name = newJob('erase');
    setJob(name);
    const done = await erase.run({ second: second.person, job: name });
    setJob(null);
    second.forgetPin();
    if (done?.ok) notices.say(t('visits:settings.erased', { n: done.data.erased }));
  };
  return (
    <FormFrame
      label={t('visits:settings.erase')}
      onSave={() => void run()}
      error={second.error}
      busy={erase.busy}
      bare
    >
      <p className="quiet small">{why}</p>
      <PinConfirm
        label={t('visits:settings.manager')}
        permit={permit}
        value={second.typed}
        onChange={second.set}
      />
      <Button color="red" data-save loading={erase.busy} onClick={() => void run()}>
        {t('visits:settings.erase')}
      </Button>
      {job ? <JobProgress job={job} label={t('visits:settings.erasing')} /> : null}
    </FormFrame>
  );
}
