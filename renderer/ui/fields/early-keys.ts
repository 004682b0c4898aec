import { type KeyboardEvent, useEffect, useRef } from 'react';
import { isComposing, withCommand } from '../keys';

/**
 * A list field reads its highlighted line from the page, so keys that come before the list is there would be lost, and the
 * choice with them: a clerk types initials and Enter into a dialog that opened this moment, and the field stays empty.
 * What was pressed is remembered here and carried out as soon as the lines are known.
 */

/** What was asked for by Enter: the typed text and how many lines down the arrow went. */
interface Asked {
  typed: string;
  steps: number;
}

interface EarlyKeys<V> {
  /** The lines are known: nothing is still being asked for. */
  ready: boolean;
  /** The lines on the page answer an earlier text: none of them may be taken by Enter. */
  stale?: boolean;
  value: V;
  /** How the held value is written: unchanged text asks for nothing. */
  held: string;
  /** The value of the line `index` (from 0) of those that answer to `typed`. */
  lineAt: (typed: string, index: number) => V | undefined;
  take: (value: V) => void;
  /** What was asked for names no line after all. */
  missed?: () => void;
}

/** Handlers for the field's input. */
export function useEarlyKeys<V>({ ready, stale, value, held, lineAt, take, missed }: EarlyKeys<V>) {
  const steps = useRef(0);
  const awaited = useRef<(Asked & { before: V }) | null>(null);
  const taken = useRef(false);
  const refusing = useRef(false);
  const takeLine = ({ typed, steps: down }: Asked): boolean => {
    const line = lineAt(typed, Math.max(0, down - 1));
    if (line !== undefined) take(line);
    return line !== undefined;
  };
  useEffect(() => {
    const asked = awaited.current;
    if (!asked || !ready) return;
    awaited.current = null;
    // Chosen otherwise meanwhile: that counts.
    if (asked.before === value && !takeLine(asked)) missed?.();
  });
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event) || withCommand(event) || event.key === 'Tab') return;
    awaited.current = null;
    const list = listOf(event.currentTarget);
    if (event.key === 'ArrowDown' && !list?.querySelector('[data-combobox-option]')) steps.current += 1;
    if (event.key !== 'Enter') return;
    const asked = { typed: event.currentTarget.value, steps: steps.current };
    steps.current = 0;
    const wanted = asked.steps > 0 || (asked.typed.trim() !== '' && asked.typed !== held);
    const lit = list?.querySelector<HTMLElement>('[data-combobox-selected]');
    if (stale) {
      if (wanted) awaited.current = { ...asked, before: value };
      refusing.current = true;
      queueMicrotask(() => {
        refusing.current = false;
      });
      return;
    }
    if (lit) {
      // The list itself takes the highlighted line, but for one case: just opened, it forgets a moment later which line
      // is highlighted (Mantine's useCombobox looks for the chosen one by a timer), and the arrow may have come before.
      taken.current = false;
      queueMicrotask(() => {
        if (!taken.current) lit.click();
      });
      return;
    }
    if (wanted && !takeLine(asked) && !ready) awaited.current = { ...asked, before: value };
  };
  const onFocus = () => {
    steps.current = 0;
  };
  const onOptionSubmit = () => {
    taken.current = true;
  };
  return {
    handlers: { onKeyDown, onFocus, onOptionSubmit },
    /** Within the key that must not take a line: whatever the list chooses now does not count. */
    refuses: () => refusing.current,
    /** The focus is gone, the choice is still to come: the typed text stays. */
    awaits: () => awaited.current !== null,
  };
}

/** The list below this input, once it is on the page. */
function listOf(input: HTMLInputElement): HTMLElement | null {
  const id = input.getAttribute('aria-controls');
  return id ? document.getElementById(id) : null;
}
