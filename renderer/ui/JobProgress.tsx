import { Button, Progress } from '@mantine/core';
import { useState } from 'react';
import { client } from '../client';
import { useWords } from '../i18n';
import { useHostEvent } from '../queries';

interface JobProgressProps {
  /** The job's name as sent with the task; its `progress` events are drawn. */
  job: string;
  /** What is being done, in the reader's language. */
  label: string;
  /** Offers to stop at the next safe point. */
  cancellable?: boolean;
}

/** Far-along bar of a long task: never a frozen window, always a way out where there is one. */
export function JobProgress({ job, label, cancellable }: JobProgressProps) {
  const { t } = useWords();
  const [far, setFar] = useState({ done: 0, total: 0 });
  const [stopping, setStopping] = useState(false);
  useHostEvent('progress', (event) => {
    if (event.job === job) setFar({ done: event.done, total: event.total });
  });
  const percent = far.total > 0 ? Math.min(100, (far.done / far.total) * 100) : 0;
  return (
    <div className="job-progress">
      <div className="row apart">
        <span>{label}</span>
        <span className="number quiet">{far.total > 0 ? t('core:job.far', far) : ''}</span>
      </div>
      <Progress value={percent} animated={far.total === 0} aria-label={label} />
      {cancellable ? (
        <Button
          variant="subtle"
          color="gray"
          disabled={stopping}
          onClick={() => {
            setStopping(true);
            void client.prints.cancel({ job });
          }}
        >
          {stopping ? t('core:job.stopping') : t('core:action.cancel')}
        </Button>
      ) : null}
    </div>
  );
}

/** A fresh job name for a task that reports progress. */
export const newJob = (what: string): string => `${what}-${crypto.randomUUID().slice(0, 12)}`;
