import { useCallback, useState } from 'react';
import type { Input } from '../../../shared/api';
import type { FoundItemFilter, FoundItemNeed } from '../../../shared/registers/found-items';
import type { FoundItemState } from '../../../shared/registers/found-items.row';
import type { LostReportState } from '../../../shared/registers/lost-reports';
import { dayTyped } from '../../ui/fields/DayField';
import { useRemembered } from '../../ui/remembered';

/** Filter of a book as it stands on the screen: ticks, and days and text as typed. */
export interface BookFilter {
  need: FoundItemNeed | null;
  states: string[];
  categories: string[];
  from: string;
  to: string;
  person: string;
  search: string;
}

export const NO_FILTER: BookFilter = {
  need: null,
  states: [],
  categories: [],
  from: '',
  to: '',
  person: '',
  search: '',
};

/** Ticks and days are remembered for the person; names and search text never outlive the page (trust.md D5). */
export function useBookFilter(staffId: string, book: string): [BookFilter, (next: BookFilter) => void] {
  const [kept, keep] = useRemembered<Partial<BookFilter>>(staffId, `filter.${book}`, {});
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

const some = <T>(list: readonly string[]): T[] | null => (list.length > 0 ? (list as unknown as T[]) : null);

/** The filter of the found-item register as its operations take it. */
export const itemFilter = (filter: BookFilter): FoundItemFilter => ({
  need: filter.need,
  states: some<FoundItemState>(filter.states),
  categories: some<string>(filter.categories),
  fromOn: dayTyped(filter.from),
  toOn: dayTyped(filter.to),
  person: filter.person.trim() || null,
  search: filter.search.trim() || null,
});

/** The filter of the lost reports as its operations take it. */
export const reportFilter = (filter: BookFilter): Input<'lostReports.list'>['filter'] => ({
  states: some<LostReportState>(filter.states),
  categories: some<string>(filter.categories),
  fromOn: dayTyped(filter.from),
  toOn: dayTyped(filter.to),
  search: filter.search.trim() || null,
});
