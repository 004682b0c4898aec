import { useEffect, useRef } from 'react';
import { IDLE_MS, ScanBurst, type Verdict } from './scan-burst';

interface ScanListenerProps {
  /** One of our 12-digit codes was read, with its check digit right. */
  onScan: (code: string) => void;
  /** Twelve scanned digits that are none of ours. They stay where they were typed. */
  onForeign?: (digits: string) => void;
  /** False while nobody may scan (locked). */
  enabled?: boolean;
}

type TextElement = HTMLInputElement | HTMLTextAreaElement;
const textElement = (target: EventTarget | null): TextElement | null =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : null;

/**
 * One listener for the whole window: no field needs the focus. A burst that proves to be a code is taken out of
 * whatever field it ran into, its Enter is swallowed, and a composition it interrupted is cancelled.
 */
export function ScanListener({ onScan, onForeign, enabled = true }: ScanListenerProps) {
  const latest = useRef({ onScan, onForeign });
  latest.current = { onScan, onForeign };
  useEffect(() => {
    if (!enabled) return;
    const burst = new ScanBurst();
    /** The field a burst ran into and its text from before. */
    let before: { element: TextElement; value: string } | null = null;
    let composedFrom: { element: TextElement; value: string } | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const act = (verdict: Verdict, event: KeyboardEvent | null) => {
      if (verdict.kind === 'code' || verdict.kind === 'repeat') {
        if (verdict.swallow && event) {
          event.preventDefault();
          event.stopImmediatePropagation();
        }
        if (before) putBack(before.element, before.value);
        if (verdict.kind === 'code') latest.current.onScan(verdict.code);
      } else if (verdict.kind === 'foreign') latest.current.onForeign?.(verdict.digits);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      clearTimeout(timer);
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const verdict = burst.key({ code: event.code, at: event.timeStamp });
      if (verdict.kind === 'first') {
        const element = textElement(event.target);
        if (event.isComposing && composedFrom?.element === element) before = composedFrom;
        else before = element ? { element, value: element.value } : null;
      }
      // Leaving the field is the one thing that ends a composition without picking a candidate.
      if (verdict.kind === 'burst' && event.isComposing && before) before.element.blur();
      act(verdict, event);
      if (burst.open) timer = setTimeout(() => act(burst.idle(event.timeStamp + IDLE_MS), null), IDLE_MS);
    };
    const onComposition = (event: CompositionEvent) => {
      const element = textElement(event.target);
      composedFrom = element ? { element, value: element.value } : null;
    };
    window.addEventListener('keydown', onKeyDown, true);
    window.addEventListener('compositionstart', onComposition, true);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', onKeyDown, true);
      window.removeEventListener('compositionstart', onComposition, true);
    };
  }, [enabled]);
  return null;
}

/** Writes a field's old text so that React notices, and gives it the focus back. */
function putBack(element: TextElement, value: string): void {
  if (!element.isConnected) return;
  const prototype =
    element instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  if (element.value !== value) {
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, value);
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }
  if (document.activeElement !== element) element.focus();
}
