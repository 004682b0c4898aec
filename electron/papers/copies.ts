import { sql } from 'kysely';
import { addMonths } from '../../shared/dates';
import { bookId, type FormNumber } from '../../shared/print/forms';
import type { BookForm } from '../../shared/print/page-code';
import type { YearSpan } from '../../shared/print/paginate';
import { SHEETS } from '../../shared/print/sheet';
import type { BoundPage } from '../../shared/registers/month-bindings.row';
import type { ReadDb } from '../db/context';
import { registerOf } from './paper';

/**
 * What was printed before, read from the journal's PRINT lines. A slip, a label or a single notice is noted on its entry,
 * a month book on `bookId(form, month)`; `facts.form` tells the forms of one entry apart.
 */

/** What a PRINT line says about the paper. Page numbers are those that continue over the year. */
export interface PrintFacts {
  form: FormNumber;
  copy: number;
  pages: number;
  pageFrom: number;
  pageTo: number;
  to: 'printer' | 'pdf';
  chainMark: string;
  lang: string;
}

const printLines = (db: ReadDb, form: FormNumber) =>
  db.selectFrom('journal').where('register', '=', registerOf(form)).where('kind', '=', 'PRINT');

/** The number the next copy of a form bears: 1 is the original (domain.md §6.1: a reprint carries 补打第n次). */
export async function copyNo(db: ReadDb, form: FormNumber, ref: string): Promise<number> {
  return (await copyNos(db, form, [ref])).get(ref) as number;
}

/** `copyNo` of many at once; `refs` at most a few hundred. */
export async function copyNos(
  db: ReadDb,
  form: FormNumber,
  refs: readonly string[],
): Promise<Map<string, number>> {
  const rows =
    refs.length === 0
      ? []
      : await printLines(db, form)
          .where('entryId', 'in', refs)
          .where(sql<string>`json_extract(change, '$.form')`, '=', form)
          .select((eb) => ['entryId', eb.fn.countAll<number>().as('n')])
          .groupBy('entryId')
          .execute();
  const copies = new Map(refs.map((ref) => [ref, 1]));
  for (const row of rows) copies.set(row.entryId, row.n + 1);
  return copies;
}

/** Lines a book's month has. */
export type LineCount = (db: ReadDb, month: string) => Promise<number>;

/** Numbers of a register's month are gap-free, so the last one is the count. */
export const numbersGiven =
  (form: BookForm): LineCount =>
  async (db, month) => {
    const row = await db
      .selectFrom('serials')
      .where('register', '=', registerOf(form))
      .where('month', '=', month)
      .select('last')
      .executeTakeFirst();
    return row?.last ?? 0;
  };

/**
 * Where a month's pages stand in the year (domain.md §6.1: numbers continue, printed pages are remembered). A month printed
 * before keeps its numbers, so the signed page matches; others follow the last remembered page, and months between that
 * were never printed count as many pages as their lines need at least. `own`: one of the office's own books.
 */
export async function yearSpan(
  db: ReadDb,
  form: BookForm,
  month: string,
  countOf: LineCount = numbersGiven(form),
  own: string | null = null,
): Promise<YearSpan> {
  const year = month.slice(0, 4);
  const printed = await printedPages(db, form, year, own);
  const before = printed.get(month);
  let end = 0;
  for (let m = `${year}-01`; m < month; m = addMonths(m, 1)) {
    const range = printed.get(m);
    if (range) end = Math.max(end, range.to);
    else end += Math.ceil((await countOf(db, m)) / SHEETS[form].maxRows);
  }
  let limit: number | null = null;
  for (const [other, range] of printed) {
    if (other > month) limit = Math.min(limit ?? range.from, range.from);
  }
  return { start: before?.from ?? end + 1, limit };
}

const boundPages = (db: ReadDb, form: FormNumber, year: string) =>
  db
    .selectFrom('month_bindings')
    .select(['month', 'pages'])
    .where('form', '=', form)
    .where('month', '>=', `${year}-01`)
    .where('month', '<=', `${year}-12`)
    .execute();

/** First and last page number of each month of a year that was printed or bound. */
async function printedPages(
  db: ReadDb,
  form: FormNumber,
  year: string,
  own: string | null,
): Promise<Map<string, { from: number; to: number }>> {
  const rows = await printLines(db, form)
    .where('entryId', '>=', bookId(form, `${year}-01`, own))
    .where('entryId', '<=', bookId(form, `${year}-12`, own))
    .orderBy('seq')
    .select(['entryId', 'change'])
    .execute();
  const pages = new Map<string, { from: number; to: number }>();
  // A bound month has its numbers for good, printed or not.
  const bound = own === null ? await boundPages(db, form, year) : [];
  for (const { month, pages: list } of bound) {
    const numbers = (JSON.parse(list) as BoundPage[]).map(({ no }) => no);
    pages.set(month, { from: Math.min(...numbers), to: Math.max(...numbers) });
  }
  for (const row of rows) {
    const facts = JSON.parse(row.change) as PrintFacts;
    const month = row.entryId.slice(-7);
    const before = pages.get(month);
    pages.set(month, { from: before?.from ?? facts.pageFrom, to: Math.max(before?.to ?? 0, facts.pageTo) });
  }
  return pages;
}
