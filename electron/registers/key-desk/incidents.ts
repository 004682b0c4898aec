import { addDays, dayOf, instantOf } from '../../../shared/dates';
import { Refusal } from '../../../shared/result';
import type { ReadDb } from '../../db/context';
import type { KeyIncidentsTable } from '../../db/tables';
import { assertTime, done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { keyOf, moveKey } from '../keys/moves';
import { openIncident } from './incident-open';
import { incidentMoved, incidentOf, loanMoved, loanOf, secondOf } from './load';
import { openLoanOf } from './prepare';
import { indexIncident, indexLoan } from './words';

/** S08 钥匙丢失、损坏 (F14): the superior at once (L03), measures, and only then the file is closed. */

type Ops = HandlersFor<'keyIncidents'>;

/** A loss or damage comes to light; the key leaves service, its loan ends as lost. Errors: `keyIncidents.keyGone`, `.alreadyOpen`. */
export const report: Ops['report'] = async ({ kind, keyId, ...what }, ctx) => {
  const key = await keyOf(ctx.db, keyId);
  if (key.state === 'retired' || key.state === 'voided' || key.state === 'lost')
    throw new Refusal('keyIncidents.keyGone', { no: key.keyNo, state: key.state });
  assertTime('foundOutAt', what.foundOutAt, null, ctx.now);
  const open = await ctx.db
    .selectFrom('key_incidents')
    .select('serialNo')
    .where('keyId', '=', keyId)
    .where('state', '=', 'open')
    .where('kind', '=', kind)
    .executeTakeFirst();
  if (open) throw new Refusal('keyIncidents.alreadyOpen', { no: key.keyNo, serialNo: open.serialNo });
  const loanId = await openLoanOf(ctx.db, keyId);
  let loan = loanId === null ? null : await loanOf(ctx.db, loanId);
  if (loan && kind === 'damage') throw new Refusal('keyIncidents.returnFirst', { no: key.keyNo });
  if (loan) {
    loan = ctx.journal.change(
      'keyLoans',
      loan,
      { state: loanMoved(loan, 'lost'), lostAt: what.foundOutAt },
      { kind: 'CHANGE' },
    );
    indexLoan(ctx, loan);
  }
  const row = await openIncident(ctx, key, loan, { kind, ...what });
  await moveKey(
    ctx,
    key,
    kind === 'loss' ? 'lost' : 'damaged',
    // A lost set is gone as a whole; what of it still hangs here is looked at by the measures.
    { piecesOut: 0 },
    { kind: 'CHANGE', facts: { incident: row.serialNo } },
  );
  return { ...done(row), scanCode: row.scanCode };
};

/** L03: the superior knows, by PIN or by name and time. Errors: `keyIncidents.superiorMissing`, `.superiorSelf`, `.alreadyTold`. */
export const inform: Ops['inform'] = async ({ id, version, superiorName, at }, ctx) => {
  const row = await incidentOf(ctx.db, id, version);
  assertOpen(row);
  if (row.superiorAt !== null) throw new Refusal('keyIncidents.alreadyTold');
  assertTime('at', at, row.foundOutAt, ctx.now);
  const second = await secondOf(ctx.db, ctx.second);
  const name = second?.name ?? superiorName;
  if (!name) throw new Refusal('keyIncidents.superiorMissing');
  if (name === row.reporterName) throw new Refusal('keyIncidents.superiorSelf');
  const next = ctx.journal.change(
    'keyIncidents',
    row,
    { superiorId: second?.staffId ?? null, superiorName: name, superiorAt: at },
    { kind: second ? 'CO_CONFIRM' : 'CHANGE' },
  );
  indexIncident(ctx, next);
  return done(next);
};

/**
 * What was done about it. A broken or lost key is paid by its user unless said otherwise (S08). Errors: `keyIncidents.wrongState`,
 * `.ownerNotTold` for a lost entrusted key whose owner nobody told, `.bearerMissing`.
 */
export const measure: Ops['measure'] = async (
  { id, version, measures, measureNote, at, costCents, bearer },
  ctx,
) => {
  const row = await incidentOf(ctx.db, id, version);
  assertOpen(row);
  assertTime('at', at, row.foundOutAt, ctx.now);
  const key = await keyOf(ctx.db, row.keyId);
  const gone = row.kind !== 'damage';
  if (gone && key.category === 'entrusted' && !measures.includes('tellOwner'))
    throw new Refusal('keyIncidents.ownerNotTold', { no: row.keyNo });
  if (costCents && !bearer) throw new Refusal('keyIncidents.bearerMissing');
  const next = ctx.journal.change(
    'keyIncidents',
    row,
    {
      measures: JSON.stringify([...new Set(measures)].sort()),
      measureNote,
      measuredAt: at,
      costCents: costCents ?? null,
      bearer: bearer ?? null,
    },
    { kind: 'CHANGE' },
  );
  indexIncident(ctx, next);
  return done(next);
};

/**
 * Closed with the supervisor's opinion. Errors: `keyIncidents.superiorNotTold` (L03), `.measuresMissing`,
 * `.lostNotRepaired`; `keys.wrongState`.
 */
export const close: Ops['close'] = async ({ id, version, ending, opinion }, ctx) => {
  const row = await incidentOf(ctx.db, id, version);
  const state = incidentMoved(row, 'closed');
  if (row.superiorAt === null) throw new Refusal('keyIncidents.superiorNotTold');
  if (row.measuredAt === null) throw new Refusal('keyIncidents.measuresMissing');
  if (ending === 'repaired' && row.kind !== 'damage') throw new Refusal('keyIncidents.lostNotRepaired');
  const key = await keyOf(ctx.db, row.keyId);
  const { staffId, name } = ctx.actor;
  const next = ctx.journal.change(
    'keyIncidents',
    row,
    { state, ending, opinion, closedAt: ctx.now, closedById: staffId, closedByName: name },
    { kind: 'CHANGE' },
  );
  await moveKey(
    ctx,
    key,
    ending === 'retired' ? 'retired' : 'inStock',
    ending === 'retired'
      ? { retiredReason: row.course, retiredAt: ctx.now, retiredByName: name, piecesOut: 0 }
      : { piecesOut: 0 },
    { kind: 'CHANGE', facts: { incident: row.serialNo } },
  );
  indexIncident(ctx, next);
  return done(next);
};

/** Turned up again: back on its hook. Errors: `keyIncidents.wrongState`, `.notLost`; InvalidField `at`. */
export const found: Ops['found'] = async ({ id, version, at, place, foundByName }, ctx) => {
  const row = await incidentOf(ctx.db, id, version);
  const state = incidentMoved(row, 'found');
  if (row.kind !== 'loss') throw new Refusal('keyIncidents.notLost');
  assertTime('at', at, row.foundOutAt, ctx.now);
  const next = ctx.journal.change(
    'keyIncidents',
    row,
    { state, foundAt: at, foundPlace: place, foundByName },
    { kind: 'CHANGE' },
  );
  const key = await keyOf(ctx.db, row.keyId);
  await moveKey(ctx, key, 'inStock', { piecesOut: 0 }, { kind: 'CHANGE', facts: { incident: row.serialNo } });
  indexIncident(ctx, next);
  return done(next);
};

function assertOpen(row: KeyIncidentsTable): void {
  if (row.state !== 'open') throw new Refusal('keyIncidents.wrongState', { state: row.state });
}

/** Lost keys of one door or one cabinet within a year after which a relock is due (desk-practice.md §3.11). */
const RELOCK_AT = 3;
const WITHIN_DAYS = 365;

/** True when this incident is one of three or more losses of its unit or its cabinet. */
export async function relockDue(db: ReadDb, row: KeyIncidentsTable, now: string): Promise<boolean> {
  if (row.kind !== 'loss' || row.state === 'voided' || row.state === 'found') return false;
  const since = instantOf(addDays(dayOf(now), -WITHIN_DAYS));
  const lost = (column: 'unitId' | 'cabinetId', value: string) =>
    db
      .selectFrom('key_incidents')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where(column, '=', value)
      .where('foundOutAt', '>=', since)
      .where('kind', '=', 'loss')
      .where('state', 'in', ['open', 'closed'])
      .executeTakeFirstOrThrow();
  if ((await lost('cabinetId', row.cabinetId)).n >= RELOCK_AT) return true;
  return row.unitId !== null && (await lost('unitId', row.unitId)).n >= RELOCK_AT;
}
