import { useCallback, useState } from 'react';

/**
 * Small choices of one person at this workstation (widths, columns, ticked filters), kept in the page's storage.
 * Only choices: never typed text, never anything about a visitor or an item (trust.md D5).
 */
export function useRemembered<T>(staffId: string, name: string, initial: T): [T, (value: T) => void] {
  const key = `deskbook.${name}.${staffId}`;
  const [value, setValue] = useState<T>(() => {
    try {
      const text = localStorage.getItem(key);
      return text === null ? initial : (JSON.parse(text) as T);
    } catch {
      return initial;
    }
  });
  const set = useCallback(
    (next: T) => {
      setValue(next);
      localStorage.setItem(key, JSON.stringify(next));
    },
    [key],
  );
  return [value, set];
}
