import type Database from 'better-sqlite3';
import { NUMBERED, serialNoOf } from '../../../shared/ids';
import { BOUND_BOOKS, type BoundRegister } from '../../../shared/registers/month-bindings';
import type { BoundPage } from '../../../shared/registers/month-bindings.row';
import { printRequest } from '../../../shared/registers/prints';
import { pageDigest, stateAsOf } from '../../db/bound-pages';
import type { ReadDb } from '../../db/context';
import { tableOf } from '../../db/seal';
import type { Tables } from '../../db/tables';
import { monthRows } from '../../entries/months';
import { breathe, deskOf } from '../../papers/desk';
import type { Paper } from '../../papers/paper';

/** A month of a book taken apart for binding: pages with what stands on them as of the root. */
export interface CutMonth {
  lines: number;
  voids: number;
  corrections: number;
  pages: BoundPage[];
}

const SLICE = 200;

/**
 * Cuts the pages exactly as they print and takes the digest of each as of `rootSeq`. Works in slices: no stop of the main thread.
 * The numbers of a month that is over have no gaps and none is added, so line n of the book is number n.
 */
export async function cutMonth(
  db: ReadDb,
  raw: Database.Database,
  paper: Paper,
  { register, month, rootSeq, now }: { register: BoundRegister; month: string; rootSeq: number; now: string },
): Promise<CutMonth> {
  const request = printRequest.parse({ form: BOUND_BOOKS[register], month });
  const body = await paper.prepare(await deskOf(db, request, now));
  if (body.family !== 'register') throw new Error(`${paper.form} is no book`);
  const states = await statesOf(db, raw, register, month, rootSeq);
  const pages: BoundPage[] = [];
  let next = 1;
  for (const page of body.pages) {
    const last = page.rows.reduce((most, row) => Math.max(most, row.lineNo ?? 0), 0);
    const to = Math.max(next - 1, last);
    // A page that only continues the line before it has none that begins on it.
    const own = states.lines.slice(next - 1, to);
    pages.push({ no: page.yearNo, from: next, to, digest: pageDigest(page.yearNo, own) });
    next = to + 1;
    if (pages.length % SLICE === 0) await breathe();
  }
  if (next - 1 !== states.lines.length)
    throw new Error(`${register} ${month}: ${states.lines.length} numbers, ${next - 1} lines on pages`);
  return { lines: states.lines.length, voids: states.voids, corrections: states.corrections, pages };
}

async function statesOf(
  db: ReadDb,
  raw: Database.Database,
  register: BoundRegister,
  month: string,
  rootSeq: number,
) {
  const table = tableOf(register) as keyof Tables;
  const lines: { serialNo: string; version: number; digest: string }[] = [];
  let [voids, corrections] = [0, 0];
  let after: string | null = null;
  for (;;) {
    const rows = (await monthRows(db, register, table, month, after, SLICE)) as unknown as {
      id: string;
      serialNo: string;
      state?: string;
    }[];
    for (const row of rows) {
      const state = stateAsOf(raw, register, row.id, rootSeq);
      if (!state) throw new Error(`${row.serialNo} has no line in the journal`);
      lines.push({ serialNo: row.serialNo, ...state });
      if (row.state === 'voided') voids += 1;
    }
    const ids = rows.map((row) => row.id);
    if (ids.length > 0) {
      const { n } = await db
        .selectFrom('journal')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('register', '=', register)
        .where('entryId', 'in', ids)
        .where('kind', '=', 'CORRECT')
        .executeTakeFirstOrThrow();
      corrections += n;
    }
    if (rows.length < SLICE) return { lines, voids, corrections };
    after = rows.at(-1)!.serialNo;
    await breathe();
  }
}

/** `ZT202610-F01`. */
export const bindingNo = (register: BoundRegister, month: string): string =>
  `ZT${month.replace('-', '')}-${BOUND_BOOKS[register]}`;

/** Running number of a line of the month; null when it is none of that book and month. */
export function numberIn(register: BoundRegister, month: string, entryNo: string): number | null {
  const stem = `${NUMBERED[register].prefix}${month.replace('-', '')}-`;
  const typed = entryNo.trim().toUpperCase();
  const n = typed.startsWith(stem) ? Number(typed.slice(stem.length)) : Number.NaN;
  return Number.isInteger(n) && n > 0 && serialNoOf(register, month, n) === typed ? n : null;
}
