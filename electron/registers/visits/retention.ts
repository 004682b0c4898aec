import { sql } from 'kysely';
import { addMonths, monthOf, monthSpan } from '../../../shared/dates';
import type { Settings } from '../../../shared/registers/office';
import { VISIT_PERSONAL, VISIT_TYPES, type VisitType } from '../../../shared/registers/visits.row';
import { keptFrom } from '../../../shared/registers/visits.rules';
import type { VisitPeriods } from '../../../shared/registers/visits.setting';
import { Refusal } from '../../../shared/result';
import { holds } from '../../../shared/roles';
import type { ReadDb } from '../../db/context';
import { eraseValues } from '../../db/erase';
import { STILL_PERSONAL } from '../../db/migrations/0050-visits';
import { wipeSearch } from '../../db/search';
import type { VisitsTable } from '../../db/tables';
import type { Door } from '../../door';
import { rowsOf } from '../../entries/months';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { indexVisit } from './words';

/**
 * Privacy and retention of visits (domain.md §6.3, §6.4; trust.md C7, C8): every type keeps its personal values for its
 * period, document digits for a shorter one; then value and salt are erased and the chain still verifies.
 */

type Ops = HandlersFor<'visits'>;

/** Lines whose personal values go at once: one transaction each, so the desk is never kept waiting. */
const BATCH = 100;
const ENDED = sql`state NOT IN ('expected', 'in', 'steppedOut')`;

const periodsOf = ({ visits }: Settings): VisitPeriods => ({
  retentionDays: visits.retentionDays,
  documentDays: visits.documentDays,
});

export const retentionPreview: Ops['retentionPreview'] = async ({ periods: typed }, { db, now }) => {
  const periods = typed ?? periodsOf(await settingsOf(db));
  const months: { type: VisitType; month: string; visits: number }[] = [];
  for (const type of VISIT_TYPES) {
    const until = keptFrom(periods.retentionDays[type], now);
    const first = await oldest(db, type);
    // Range counts month by month on the index, never a grouping of the whole book (speed.md §3).
    for (
      let month = first ? monthOf(first) : '';
      month !== '' && monthSpan(month).from < until;
      month = addMonths(month, 1)
    ) {
      const { from, to } = monthSpan(month);
      const visits = await dueIn(db, type, from, to < until ? to : until);
      if (visits > 0) months.push({ type, month, visits });
    }
  }
  return {
    periods,
    months,
    visits: months.reduce((sum, { visits }) => sum + visits, 0),
    documents: await count(
      db,
      sql`visitorDocument IS NOT NULL AND ${ENDED} AND visitAt < ${keptFrom(periods.documentDays, now)}`,
    ),
  };
};

async function oldest(db: ReadDb, type: VisitType): Promise<string | null> {
  const { rows } = await sql<{ at: string }>`select visitAt as at from visits
    where type = ${type} and ${ENDED} and ${sql.raw(STILL_PERSONAL)} order by visitAt limit 1`.execute(db);
  return rows[0]?.at ?? null;
}

const dueIn = (db: ReadDb, type: VisitType, from: string, to: string): Promise<number> =>
  count(
    db,
    sql`type = ${type} AND visitAt >= ${from} AND visitAt < ${to} AND ${ENDED} AND ${sql.raw(STILL_PERSONAL)}`,
  );

async function count(db: ReadDb, where: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from visits where ${where}`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Errors: `conflict`; `second.missing` when a period becomes shorter and no manager stands by. */
export const setPeriods: Ops['setPeriods'] = async ({ periods, version }, { db, journal, second }) => {
  const { visits } = await settingsOf(db);
  const shorter =
    periods.documentDays < visits.documentDays ||
    VISIT_TYPES.some((type) => periods.retentionDays[type] < visits.retentionDays[type]);
  if (shorter && second?.how !== 'pin') throw new Refusal('second.missing');
  const row = await db.selectFrom('settings').selectAll().where('key', '=', 'visits').executeTakeFirst();
  if ((row?.version ?? 0) !== version) throw new Refusal('conflict');
  const value = JSON.stringify({ ...visits, ...periods });
  const facts = second?.how === 'pin' ? { approvedBy: second.name } : {};
  const next = row
    ? journal.change('settings', row, { value }, { kind: 'CHANGE', facts })
    : journal.create('settings', { key: 'visits', value }, { kind: 'CREATE', facts });
  return { version: next.version };
};

/** Errors: `second.same`, `second.pinNeeded`, `second.noRight`, those of the PIN; `visits.nothingDue`. */
export const erase: Ops['erase'] = async ({ second, job }, { actor, door, host, now }) => {
  if (!actor) throw new Refusal('signedOut');
  if (second.how !== 'pin') throw new Refusal('second.pinNeeded');
  if (second.staffId === actor.staffId) throw new Refusal('second.same');
  const manager = await door.deps.prove(door, second.staffId, second.pin);
  if (!holds(manager.roles, 'visits.erase')) throw new Refusal('second.noRight', { name: manager.name });
  const settings = await settingsOf(door.read);
  const due = await dueIds(door.read, settings, now);
  const total = due.all.length + due.documents.length;
  if (total === 0) throw new Refusal('visits.nothingDue');
  let erased = 0;
  for (const [ids, fields] of [
    [due.all, VISIT_PERSONAL],
    [due.documents, ['visitorDocument']],
  ] as const) {
    for (let at = 0; at < ids.length; at += BATCH) {
      if (host.isCancelled(job)) return { erased, cancelled: true };
      erased += await eraseBatch(door, actor, manager.name, ids.slice(at, at + BATCH), fields);
      host.progress(job, erased, total, 'erase');
      await breathe();
    }
  }
  await wipe(door);
  return { erased, cancelled: false };
};

/** Ids past their period: whole lines, and lines that lose only the digits of a document. */
async function dueIds(
  db: ReadDb,
  { visits }: Settings,
  now: string,
): Promise<{ all: string[]; documents: string[] }> {
  const all: string[] = [];
  for (const type of VISIT_TYPES) {
    const { rows } = await sql<{ id: string }>`select id from visits where type = ${type}
      and visitAt < ${keptFrom(visits.retentionDays[type], now)} and ${ENDED} and ${sql.raw(STILL_PERSONAL)}
      order by visitAt, id`.execute(db);
    all.push(...rows.map((row) => row.id));
  }
  const whole = new Set(all);
  const { rows } = await sql<{ id: string }>`select id from visits where visitorDocument IS NOT NULL
    and ${ENDED} and visitAt < ${keptFrom(visits.documentDays, now)} order by visitAt, id`.execute(db);
  return { all, documents: rows.map((row) => row.id).filter((id) => !whole.has(id)) };
}

/** One transaction: values gone from the rows and from what corrections kept, search words written anew. */
const eraseBatch = (
  door: Door,
  actor: { staffId: string; name: string },
  approvedBy: string,
  ids: readonly string[],
  fields: readonly string[],
): Promise<number> =>
  door.write('visits.erase', { id: actor.staffId, name: actor.name }, async (ctx) => {
    const rows: VisitsTable[] = await rowsOf(ctx.db, 'visits', ids);
    for (const row of rows) {
      const reason = `retention; approved by ${approvedBy}`;
      await indexVisit(ctx, eraseValues(door.deps.file.raw, ctx.journal, 'visits', row, fields, reason));
    }
    return rows.length;
  });

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
