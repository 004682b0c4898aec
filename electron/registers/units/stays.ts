import { dayOf } from '../../../shared/dates';
import { type OccupancyRole, STAY_NEXT, type StayState } from '../../../shared/registers/parties.row';
import { HANDED_OVER, type OccupancyState } from '../../../shared/registers/units.row';
import { InvalidField, Refusal } from '../../../shared/result';
import type { CommandContext, ReadDb } from '../../db/context';
import type { PartiesTable, Tables, UnitsTable } from '../../db/tables';
import { asFilled, movedTo } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { occupancyPatch } from './acts';
import { assertOwnUnit, assertParty, assertUnit, partyOf, unitOf } from './load';

/** Moving in and out: occupancies are opened and ended, never deleted; the history is kept (S34). */

type Ops = HandlersFor<'parties'>;
type Row = Tables['occupancies'];

interface NewStay {
  unit: UnitsTable;
  party: PartiesTable;
  role: OccupancyRole;
  fromOn: string | null;
  leaseUntilOn?: string | null;
  people?: number | null;
  note?: string | null;
}

/** Writes a current occupancy. Errors: Refusal `units.wrongState`, `parties.wrongState`, `parties.notHandedOver`, `parties.alreadyThere`. */
export async function createStay({ db, journal, newId }: CommandContext, stay: NewStay): Promise<Row> {
  assertUnit(stay.unit);
  assertParty(stay.party);
  if (stay.role !== 'owner' && !HANDED_OVER.includes(stay.unit.occupancyState))
    throw new Refusal('parties.notHandedOver', { code: stay.unit.code });
  const same = await db
    .selectFrom('occupancies')
    .select('id')
    .where('unitId', '=', stay.unit.id)
    .where('partyId', '=', stay.party.id)
    .where('role', '=', stay.role)
    .where('state', '=', 'current')
    .executeTakeFirst();
  if (same) throw new Refusal('parties.alreadyThere', { code: stay.unit.code });
  const leaseUntilOn = stay.leaseUntilOn ?? null;
  assertLease(stay.fromOn, leaseUntilOn);
  return journal.create('occupancies', {
    id: newId(),
    state: 'current',
    unitId: stay.unit.id,
    partyId: stay.party.id,
    role: stay.role,
    fromOn: stay.fromOn,
    leaseUntilOn,
    toOn: null,
    people: stay.people ?? null,
    note: stay.note ?? null,
  });
}

/** A lease does not end before it begins. Errors: InvalidField. */
export function assertLease(fromOn: string | null, leaseUntilOn: string | null): void {
  if (fromOn !== null && leaseUntilOn !== null && leaseUntilOn < fromOn)
    throw new InvalidField('leaseUntilOn', 'time.early');
}

/** The unit's occupancy follows the move, when the clerk says so. */
function followUnit(ctx: CommandContext, unit: UnitsTable, to: OccupancyState | null, since: string): void {
  if (to === null || to === unit.occupancyState) return;
  const today = dayOf(ctx.now);
  const patch = occupancyPatch(unit, to, since > today ? today : since, today, 'fromOn');
  ctx.journal.change('units', unit, patch, { kind: 'CHANGE' });
}

export const moveIn: Ops['moveIn'] = async (input, ctx) => {
  const { db, actor, now } = ctx;
  const unit = await unitOf(db, input.unitId);
  const party = await partyOf(db, input.partyId);
  await assertOwnUnit(db, actor, unit);
  const row = await createStay(ctx, {
    unit,
    party,
    role: input.role,
    fromOn: input.fromOn ?? null,
    leaseUntilOn: input.leaseUntilOn ?? null,
    people: input.people ?? null,
    note: input.note,
  });
  followUnit(ctx, unit, input.occupancyState ?? null, input.fromOn ?? dayOf(now));
  return { id: row.id, version: row.version };
};

async function stayOf(
  ctx: CommandContext,
  id: string,
  version: number,
): Promise<{ row: Row; unit: UnitsTable }> {
  const found = await ctx.db.selectFrom('occupancies').selectAll().where('id', '=', id).executeTakeFirst();
  const row = asFilled(found, version);
  const unit = await unitOf(ctx.db, row.unitId);
  await assertOwnUnit(ctx.db, ctx.actor, unit);
  return { row, unit };
}

/** Errors: Refusal `parties.wrongStay` with the present state. */
function movedStay(row: Row, to: StayState): StayState {
  if (!STAY_NEXT[row.state].includes(to)) throw new Refusal('parties.wrongStay', { state: row.state });
  return movedTo(STAY_NEXT, row.state, to, 'parties');
}

export const moveOut: Ops['moveOut'] = async ({ id, version, toOn, occupancyState }, ctx) => {
  const { row, unit } = await stayOf(ctx, id, version);
  if (toOn > dayOf(ctx.now)) throw new InvalidField('toOn', 'time.future');
  if (row.fromOn !== null && toOn < row.fromOn) throw new InvalidField('toOn', 'time.early');
  const next = ctx.journal.change(
    'occupancies',
    row,
    { state: movedStay(row, 'ended'), toOn },
    { kind: 'CHANGE' },
  );
  followUnit(ctx, unit, occupancyState ?? null, toOn);
  return { id, version: next.version };
};

export const renew: Ops['renew'] = async ({ id, version, ...fields }, ctx) => {
  const { row } = await stayOf(ctx, id, version);
  if (row.state !== 'current') throw new Refusal('parties.wrongStay', { state: row.state });
  const patch = {
    fromOn: fields.fromOn ?? null,
    leaseUntilOn: fields.leaseUntilOn ?? null,
    people: fields.people ?? null,
    note: fields.note,
  };
  assertLease(patch.fromOn, patch.leaseUntilOn);
  const keys = Object.keys(patch) as (keyof typeof patch)[];
  if (keys.every((key) => patch[key] === row[key])) throw new Refusal('entry.unchanged');
  const next = ctx.journal.change('occupancies', row, patch, { kind: 'CHANGE' });
  return { id, version: next.version };
};

export const voidStay: Ops['voidStay'] = async ({ id, version, reason }, ctx) => {
  const { row } = await stayOf(ctx, id, version);
  const next = ctx.journal.change(
    'occupancies',
    row,
    { state: movedStay(row, 'voided') },
    { kind: 'VOID', facts: { reason } },
  );
  return { id, version: next.version };
};

/** Stays of a party or a unit, the current ones first, then the newest. Voided ones are left out. */
export async function staysOf(db: ReadDb, by: 'partyId' | 'unitId', id: string): Promise<Row[]> {
  const rows = await db
    .selectFrom('occupancies')
    .selectAll()
    .where(by, '=', id)
    .where('state', '!=', 'voided')
    .execute();
  const rank = (row: Row) => `${row.state === 'current' ? 1 : 0}${row.toOn ?? row.fromOn ?? ''}${row.id}`;
  return rows.sort((a, b) => (rank(a) < rank(b) ? 1 : -1));
}
