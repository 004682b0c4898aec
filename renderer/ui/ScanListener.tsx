import { useEffect, useRef } from 'react';
import { IDLE_MS, ScanBurst, type Verdict } from './scan-burst';
import { restore, type Snapshot, snapshotOf, textElement, typeInto } from './scan-field';
import { charOf } from './scan-keys';
import { foreignIsWanted } from './scan-target';
import { isWatched, type SeenKey, tellWatchers } from './scan-watch';

interface ScanListenerProps {
  /** One of our 12-digit codes was read, with its check digit right. */
  onScan: (code: string) => void;
  /** A number of somebody else was read while no text field had the focus, or while a screen asks for such numbers. */
  onForeign?: (code: string) => void;
  /** False while nobody may scan (locked). */
  enabled?: boolean;
}

/**
 * One listener for the whole window: no field needs the focus (desk-practice.md §4 Scanner). A burst that proves to be a
 * code is taken out of whatever field it ran into, its Enter is swallowed, and a composition it interrupted is cancelled.
 * Numbers of others stay in the text field they were scanned into, as typed, unless an open screen wants them.
 */
export function ScanListener({ onScan, onForeign, enabled = true }: ScanListenerProps) {
  const latest = useRef({ onScan, onForeign });
  latest.current = { onScan, onForeign };
  useEffect(() => {
    if (!enabled) return;
    return listen({
      onScan: (code) => latest.current.onScan(code),
      onForeign: (code) => latest.current.onForeign?.(code),
    });
  }, [enabled]);
  return null;
}

function listen({ onScan, onForeign }: Required<Pick<ScanListenerProps, 'onScan' | 'onForeign'>>) {
  const burst = new ScanBurst();
  /** The fields as they were before each key that passed. */
  let before: (Snapshot | null)[] = [];
  /** Swallowed text that goes back to this field when no scan comes of it. */
  let held = '';
  let holder: Snapshot['element'] | null = null;
  let composed: Snapshot | null = null;
  let lastAt: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const giveBack = (left = false) => {
    const [field, text] = [holder, held];
    held = '';
    holder = null;
    if (field) typeInto(field, text, left);
  };
  /** Acts on a verdict; answers whether the key must still be swallowed. */
  const act = (verdict: Verdict): boolean => {
    const { read } = verdict;
    if (!read) return verdict.swallow;
    const into = before[read.from] ?? null;
    if (!read.own && into && !foreignIsWanted()) {
      giveBack();
      return false;
    }
    held = '';
    holder = null;
    if (into) restore(into, read.code);
    if (!read.again) (read.own ? onScan : onForeign)(read.code);
    return verdict.swallow;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    clearTimeout(timer);
    const composing = event.isComposing || event.keyCode === 229;
    const verdict = burst.key({
      code: event.code,
      key: composing ? 'Process' : event.key,
      shiftKey: event.shiftKey,
      at: event.timeStamp,
      repeat: event.repeat,
      command: event.ctrlKey || event.altKey || event.metaKey,
    });
    const element = textElement(event.target);
    if (verdict.release) giveBack();
    if (verdict.mark !== null) {
      if (verdict.mark === 0) before = [];
      // Once a composition was caught, its field goes back to before it, whatever candidate a digit picked.
      const caught = before.find((one) => one !== null && one === composed);
      before[verdict.mark] =
        caught ??
        (event.isComposing && composed?.element === element ? composed : element && snapshotOf(element));
    }
    // Leaving the field is the one thing that ends a composition without picking a candidate.
    if (verdict.machine && event.isComposing) element?.blur();
    const swallowed = act(verdict);
    if (swallowed) {
      event.preventDefault();
      event.stopImmediatePropagation();
      // What an input method owns has reached the field already: only what was really kept back is given back.
      if (verdict.machine && !composing) {
        holder ??= element ?? before.find((one) => one !== null)?.element ?? null;
        held += charOf(event) ?? '';
      }
    }
    if (isWatched()) tellWatchers(seenOf(event, lastAt, verdict, swallowed));
    lastAt = event.timeStamp;
    if (burst.open)
      timer = setTimeout(() => {
        const ended = burst.idle();
        if (ended.release) giveBack();
        act(ended);
      }, IDLE_MS);
  };
  const onComposition = (event: CompositionEvent) => {
    const element = textElement(event.target);
    composed = element ? snapshotOf(element) : null;
  };
  // A field that is left (a click, a form that moves on) is left with all that was typed into it.
  const onFocusOut = (event: FocusEvent) => {
    if (holder && event.target === holder) giveBack(true);
  };
  window.addEventListener('keydown', onKeyDown, true);
  window.addEventListener('focusout', onFocusOut, true);
  window.addEventListener('compositionstart', onComposition, true);
  return () => {
    clearTimeout(timer);
    window.removeEventListener('keydown', onKeyDown, true);
    window.removeEventListener('focusout', onFocusOut, true);
    window.removeEventListener('compositionstart', onComposition, true);
  };
}

function seenOf(event: KeyboardEvent, lastAt: number | null, { read }: Verdict, swallowed: boolean): SeenKey {
  const said = read ? (read.again ? 'repeat' : read.own ? 'code' : 'foreign') : null;
  return {
    key: event.key,
    code: event.code,
    keyCode: event.keyCode,
    gap: lastAt === null ? null : event.timeStamp - lastAt,
    isComposing: event.isComposing,
    verdict: said ?? (swallowed ? 'swallowed' : 'typed'),
  };
}
