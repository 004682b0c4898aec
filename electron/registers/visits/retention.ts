import { sql } from 'kysely';
import type { Settings } from '../../../shared/registers/office';
import { VISIT_PERSONAL, VISIT_TYPES, type VisitType } from '../../../shared/registers/visits.row';
import { keptFrom } from '../../../shared/registers/visits.rules';
import type { VisitPeriods } from '../../../shared/registers/visits.setting';
import { Refusal } from '../../../shared/result';
import type { ReadDb } from '../../db/context';
import { eraseValues } from '../../db/erase';
import { STILL_PERSONAL } from '../../db/migrations/0050-visits';
import type { VisitsTable } from '../../db/tables';
import { approver, countRows, type Due, dueMonths, eraseDue } from '../../entries/erasing';
import { rowsOf } from '../../entries/months';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { indexVisit } from './words';

/**
 * Privacy and retention of visits (domain.md §6.3, §6.4; trust.md C7, C8): every type keeps its personal values for its
 * period, document digits for a shorter one; then value and salt are erased and the chain still verifies.
 */

type Ops = HandlersFor<'visits'>;

type Erasing = Parameters<Due['erase']>[0];
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
    const where = sql`type = ${type} and ${ENDED} and ${sql.raw(STILL_PERSONAL)}`;
    for (const { month, n } of await dueMonths(db, 'visits', 'visitAt', where, until))
      months.push({ type, month, visits: n });
  }
  return {
    periods,
    months,
    visits: months.reduce((sum, { visits }) => sum + visits, 0),
    documents: await countRows(
      db,
      'visits',
      sql`visitorDocument IS NOT NULL AND ${ENDED} AND visitAt < ${keptFrom(periods.documentDays, now)}`,
    ),
  };
};

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
  const manager = await approver(door, actor, second, 'visits.erase');
  const settings = await settingsOf(door.read);
  const due = await dueIds(door.read, settings, now);
  if (due.all.length + due.documents.length === 0) throw new Refusal('visits.nothingDue');
  const erasing = (fields: readonly string[]) => async (ctx: Erasing, ids: readonly string[]) => {
    const rows: VisitsTable[] = await rowsOf(ctx.db, 'visits', ids);
    for (const row of rows) {
      const reason = `retention; approved by ${manager.name}`;
      await indexVisit(ctx, eraseValues(door.deps.file.raw, ctx.journal, 'visits', row, fields, reason));
    }
    return rows.length;
  };
  return eraseDue({ door, host, job, op: 'visits.erase', actor }, [
    { ids: due.all, erase: erasing(VISIT_PERSONAL) },
    { ids: due.documents, erase: erasing(['visitorDocument']) },
  ]);
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
