import { Button, Kbd } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useWords } from '../../i18n';
import { isComposing, isTyping, withCommand } from '../../ui/keys';

export interface CardAct {
  key: string;
  label: string;
  run: () => void;
}

interface CardActsProps {
  /** What Enter does; has the focus. */
  main: CardAct;
  /** Chosen by the digits 1 to 9. */
  others: readonly CardAct[];
  /** The digit 0. */
  open: CardAct | null;
  onClose: () => void;
}

/** A digit may be the first of the next scan: only when none follows within this time, in ms, a hand pressed it. */
const ALONE_MS = 60;

/** The acts of a scanned entry by keyboard alone: Enter, digits, Esc (the dialog's own). */
export function CardActs({ main, others, open, onClose }: CardActsProps) {
  const { t } = useWords();
  const latest = useRef({ others, open });
  latest.current = { others, open };
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let lastAt = Number.NEGATIVE_INFINITY;
    const onKeyDown = (event: KeyboardEvent) => {
      clearTimeout(timer);
      const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
      const alone = event.timeStamp - lastAt > ALONE_MS;
      lastAt = event.timeStamp;
      if (!digit || !alone || isComposing(event) || withCommand(event) || event.altKey || event.shiftKey)
        return;
      if (isTyping(event.target)) return;
      const act = digit === '0' ? latest.current.open : latest.current.others[Number(digit) - 1];
      if (act) timer = setTimeout(act.run, ALONE_MS);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
  return (
    <>
      {others.length > 0 || open ? (
        <div className="scan-others">
          {others.slice(0, 9).map((act, index) => (
            <Button
              key={act.key}
              variant="default"
              size="compact-md"
              leftSection={<Kbd>{index + 1}</Kbd>}
              onClick={act.run}
            >
              {act.label}
            </Button>
          ))}
          {open ? (
            <Button variant="default" size="compact-md" leftSection={<Kbd>0</Kbd>} onClick={open.run}>
              {open.label}
            </Button>
          ) : null}
        </div>
      ) : null}
      <div className="row end scan-main">
        {main.key === 'close' ? null : (
          <Button variant="subtle" color="gray" onClick={onClose} rightSection={<Kbd>Esc</Kbd>}>
            {t('scan:card.close')}
          </Button>
        )}
        <Button size="md" data-autofocus onClick={main.run} rightSection={<Kbd>Enter</Kbd>}>
          {main.label}
        </Button>
      </div>
    </>
  );
}
