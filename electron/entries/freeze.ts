import { sql } from 'kysely';
import { isoOf, MINUTE_MS, monthOf, msOf } from '../../shared/dates';
import { type NumberedRegister, readSerialNo, serialNoOf } from '../../shared/ids';
import { bookId, formsOf } from '../../shared/print/form-list';
import { SHEETS } from '../../shared/print/sheet';
import type { Settings } from '../../shared/registers/office';
import type { ReadDb } from '../db/context';
import { tableOf } from '../db/seal';

/**
 * When free edits end and when corrections grow too many (desk-practice.md §0.5, §3.1).
 * A free edit belongs to the recorder alone, until the first of: the minutes of the setting, printed, seen by another, its
 * shift handed over.
 */

export interface Recorded {
  id: string;
  serialNo: string;
  recordedAt: string;
  recorderId: string;
  /** The office's own book the line stands in. */
  bookId?: string;
}

/** Lines on a page of the register's book (domain.md §3); of a book without pages as many as F01 has. */
function linesPerPage(register: NumberedRegister): number {
  const book = formsOf(register).find((form) => Object.hasOwn(SHEETS, form));
  return SHEETS[(book ?? 'F01') as keyof typeof SHEETS].maxRows;
}

/** Until when this person may edit freely (UTC ISO), or null when it is over or was never theirs. */
export async function freeUntil(
  db: ReadDb,
  register: NumberedRegister,
  row: Recorded,
  actorId: string | undefined,
  limits: Settings['limits'],
  now: string,
): Promise<string | null> {
  if (actorId !== row.recorderId) return null;
  const until = windowEnd(row, limits);
  if (now >= until || (await isFixed(db, register, row))) return null;
  return until;
}

/** The moment the minutes are over, whatever else happened. */
export const windowEnd = (row: Recorded, limits: Settings['limits']): string =>
  isoOf(msOf(row.recordedAt) + limits.freeEditMinutes * MINUTE_MS);

/** Printed (its slip, its label or a book of its month), seen by another or handed over with its shift since it was recorded. */
export async function isFixed(db: ReadDb, register: NumberedRegister, row: Recorded): Promise<boolean> {
  const month = readSerialNo(row.serialNo)?.month ?? monthOf(row.recordedAt);
  const created = await db
    .selectFrom('journal')
    .select('seq')
    .where('register', '=', register)
    .where('entryId', '=', row.id)
    .where('entryVersion', '=', 1)
    .executeTakeFirst();
  const fixing = await db
    .selectFrom('journal')
    .select('seq')
    .where('register', '=', register)
    .where('entryId', 'in', [row.id, ...formsOf(register).map((form) => bookId(form, month, row.bookId))])
    .where('seq', '>', created?.seq ?? 0)
    .where((eb) =>
      eb.or([
        eb('kind', '=', 'PRINT'),
        eb.and([eb('kind', '=', 'VIEW'), eb('actorId', '!=', row.recorderId)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return fixing !== undefined || (await handedOver(db, created?.seq ?? 0));
}

/** Both have signed the shift a line belongs to: what the draft saw is sealed with it. */
async function handedOver(db: ReadDb, seq: number): Promise<boolean> {
  const sheet = await db
    .selectFrom('handovers')
    .select('id')
    .where('state', 'in', ['sealed', 'reviewed'])
    .where('draftSeq', '>=', seq)
    .limit(1)
    .executeTakeFirst();
  return sheet !== undefined;
}

/**
 * The paper rules on corrections: `lineCorrections` (more than the limit on this line), `pageCorrections` (more than
 * the limit's share of the page's lines carry one: the page should be written anew).
 */
export async function correctionWarnings(
  db: ReadDb,
  register: NumberedRegister,
  row: Recorded,
  limits: Settings['limits'],
): Promise<string[]> {
  const own = await corrections(db, register, [row.id]);
  if (own.length === 0) return [];
  const warnings: string[] = [];
  if (own.length > limits.correctionsPerLine) warnings.push('lineCorrections');
  const page = await pageMates(db, register, row.serialNo);
  const struck = new Set((await corrections(db, register, page)).map((line) => line.entryId));
  if (struck.size * 100 > limits.correctionsPerPagePercent * linesPerPage(register))
    warnings.push('pageCorrections');
  return warnings;
}

const corrections = (db: ReadDb, register: NumberedRegister, ids: string[]) =>
  db
    .selectFrom('journal')
    .select(['seq', 'entryId'])
    .where('register', '=', register)
    .where('entryId', 'in', ids)
    .where('kind', '=', 'CORRECT')
    .execute();

/** The lines that stand on the same page of the month's book, by number. */
async function pageMates(db: ReadDb, register: NumberedRegister, serialNo: string): Promise<string[]> {
  const number = readSerialNo(serialNo);
  if (!number) return [];
  const lines = linesPerPage(register);
  const first = Math.floor((number.n - 1) / lines) * lines + 1;
  const serials = Array.from({ length: lines }, (_, i) => serialNoOf(register, number.month, first + i));
  const { rows } = await sql<{ id: string }>`select ${sql.ref('id')} from ${sql.table(tableOf(register)!)}
    where ${sql.ref('serialNo')} in (${sql.join(serials)})`.execute(db);
  return rows.map((row) => row.id);
}
