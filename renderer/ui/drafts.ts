import { useCallback, useEffect, useState } from 'react';

/**
 * Unsaved text of the person who is on, in this page's memory only: never in storage, never shown to anybody else
 * (trust.md D4, D5). When people switch, main keeps it for its owner and the page is reloaded.
 */
let kept = new Map<string, string>();
/** Open forms by the name of their draft. */
const filled = new Map<string, Set<() => void>>();

export const drafts = {
  /** Everything, for handing over to main. */
  all: (): Record<string, string> => Object.fromEntries(kept),
  /** Takes the owner's drafts back after a switch. */
  restore: (given: Record<string, string>): void => {
    kept = new Map(Object.entries(given));
  },
  drop: (key: string): void => {
    kept.delete(key);
  },
  has: (key: string): boolean => kept.has(key),
  /** Fills a form from elsewhere: these values over whatever is typed there; an open form shows them at once. */
  put: (key: string, values: object): void => {
    const typed = kept.get(key);
    kept.set(key, JSON.stringify({ ...(typed ? (JSON.parse(typed) as object) : {}), ...values }));
    for (const tell of filled.get(key) ?? []) tell();
  },
};

export interface Draft<T> {
  values: T;
  /** Changes some fields and keeps them. */
  set: (part: Partial<T>) => void;
  /** Saved or thrown away: back to the given values (default: the first ones) and nothing kept. */
  clear: (values?: T) => void;
  /** True when the form opened with text kept from before. */
  found: boolean;
}

/** State of a form whose text survives Esc, a lock and a switch of people. `key` names the form and, if any, its entry. */
export function useDraft<T extends object>(key: string, initial: T): Draft<T> {
  const [first] = useState(initial);
  const [found] = useState(() => kept.has(key));
  const [values, setValues] = useState<T>(() => read(key, initial));
  useEffect(() => {
    const show = () => setValues(read(key, first));
    const open = filled.get(key) ?? new Set();
    filled.set(key, open.add(show));
    return () => {
      open.delete(show);
    };
  }, [key, first]);
  const set = useCallback(
    (part: Partial<T>) =>
      setValues((before) => {
        const after = { ...before, ...part };
        kept.set(key, JSON.stringify(after));
        return after;
      }),
    [key],
  );
  const clear = useCallback(
    (next?: T) => {
      kept.delete(key);
      setValues(next ?? first);
    },
    [key, first],
  );
  return { values, set, clear, found };
}

function read<T extends object>(key: string, initial: T): T {
  const text = kept.get(key);
  if (text === undefined) return initial;
  return { ...initial, ...(JSON.parse(text) as Partial<T>) };
}
