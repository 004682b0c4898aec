import { type CustomBookLine, hasValue, PERSONAL_SLOTS } from '../../../shared/registers/custom-books.row';
import type { CustomEntry } from '../../../shared/registers/custom-entries.row';
import type { SearchIndex } from '../../db/search';

/** Whoever holds the index: a command's context, or the seed. */
interface Index {
  search: Pick<SearchIndex, 'put'>;
}

/** Kinds whose values somebody would look for. */
const SOUGHT = ['text', 'longText', 'person', 'place', 'choice'];

/** Writes the words of a line into the search index. */
export function indexEntry({ search }: Index, row: CustomEntry, book: CustomBookLine): void {
  const written = book.columns.filter(hasValue).filter(({ kind }) => SOUGHT.includes(kind));
  const isPersonal = (slot: string): boolean => PERSONAL_SLOTS.some((one) => one === slot);
  search.put('customEntries', row.id, row.at, {
    texts: [
      ...written.filter(({ slot }) => !isPersonal(slot)).map(({ slot }) => row[slot]),
      row.note,
      book.zh,
    ],
    names: written.filter(({ slot }) => isPersonal(slot)).map(({ slot }) => row[slot]),
    phones: [],
    codes: [row.serialNo, row.scanCode],
  });
}
