/**
 * A field as it was before a scan ran into it, and the way back (desk-practice.md §4 Scanner). Changes go through the
 * browser's own editing where there is one, so that React notices and Ctrl+Z still knows what the clerk typed.
 */

export type TextElement = HTMLInputElement | HTMLTextAreaElement;

const NO_TEXT = ['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'range', 'color', 'image'];

/** The field a key lands in; null for buttons, lists and the page itself. */
export const textElement = (target: EventTarget | null): TextElement | null =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !NO_TEXT.includes(target.type))
    ? target
    : null;

export interface Snapshot {
  element: TextElement;
  value: string;
  /** Null where a field has no caret to ask for (numbers, days). */
  start: number | null;
  end: number | null;
  direction: 'forward' | 'backward' | 'none';
}

/** The field's text and caret now. */
export const snapshotOf = (element: TextElement): Snapshot => ({
  element,
  value: element.value,
  start: element.selectionStart,
  end: element.selectionEnd,
  direction: element.selectionDirection ?? 'none',
});

/**
 * Puts text and caret back as they were and gives the field the focus. `scanned`: what ran into it meanwhile, which Ctrl+Z
 * and Ctrl+Y pass over.
 */
export function restore(before: Snapshot, scanned: string | null = null): void {
  const { element, value, start, end, direction } = before;
  if (!element.isConnected) return;
  if (scanned !== null) passOver(before, scanned);
  if (document.activeElement !== element) element.focus({ preventScroll: true });
  const now = element.value;
  if (now !== value) {
    let head = 0;
    while (head < now.length && head < value.length && now[head] === value[head]) head += 1;
    let tail = 0;
    const most = Math.min(now.length, value.length) - head;
    while (tail < most && now[now.length - 1 - tail] === value[value.length - 1 - tail]) tail += 1;
    replace(element, head, now.length - tail, value.slice(head, value.length - tail));
    // A field that is written by its own rules (masks, lengths) may have answered with something else.
    if (element.value !== value) writeValue(element, value);
  }
  if (start !== null && end !== null) element.setSelectionRange(start, end, direction);
}

/** What a scan left in a field's undo history: texts nobody typed, each with the text before the scan. */
const leaks = new WeakMap<TextElement, Map<string, string>>();

function passOver({ element, value, start, end }: Snapshot, scanned: string): void {
  const known = leaks.get(element);
  const map = known ?? new Map<string, string>();
  const [head, tail] = [value.slice(0, start ?? value.length), value.slice(end ?? value.length)];
  for (let n = 1; n <= scanned.length; n += 1) map.set(head + scanned.slice(0, n) + tail, value);
  // An input method may have made something else of it.
  if (element.value !== value) map.set(element.value, value);
  if (known) return;
  leaks.set(element, map);
  element.addEventListener('input', (event) => {
    const type = event instanceof InputEvent ? event.inputType : '';
    if (type !== 'historyUndo' && type !== 'historyRedo') return;
    const on = type === 'historyUndo' ? 'undo' : 'redo';
    for (let last = ''; map.has(element.value) && element.value !== last; ) {
      last = element.value;
      document.execCommand(on);
    }
    // The history may end here: then the text from before the scan is the last one it knows.
    const before = map.get(element.value);
    if (before !== undefined) writeValue(element, before);
  });
}

/** Types text where the caret is, as the clerk would have. `left`: the field is being left and must not take the focus back. */
export function typeInto(element: TextElement, text: string, left = false): void {
  if (text === '' || !element.isConnected) return;
  const nowhere = document.activeElement === document.body || document.activeElement === null;
  if (nowhere && !left) element.focus({ preventScroll: true });
  if (document.activeElement === element && edit(text)) return;
  const start = element.selectionStart ?? element.value.length;
  const end = element.selectionEnd ?? start;
  const caret = start + text.length;
  writeValue(element, element.value.slice(0, start) + text + element.value.slice(end));
  if (element.selectionStart !== null) element.setSelectionRange(caret, caret);
}

function replace(element: TextElement, from: number, to: number, text: string): void {
  if (element.selectionStart === null) return;
  element.setSelectionRange(from, to);
  edit(text);
}

/** The browser's own editing command, which keeps the undo history; false where it did nothing (jsdom, read-only). */
function edit(text: string): boolean {
  if (typeof document.execCommand !== 'function') return false;
  return text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
}

/** Writes the value past React's own property, then says so, as typing would. */
function writeValue(element: TextElement, value: string): void {
  const prototype =
    element instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, value);
  element.dispatchEvent(new Event('input', { bubbles: true }));
}
