import { type CustomBookLine, hasValue } from '../../../shared/registers/custom-books.row';
import type { CustomEntry, CustomEntryLine } from '../../../shared/registers/custom-entries.row';
import { valueIn } from '../../../shared/registers/custom-values';
import type { Settings } from '../../../shared/registers/office';
import type { ReadDb } from '../../db/context';
import { marksOf } from '../../db/story';
import type { CustomEntriesTable } from '../../db/tables';
import { isLate } from '../../entries/load';
import { settingsOf } from '../office/settings';
import { booksBy } from './books';

/** Rows become lines here and nowhere else: the book's name, its first values in one line, seals left out. */

/** So many values say which line it is. */
const TOLD = 3;

/** The first values of a line as one text. */
export const summaryOf = (book: CustomBookLine | undefined, row: CustomEntry): string =>
  (book?.columns ?? [])
    .flatMap((column) => (hasValue(column) && !column.hidden ? [valueIn(column.kind, row[column.slot])] : []))
    .filter(Boolean)
    .slice(0, TOLD)
    .join(' · ');

/** Rows as lines, in the same order. `settings` may be handed in when many pages are read. */
export async function toLines(
  db: ReadDb,
  rows: readonly CustomEntriesTable[],
  settings?: Settings,
): Promise<CustomEntryLine[]> {
  if (rows.length === 0) return [];
  const { limits } = settings ?? (await settingsOf(db));
  const { strikes, copies } = await marksOf(
    db,
    'customEntries',
    rows.map((row) => row.id),
  );
  const books = await booksBy(
    db,
    rows.map((row) => row.bookId),
  );
  return rows.map(({ sealed: _, ...row }) => {
    const book = books.get(row.bookId);
    return {
      ...row,
      bookZh: book?.zh ?? '',
      bookEn: book?.en ?? null,
      summary: summaryOf(book, row),
      late: isLate(row.at, row.recordedAt, limits.lateEntryMinutes),
      copies: copies.get(row.id) ?? 0,
      strikes: strikes.get(row.id) ?? [],
    };
  });
}
