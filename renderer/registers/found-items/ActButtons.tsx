import { Button, Kbd } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useWords } from '../../i18n';
import { isTyping, withCommand } from '../../ui/keys';
import { useKeys } from './use-keys';

/** Letter of each act on the entry page, by physical key, so an input method that is on does not swallow it. */
const KEYS: Record<string, string> = {
  notifyPartyA: 'N',
  confirmQuantity: 'Q',
  countersign: 'S',
  handToPartyA: 'H',
  claim: 'C',
  refuseClaim: 'R',
  handToPolice: 'P',
  dispose: 'D',
  postNotice: 'G',
  unlink: 'U',
  archive: 'A',
  close: 'A',
  addPhotos: 'F',
  correct: 'E',
  void: 'X',
  unmask: 'M',
};
const GRAVE = ['void', 'dispose'];

/** Name of an act without its register. */
export const actOf = (op: string): string => op.split('.')[1] ?? op;

interface ActButtonsProps {
  /** Operations that may be done now, the one the entry waits for first. */
  ops: readonly string[];
  /** A dialog is open; when it closes the focus comes back here. */
  off: boolean;
  /** Operation that was asked for when the entry was opened; gets the focus instead of the first. */
  preselect: string | null;
  onAct: (act: string) => void;
}

/** What may be done next, each with its key. The first has the focus when the page opens, so Enter goes on. */
export function ActButtons({ ops, off, preselect, onAct }: ActButtonsProps) {
  const { t } = useWords();
  const place = useRef<HTMLFieldSetElement>(null);
  const chosen = preselect && ops.includes(preselect) ? preselect : ops[0];
  useEffect(() => {
    if (!off && chosen) place.current?.querySelector<HTMLElement>(`[data-op="${chosen}"]`)?.focus();
  }, [off, chosen]);

  useKeys(place, (event) => {
    if (isTyping(event.target) || withCommand(event) || event.altKey || event.shiftKey) return false;
    const op = ops.find((o) => event.code === `Key${KEYS[actOf(o)]}`);
    if (op) onAct(actOf(op));
    return op !== undefined;
  });

  return (
    <fieldset ref={place} className="acts" aria-label={t('found-items:screen.acts')}>
      {ops.map((op) => {
        const act = actOf(op);
        const grave = GRAVE.includes(act);
        return (
          <Button
            key={op}
            data-op={op}
            variant={op === ops[0] && !grave ? 'filled' : 'default'}
            {...(grave ? { c: 'red' } : {})}
            onClick={() => onAct(act)}
          >
            {t(`found-items:op.${op}`)} {KEYS[act] ? <Kbd size="xs">{KEYS[act]}</Kbd> : null}
          </Button>
        );
      })}
    </fieldset>
  );
}
