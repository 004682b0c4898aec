import { Button, Kbd } from '@mantine/core';
import { useRef } from 'react';
import { useKeys } from '../../book/use-keys';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { usePermit } from '../../ui/actor';
import { newJob } from '../../ui/JobProgress';
import { useNotices } from '../../ui/Notices';
import { errorSentence } from '../../ui/refusal';

interface EvacuationButtonProps {
  /** F9 prints while this page is shown. */
  hot?: boolean;
  small?: boolean;
}

/** 打印疏散清单: one key, straight to the printer. Nobody previews anything while the alarm rings. */
export function EvacuationButton({ hot, small }: EvacuationButtonProps) {
  const words = useWords();
  const { t, lang } = words;
  const place = useRef<HTMLButtonElement>(null);
  const notices = useNotices();
  const run = useCommand('prints.run');
  const print = async () => {
    const request = { form: 'evacuation' as const, lang };
    const done = await run.run({ request, to: 'printer', path: null, job: newJob('print') });
    if (!done) return;
    if (!done.ok) notices.say(errorSentence(done.error, words), true);
    else if (!done.data.cancelled) notices.say(t('core:print.printed', { pages: done.data.pages }));
  };
  useKeys(place, (event) => {
    if (!hot || event.key !== 'F9') return false;
    void print();
    return true;
  });
  return (
    <Button
      ref={place}
      variant="default"
      size={small ? 'compact-sm' : 'sm'}
      loading={run.busy}
      onClick={() => void print()}
    >
      {t('visits:screen.evacuation')}
      {hot ? (
        <Kbd size="xs" ml={6}>
          F9
        </Kbd>
      ) : null}
    </Button>
  );
}

/** On the Today board, for whoever may print it. */
export function TodayEvacuation() {
  return usePermit('visits.print') ? <EvacuationButton hot small /> : null;
}
