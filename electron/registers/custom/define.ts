import type { BookForm } from '../../../shared/registers/custom-books';
import { CUSTOM_BOOK_NEXT, type CustomColumn } from '../../../shared/registers/custom-books.row';
import { Refusal } from '../../../shared/result';
import type { CommandContext } from '../../db/context';
import type { CustomBooksTable } from '../../db/tables';
import { movedTo } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { assertCodeFree, bookLine, bookRow, laidOut, linesIn } from './books';

/** Defining own books. Every version of a definition stands in the journal. */

type Ops = HandlersFor<'customBooks'>;

const done = ({ id, version }: CustomBooksTable) => ({ id, version });

const stored = (form: BookForm, columns: CustomColumn[]) => ({
  code: form.code,
  zh: form.zh,
  en: form.en,
  flow: form.flow,
  columns: JSON.stringify(columns),
  writers: JSON.stringify([...new Set(form.writers)]),
  keepYears: form.keepYears,
  signers: JSON.stringify([...new Set(form.signers)]),
  foot: form.foot,
});

export const list: Ops['list'] = async (_, { db }) => {
  const rows = await db.selectFrom('custom_books').selectAll().orderBy('code').execute();
  const counts = await db
    .selectFrom('custom_entries')
    .select((eb) => ['bookId', eb.fn.countAll<number>().as('n')])
    .groupBy('bookId')
    .execute();
  const lines = new Map(counts.map(({ bookId, n }) => [bookId, n]));
  const books = rows.map((row) => bookLine(row, lines.get(row.id) ?? 0));
  return {
    rows: [...books.filter((one) => one.state === 'open'), ...books.filter((one) => one.state !== 'open')],
  };
};

export const define: Ops['define'] = async (form, { db, journal, newId, now, actor }) => {
  await assertCodeFree(db, form.code, null);
  const row = journal.create('customBooks', {
    ...stored(form, laidOut(form, null)),
    id: newId(),
    state: 'open',
    revision: 0,
    definedAt: now,
    definerId: actor.staffId,
    definerName: actor.name,
  });
  return done(row);
};

export const revise: Ops['revise'] = async ({ id, version, ...form }, { db, journal }) => {
  const row = await bookRow(db, id, version);
  const before = bookLine(row, await linesIn(db, id));
  await assertCodeFree(db, form.code, id);
  if (before.lines > 0 && form.flow !== before.flow) throw new Refusal('customBooks.flowFixed');
  const patch = stored(form, laidOut(form, before));
  const same = (Object.keys(patch) as (keyof typeof patch)[]).every((key) => patch[key] === row[key]);
  if (same) throw new Refusal('entry.unchanged');
  const revision = row.revision + (patch.columns === row.columns ? 0 : 1);
  return done(journal.change('customBooks', row, { ...patch, revision }, { kind: 'CHANGE' }));
};

const turn =
  (to: 'open' | 'closed') =>
  async ({ id, version }: { id: string; version: number }, { db, journal }: CommandContext) => {
    const row = await bookRow(db, id, version);
    const state = movedTo(CUSTOM_BOOK_NEXT, row.state, to, 'customBooks');
    return done(journal.change('customBooks', row, { state }, { kind: 'CHANGE' }));
  };
export const close: Ops['close'] = turn('closed');
export const reopen: Ops['reopen'] = turn('open');
