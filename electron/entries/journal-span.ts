import { sql } from 'kysely';
import type { ReadDb } from '../db/context';

/**
 * Which lines of the journal stand in a span of time. Times rise with the line number (a clock that went back is on record
 * itself, trust.md F9), so both ends are found by halving: twenty looks into a million lines and no index of their own.
 */

/** Number of the first line at or after an instant; one more than the last line when there is none. */
export async function seqAt(db: ReadDb, at: string): Promise<number> {
  const end = await db.selectFrom('journal').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  let low = 1;
  let high = (end?.seq ?? 0) + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const { rows } = await sql<{ at: string }>`select at from journal where seq = ${middle}`.execute(db);
    if ((rows[0]?.at ?? '') < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** First line of the span and first line after it. */
export const journalSpan = async (
  db: ReadDb,
  from: string,
  to: string,
): Promise<{ from: number; to: number }> => ({ from: await seqAt(db, from), to: await seqAt(db, to) });
