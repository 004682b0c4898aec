import { useEffect, useRef } from 'react';

/** Keys asked for elsewhere (the key's own page, a scan on another tab) that the issue form takes when it is on screen. */

let waiting: string[] = [];
const takers = new Set<() => void>();

/** Puts a key on the issue form: at once when it is on screen, else when it next is. */
export function takeForIssue(keyId: string): void {
  waiting = [...waiting.filter((id) => id !== keyId), keyId];
  for (const take of takers) take();
}

/** Hands the keys that wait to the form, now and later. */
export function useIssueBasket(take: (keyId: string) => void): void {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const empty = () => {
      const keys = waiting;
      waiting = [];
      for (const id of keys) latest.current(id);
    };
    empty();
    takers.add(empty);
    return () => {
      takers.delete(empty);
    };
  }, []);
}
