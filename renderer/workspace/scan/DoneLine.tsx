import { Button, Kbd } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { OpError } from '../../../shared/result';
import { useWords } from '../../i18n';
import type { InstantDone } from '../../registers/scan-act';
import { isComposing, isTyping, withCommand } from '../../ui/keys';
import { UNDO_MS } from '../../ui/Notices';
import { ErrorLine } from '../../ui/refusal';

interface DoneLineProps {
  done: InstantDone;
  onClose: () => void;
}

/** What the scan did by itself, with five seconds to take it back; then the card goes by itself. */
export function DoneLine({ done, onClose }: DoneLineProps) {
  const { t } = useWords();
  const [stage, setStage] = useState<'done' | 'undoing' | 'undone'>('done');
  const [error, setError] = useState<OpError | null>(null);
  const latest = useRef(onClose);
  latest.current = onClose;
  const { undo } = done;
  const takeBack = async () => {
    if (!undo || stage !== 'done') return;
    setStage('undoing');
    const result = await undo();
    if (!result.ok) setError(result.error);
    setStage(result.ok ? 'undone' : 'done');
  };
  const press = useRef(takeBack);
  press.current = takeBack;
  useEffect(() => {
    if (stage === 'undoing' || error) return;
    const timer = setTimeout(() => latest.current(), UNDO_MS);
    return () => clearTimeout(timer);
  }, [stage, error]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.code !== 'KeyZ' || isComposing(event) || event.altKey) return;
      if (isTyping(event.target) && !withCommand(event)) return;
      event.preventDefault();
      void press.current();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <div className="scan-done row apart" role="status">
      <p>{stage === 'undone' ? t('scan:card.undone') : done.said}</p>
      {undo && stage === 'done' ? (
        <Button variant="light" onClick={() => void takeBack()} rightSection={<Kbd>Z</Kbd>}>
          {t('core:action.undo')}
        </Button>
      ) : null}
      <ErrorLine error={error} />
    </div>
  );
}
