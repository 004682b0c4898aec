import { type RawBuilder, sql } from 'kysely';
import { addMonths, monthOf, monthSpan } from '../../shared/dates';
import type { Actor } from '../../shared/registers/session';
import { Refusal } from '../../shared/result';
import { holds, type Permit } from '../../shared/roles';
import type { SecondPerson } from '../../shared/text';
import type { CommandContext, ReadDb } from '../db/context';
import { wipeSearch } from '../db/search';
import type { Door } from '../door';
import type { Host } from '../host';

/**
 * What every erasure shares (trust.md C8): months of what is due, the manager's approval, small transactions, and the index
 * and WAL freed of the words afterwards.
 */

/** Lines whose personal values go at once: one transaction each, so the desk is never kept waiting. */
const BATCH = 100;

export async function countRows(db: ReadDb, table: string, where: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*) as n from ${sql.table(table)} where ${where}`.execute(db);
  return rows[0]?.n ?? 0;
}

/**
 * Rows before `until` by the month of their time column, months without one left out. Range counts month by month on the
 * index, never a grouping of the whole book (speed.md §3).
 */
export async function dueMonths(
  db: ReadDb,
  table: string,
  at: string,
  where: RawBuilder<unknown>,
  until: string,
): Promise<{ month: string; n: number }[]> {
  const time = sql.ref(at);
  const { rows } = await sql<{ at: string }>`select ${time} as at from ${sql.table(table)}
    where ${where} order by ${time} limit 1`.execute(db);
  const months: { month: string; n: number }[] = [];
  for (
    let month = rows[0] ? monthOf(rows[0].at) : '';
    month !== '' && monthSpan(month).from < until;
    month = addMonths(month, 1)
  ) {
    const { from, to } = monthSpan(month);
    const n = await countRows(
      db,
      table,
      sql`${where} and ${time} >= ${from} and ${time} < ${to < until ? to : until}`,
    );
    if (n > 0) months.push({ month, n });
  }
  return months;
}

/** The manager who approves an erasure. Errors: `second.pinNeeded`, `.same`, `.noRight`, those of the PIN. */
export async function approver(
  door: Door,
  actor: Actor,
  second: SecondPerson,
  permit: Permit,
): Promise<Actor> {
  if (second.how !== 'pin') throw new Refusal('second.pinNeeded');
  if (second.staffId === actor.staffId) throw new Refusal('second.same');
  const manager = await door.deps.prove(door, second.staffId, second.pin);
  if (!holds(manager.roles, permit)) throw new Refusal('second.noRight', { name: manager.name });
  return manager;
}

/** Some rows of one book, and how they are erased inside a transaction; answers how many were. */
export interface Due {
  ids: readonly string[];
  erase: (ctx: Pick<CommandContext, 'db' | 'journal' | 'search'>, ids: readonly string[]) => Promise<number>;
}

/** Erases batch after batch, each its own transaction; stops between two when the job is cancelled. */
export async function eraseDue(
  { door, host, job, op, actor }: { door: Door; host: Host; job: string; op: string; actor: Actor },
  all: readonly Due[],
): Promise<{ erased: number; cancelled: boolean }> {
  const total = all.reduce((sum, { ids }) => sum + ids.length, 0);
  let erased = 0;
  for (const { ids, erase } of all)
    for (let at = 0; at < ids.length; at += BATCH) {
      if (host.isCancelled(job)) return { erased, cancelled: true };
      const part = ids.slice(at, at + BATCH);
      erased += await door.write(op, { id: actor.staffId, name: actor.name }, (ctx) => erase(ctx, part));
      host.progress(job, erased, total, 'erase');
      await breathe();
    }
  await wipe(door);
  return { erased, cancelled: false };
}

/** Takes what is left of the erased words out of the index's old segments and out of the WAL, step by step. */
async function wipe(door: Door): Promise<void> {
  const { raw, writer } = door.deps.file;
  const steps = wipeSearch(raw);
  // Each step waits for its turn on the writing connection, so it never falls into somebody's transaction.
  const step = (): Promise<boolean | undefined> => writer.connection().execute(async () => steps.next().done);
  while (!(await step())) await breathe();
  await writer.connection().execute(async () => raw.pragma('wal_checkpoint(TRUNCATE)'));
}

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
