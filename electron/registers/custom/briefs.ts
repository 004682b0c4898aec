import type { OpName } from '../../../shared/api';
import type { Actor } from '../../../shared/registers/session';
import type { ReadDb } from '../../db/context';
import type { Brief } from '../search/brief';
import { bookBy, booksBy } from './books';
import { summaryOf } from './lines';
import { actsOn, entryOf, mainAct } from './load';

/** Lines by ids, unordered; unknown ids are left out. */
export async function customEntryBriefs(db: ReadDb, ids: readonly string[]): Promise<Brief[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('custom_entries').selectAll().where('id', 'in', ids).execute();
  const books = await booksBy(
    db,
    rows.map((row) => row.bookId),
  );
  return rows.map((row) => {
    const book = books.get(row.bookId);
    return {
      entryId: row.id,
      serialNo: row.serialNo,
      title: book?.zh ?? '',
      detail: summaryOf(book, row),
      state: row.state,
      at: row.at,
      next: book ? mainAct(row, book.flow) : null,
    };
  });
}

/** What this reader may do on a line now, the awaited act first. Errors: Refusal `notFound`. */
export async function customEntryActs(db: ReadDb, id: string, actor: Actor | null): Promise<OpName[]> {
  const row = await entryOf(db, id);
  return actsOn(row, await bookBy(db, row.bookId), actor);
}
