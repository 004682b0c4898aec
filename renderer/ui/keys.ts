import type { KeyboardEvent as ReactKeyboardEvent } from 'react';

/** Keys as this desk reads them: nothing ever acts while an input method composes (desk-practice.md §4). */

type AnyKey = KeyboardEvent | ReactKeyboardEvent;
const native = (event: AnyKey): KeyboardEvent => ('nativeEvent' in event ? event.nativeEvent : event);

/** True while an input method owns the key: 229 is what Chromium sends for the key that ends a composition. */
export const isComposing = (event: AnyKey): boolean => {
  const key = native(event);
  return key.isComposing || key.keyCode === 229;
};

/** Ctrl on Windows and Linux, Command on a Mac. */
export const withCommand = (event: AnyKey): boolean => event.ctrlKey || event.metaKey;

/** True when the key lands in something that takes text, so single-letter shortcuts must keep away. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true;
  return (
    target instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'button', 'file', 'range'].includes(target.type)
  );
}

/** Fields and buttons in tab order: what Enter walks through. Of a group of radios only the chosen one, as with Tab. */
export function fieldsIn(root: HTMLElement): HTMLElement[] {
  const found = root.querySelectorAll<HTMLElement>('input, textarea, select, [data-field]');
  return [...found].filter(
    (el) =>
      !el.hasAttribute('disabled') &&
      el.tabIndex >= 0 &&
      el.getAttribute('type') !== 'hidden' &&
      !el.closest('[inert], [hidden]') &&
      !besideChosen(el),
  );
}

/** A radio that is not chosen while another of its group is: the arrow keys reach it. */
function besideChosen(el: HTMLElement): boolean {
  if (!(el instanceof HTMLInputElement) || el.type !== 'radio' || el.checked) return false;
  return Boolean(el.closest('[role="radiogroup"]')?.querySelector('input[type="radio"]:checked'));
}
