import { Button, Kbd } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useWords } from '../i18n';
import { takeChosen } from '../registers/open';
import { isTyping, withCommand } from '../ui/keys';
import { actOf, type Book, opLabel } from './book';
import { useKeys } from './use-keys';

/** Letters that mean the same on every entry page, by physical key, so an input method that is on does not swallow them. */
const COMMON_KEYS: Readonly<Record<string, string>> = {
  countersign: 'S',
  archive: 'A',
  close: 'A',
  addPhotos: 'F',
  correct: 'E',
  void: 'X',
  unmask: 'M',
};

interface ActButtonsProps {
  book: Book;
  /** Operations that may be done now, the one the entry waits for first. */
  ops: readonly string[];
  /** A dialog is open; when it closes the focus comes back here. */
  off: boolean;
  /** Operation that was asked for when the entry was opened; gets the focus instead of the first. */
  preselect: string | null;
  /** Gets the whole name of the operation. */
  onAct: (op: string) => void;
}

/** What may be done next, each with its key. The first has the focus when the page opens, so Enter goes on. */
export function ActButtons({ book, ops, off, preselect, onAct }: ActButtonsProps) {
  const { t } = useWords();
  const place = useRef<HTMLFieldSetElement>(null);
  const chosen = preselect && ops.includes(preselect) ? preselect : ops[0];
  const keyOf = (op: string): string | undefined => book.keys?.[actOf(op)] ?? COMMON_KEYS[actOf(op)];
  useEffect(() => {
    if (!off && chosen) place.current?.querySelector<HTMLElement>(`[data-op="${chosen}"]`)?.focus();
  }, [off, chosen]);

  // Chosen on the scanner's card: no second Enter (desk-practice.md §4 Scanner).
  useEffect(() => {
    if (!off && preselect && ops.includes(preselect) && takeChosen(preselect)) onAct(preselect);
  });

  useKeys(place, (event) => {
    if (isTyping(event.target) || withCommand(event) || event.altKey || event.shiftKey) return false;
    const op = ops.find((o) => event.code === `Key${keyOf(o)}`);
    if (op) onAct(op);
    return op !== undefined;
  });

  return (
    <fieldset ref={place} className="acts" aria-label={t('book:screen.acts')}>
      {ops.map((op) => {
        const grave = actOf(op) === 'void' || (book.grave ?? []).includes(actOf(op));
        const key = keyOf(op);
        return (
          <Button
            key={op}
            data-op={op}
            variant={op === ops[0] && !grave ? 'filled' : 'default'}
            {...(grave ? { c: 'red' } : {})}
            onClick={() => onAct(op)}
          >
            {t(opLabel(book, op))} {key ? <Kbd size="xs">{key}</Kbd> : null}
          </Button>
        );
      })}
    </fieldset>
  );
}
