import type { OpName } from '../../shared/api';
import { MINUTE_MS, msOf } from '../../shared/dates';
import { Refusal } from '../../shared/result';
import type { CommandContext, ReadDb } from '../db/context';

/** What loans of keys and of tools share, because their rule is the same: when one is overdue, and a return by scan taken back. */

/** How long a return may be taken back. */
const UNDO_MS = MINUTE_MS;

/** Out, and it should have been back. */
export const isOverdue = (loan: { state: string; dueAt: string }, now: string): boolean =>
  loan.state === 'out' && msOf(loan.dueAt) < msOf(now);

/**
 * A scan made by mistake may be taken back by who made it, within a minute, while nothing else happened to any of the
 * entries. Errors: Refusal `<namespace>.undoNotYours`, `<namespace>.undoTooLate`.
 */
export async function assertUndoable(
  { db, actor, now }: CommandContext,
  returned: OpName,
  loan: { receiverId: string | null; returnedAt: string | null },
  entries: readonly (readonly [register: string, id: string])[],
): Promise<void> {
  const namespace = returned.slice(0, returned.indexOf('.'));
  if (loan.receiverId !== actor.staffId) throw new Refusal(`${namespace}.undoNotYours`);
  const late = loan.returnedAt === null || msOf(now) - msOf(loan.returnedAt) > UNDO_MS;
  let untouched = true;
  for (const [register, id] of entries) untouched &&= (await lastOp(db, register, id)) === returned;
  if (late || !untouched) throw new Refusal(`${namespace}.undoTooLate`);
}

/** The operation of the newest line of an entry. */
async function lastOp(db: ReadDb, register: string, entryId: string): Promise<string | undefined> {
  const line = await db
    .selectFrom('journal')
    .select('op')
    .where('register', '=', register)
    .where('entryId', '=', entryId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return line?.op;
}
