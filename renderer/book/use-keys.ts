import { type RefObject, useEffect, useRef } from 'react';
import { isComposing } from '../ui/keys';

/**
 * Keys of a page that need no focus. They keep away while an input method composes, while a dialog or list is open, and
 * while the page is drawn but not shown (another tab, a locked desk). `onKey` answers true for a key it took.
 */
export function useKeys(
  place: RefObject<HTMLElement | null>,
  onKey: (event: KeyboardEvent) => boolean,
): void {
  const latest = useRef(onKey);
  latest.current = onKey;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event)) return;
      if (!place.current || place.current.closest('[hidden], [inert]')) return;
      if (document.querySelector('[role="dialog"]')) return;
      if (latest.current(event)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [place]);
}
