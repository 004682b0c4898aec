import { useCallback, useState } from 'react';
import { dayTyped } from '../ui/fields/DayField';
import { useRemembered } from '../ui/remembered';

/** Filter of a book as it stands on the screen: ticks, and days and text as typed. */
export interface BookFilter {
  /** One of the book's needs, e.g. `overdue`. */
  need: string | null;
  states: string[];
  /** Ticks of the book's own selects, by name: `{ categories: ['umbrella'] }`. */
  picks: Record<string, string[]>;
  from: string;
  to: string;
  person: string;
  search: string;
}

export const NO_FILTER: BookFilter = {
  need: null,
  states: [],
  picks: {},
  from: '',
  to: '',
  person: '',
  search: '',
};

/** Something is asked for: an empty list then says so instead of teaching. */
export const isFiltered = (filter: BookFilter): boolean =>
  [filter.need, filter.from, filter.to, filter.person, filter.search].some(Boolean) ||
  [filter.states, ...Object.values(filter.picks)].some((ticks) => ticks.length > 0);

/** Ticks and days are remembered for the person; names and search text never outlive the page (trust.md D5). */
export function useBookFilter(staffId: string, register: string): [BookFilter, (next: BookFilter) => void] {
  const [kept, keep] = useRemembered<Partial<BookFilter>>(staffId, `filter.${register}`, {});
  const [typed, setTyped] = useState({ person: '', search: '' });
  const set = useCallback(
    ({ person, search, ...choices }: BookFilter) => {
      keep(choices);
      setTyped({ person, search });
    },
    [keep],
  );
  return [{ ...NO_FILTER, ...kept, ...typed }, set];
}

/** Ticks that are among the known ones, as an operation takes them; null when nothing is ticked. */
export function ticked<T extends string>(
  ticks: readonly string[] | undefined,
  known: readonly T[],
): T[] | null {
  const found = known.filter((one) => ticks?.includes(one));
  return found.length > 0 ? found : null;
}

/** The need as an operation takes it; null when none or another book's is chosen. */
export const needOf = <T extends string>(filter: BookFilter, known: readonly T[]): T | null =>
  known.find((one) => one === filter.need) ?? null;

/** Days of the filter, read; null when empty. */
export const daysOf = (filter: BookFilter): { fromOn: string | null; toOn: string | null } => ({
  fromOn: dayTyped(filter.from),
  toOn: dayTyped(filter.to),
});

/** Typed text of the filter; null when empty. */
export const textsOf = (filter: BookFilter): { person: string | null; search: string | null } => ({
  person: filter.person.trim() || null,
  search: filter.search.trim() || null,
});
