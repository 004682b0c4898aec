import { type RawBuilder, sql } from 'kysely';
import { NUMBERED } from '../../shared/ids';
import { among } from '../db/among';
import type { ReadDb } from '../db/context';
import { type ActWords, wordsOfAct } from './act-words';
import { journalSpan } from './journal-span';

/** What some people did in the numbered books in a span of time, read from the journal and stored nowhere (S14). */

export interface WorkSpan {
  people: readonly string[];
  /** First instant of the span, and the first after it. */
  fromAt: string;
  toAt: string;
}

/** Books in which the day itself is written down: their lines are no work of it. */
const DAYBOOKS = ['dutyLogs', 'dutyLines', 'stewardDiaries'];
const BOOKS = Object.keys(NUMBERED).filter((register) => !DAYBOOKS.includes(register));
/** Passages of an entry; looks, prints, exports and corrections are none. */
const PASSAGES = ['CREATE', 'CHANGE', 'CO_CONFIRM', 'VOID'];

/**
 * `from journal where …` of those passages, from a number of the journal on. The times are asked as well: a clock may have
 * gone back.
 */
export const passages = (
  { people, fromAt, toAt }: WorkSpan,
  span: { from: number; to: number },
): RawBuilder<unknown> => sql`from journal
  where seq >= ${span.from} and seq < ${span.to} and at >= ${fromAt} and at < ${toAt}
    and actorId in ${among(people)} and kind in (${sql.join(PASSAGES)}) and register in (${sql.join(BOOKS)})
    and register = substr(op, 1, instr(op, '.') - 1)`;

/** How often each act was done, voids aside; acts without words of their own are left out. */
export async function workOf(
  db: ReadDb,
  span: WorkSpan,
): Promise<(ActWords & { register: string; count: number })[]> {
  if (span.people.length === 0) return [];
  const { rows } = await sql<{ op: string; register: string; n: number }>`select op, register, count(*) as n
    ${passages(span, await journalSpan(db, span.fromAt, span.toAt))} and kind <> 'VOID'
    group by op, register order by op`.execute(db);
  return rows.flatMap(({ op, register, n }) => {
    const words = wordsOfAct(op);
    return words ? [{ ...words, register, count: n }] : [];
  });
}
