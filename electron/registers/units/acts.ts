import { dayOf } from '../../../shared/dates';
import { HANDED_OVER, type OccupancyState } from '../../../shared/registers/units.row';
import { InvalidField, Refusal } from '../../../shared/result';
import type { CommandContext, ReadDb } from '../../db/context';
import type { UnitsTable } from '../../db/tables';
import { done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import {
  assertArea,
  assertOwnUnit,
  assertUnit,
  movedOccupancy,
  movedUnit,
  stewardById,
  unitOf,
} from './load';
import { staysInUnits } from './who';
import { indexUnit } from './words';

/** What happens to a unit: occupancy, hand-over, steward, leaving the books. */

type Ops = HandlersFor<'units'>;

async function mine(ctx: CommandContext, id: string, version: number): Promise<UnitsTable> {
  const row = await unitOf(ctx.db, id, version);
  assertUnit(row);
  await assertOwnUnit(ctx.db, ctx.actor, row);
  return row;
}

export const changeOccupancy: Ops['changeOccupancy'] = async (input, ctx) => {
  const row = await mine(ctx, input.id, input.version);
  if (row.occupancyState === input.occupancyState) throw new Refusal('entry.unchanged');
  const patch = occupancyPatch(row, input.occupancyState, input.since, dayOf(ctx.now), 'since');
  const facts = input.reason ? { reason: input.reason } : {};
  return done(ctx.journal.change('units', row, patch, { kind: 'CHANGE', facts }));
};

/**
 * What a new occupancy state writes. A unit nobody was given yet must be handed over first. Errors: Refusal
 * `units.wrongOccupancy`, `units.handOverFirst`; InvalidField for a day ahead.
 */
export function occupancyPatch(
  row: UnitsTable,
  to: OccupancyState,
  since: string,
  today: string,
  field: string,
): Pick<UnitsTable, 'occupancyState' | 'occupancySince'> {
  if (since > today) throw new InvalidField(field, 'time.future');
  if (HANDED_OVER.includes(to) && !HANDED_OVER.includes(row.occupancyState))
    throw new Refusal('units.handOverFirst');
  return { occupancyState: movedOccupancy(row, to), occupancySince: since };
}

export const handOver: Ops['handOver'] = async ({ id, version, handedOverOn, occupancyState }, ctx) => {
  const row = await mine(ctx, id, version);
  if (handedOverOn > dayOf(ctx.now)) throw new InvalidField('handedOverOn', 'time.future');
  if (HANDED_OVER.includes(row.occupancyState))
    throw new Refusal('units.wrongOccupancy', { from: row.occupancyState, to: occupancyState });
  const next = ctx.journal.change(
    'units',
    row,
    { occupancyState: movedOccupancy(row, occupancyState), occupancySince: handedOverOn, handedOverOn },
    { kind: 'CHANGE' },
  );
  return done(next);
};

export const assign: Ops['assign'] = async ({ id, version, areaId, stewardId }, ctx) => {
  const row = await mine(ctx, id, version);
  await assertArea(ctx.db, areaId);
  const steward = await stewardById(ctx.db, stewardId);
  if (row.areaId === areaId && row.stewardId === steward.stewardId) throw new Refusal('entry.unchanged');
  return done(ctx.journal.change('units', row, { areaId, ...steward }, { kind: 'CHANGE' }));
};

export const retire: Ops['retire'] = async ({ id, version, reason }, ctx) => {
  const row = await unitOf(ctx.db, id, version);
  const state = movedUnit(row, 'retired');
  await assertEmpty(ctx.db, id);
  return done(ctx.journal.change('units', row, { state }, { kind: 'CHANGE', facts: { reason } }));
};

export const restore: Ops['restore'] = async ({ id, version, reason }, ctx) => {
  const row = await unitOf(ctx.db, id, version);
  const state = movedUnit(row, 'active');
  return done(ctx.journal.change('units', row, { state }, { kind: 'CHANGE', facts: { reason } }));
};

/** Number and line stay, printed 作废. */
export const voidUnit: Ops['void'] = async ({ id, version, reason }, ctx) => {
  const row = await unitOf(ctx.db, id, version);
  const state = movedUnit(row, 'voided');
  await assertEmpty(ctx.db, id);
  const next = ctx.journal.change(
    'units',
    row,
    { state, voidReason: reason, voidedAt: ctx.now, voidedByName: ctx.actor.name },
    { kind: 'VOID' },
  );
  indexUnit(ctx, next);
  return done(next);
};

/** Nobody is in it. Errors: Refusal `units.stillLivedIn` with the names' number. */
async function assertEmpty(db: ReadDb, id: string): Promise<void> {
  const stays = await staysInUnits(db, [id]);
  if (stays.length > 0) throw new Refusal('units.stillLivedIn', { count: stays.length });
}
