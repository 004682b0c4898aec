import type { SpaceLine } from '../../../shared/registers/units.columns';
import { SPACE_NEXT, type SpaceState } from '../../../shared/registers/units.row';
import { InvalidField, Refusal } from '../../../shared/result';
import type { ReadDb } from '../../db/context';
import type { Tables } from '../../db/tables';
import { asFilled, movedTo } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { partyNames, unitCodes } from './briefs';
import { assertParty, assertUnit, partyOf, unitOf } from './load';
import { grouped } from './who';

/** S38 车位: given, taken back, out of use. */

type Ops = HandlersFor<'units'>;
type Space = Tables['parking_spaces'];

async function spaceOf(db: ReadDb, id: string, version: number): Promise<Space> {
  const row = await db.selectFrom('parking_spaces').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

/** Errors: Refusal `units.wrongSpaceState`. */
function movedSpace(row: Space, to: SpaceState): SpaceState {
  if (!SPACE_NEXT[row.state].includes(to)) throw new Refusal('units.wrongSpaceState', { state: row.state });
  return movedTo(SPACE_NEXT, row.state, to, 'units');
}

async function assertNoFree(db: ReadDb, no: string, but?: string): Promise<void> {
  const other = await db.selectFrom('parking_spaces').select('id').where('no', '=', no).executeTakeFirst();
  if (other && other.id !== but) throw new Refusal('units.spaceTaken', { no });
}

export const addSpace: Ops['addSpace'] = async (input, { db, journal, newId }) => {
  await assertNoFree(db, input.no);
  const row = journal.create('parkingSpaces', {
    id: newId(),
    state: 'free',
    no: input.no,
    kind: input.kind,
    place: input.place,
    unitId: null,
    partyId: null,
    fromOn: null,
    untilOn: null,
    monthlyFeeCents: input.monthlyFeeCents ?? null,
    note: input.note,
  });
  return { id: row.id, version: row.version };
};

export const changeSpace: Ops['changeSpace'] = async ({ id, version, ...fields }, { db, journal }) => {
  const row = await spaceOf(db, id, version);
  await assertNoFree(db, fields.no, row.id);
  const patch = { ...fields, monthlyFeeCents: fields.monthlyFeeCents ?? null };
  const keys = Object.keys(patch) as (keyof typeof patch)[];
  if (keys.every((key) => patch[key] === row[key])) throw new Refusal('entry.unchanged');
  const next = journal.change('parkingSpaces', row, patch, { kind: 'CHANGE' });
  return { id, version: next.version };
};

export const assignSpace: Ops['assignSpace'] = async (input, { db, journal }) => {
  const row = await spaceOf(db, input.id, input.version);
  if (!input.unitId && !input.partyId) throw new Refusal('units.spaceForNobody');
  if (input.unitId) assertUnit(await unitOf(db, input.unitId));
  if (input.partyId) assertParty(await partyOf(db, input.partyId));
  const untilOn = input.untilOn ?? null;
  if (untilOn !== null && untilOn < input.fromOn) throw new InvalidField('untilOn', 'time.early');
  const next = journal.change(
    'parkingSpaces',
    row,
    {
      state: movedSpace(row, 'assigned'),
      unitId: input.unitId ?? null,
      partyId: input.partyId ?? null,
      fromOn: input.fromOn,
      untilOn,
    },
    { kind: 'CHANGE' },
  );
  return { id: row.id, version: next.version };
};

const NOBODY = { unitId: null, partyId: null, fromOn: null, untilOn: null };

/** A car that stood there is no longer of this space. */
export const freeSpace: Ops['freeSpace'] = async ({ id, version, reason }, { db, journal }) => {
  const row = await spaceOf(db, id, version);
  const facts = reason ? { reason } : {};
  const next = journal.change(
    'parkingSpaces',
    row,
    { state: movedSpace(row, 'free'), ...NOBODY },
    { kind: 'CHANGE', facts },
  );
  const cars = await db.selectFrom('vehicles').selectAll().where('spaceId', '=', id).execute();
  for (const car of cars) journal.change('vehicles', car, { spaceId: null }, { kind: 'CHANGE' });
  return { id, version: next.version };
};

export const retireSpace: Ops['retireSpace'] = async ({ id, version, reason }, { db, journal }) => {
  const row = await spaceOf(db, id, version);
  const next = journal.change(
    'parkingSpaces',
    row,
    { state: movedSpace(row, 'retired') },
    { kind: 'CHANGE', facts: { reason } },
  );
  return { id, version: next.version };
};

/** See `units.spaces`. */
export const spaces: Ops['spaces'] = async ({ typed, unitId, limit }, { db }) => {
  const lines = await spaceLines(db, { typed, unitId: unitId ?? null });
  return lines.slice(0, limit);
};

/** Spaces in the order of their numbers. Typed text is part of the number, the place or a plate. */
export async function spaceLines(
  db: ReadDb,
  { typed, unitId }: { typed?: string | null; unitId?: string | null },
): Promise<SpaceLine[]> {
  let query = db.selectFrom('parking_spaces').selectAll();
  if (unitId) query = query.where('unitId', '=', unitId);
  const rows = (await query.execute()).sort((a, b) => natural(a.no, b.no));
  const cars = await db
    .selectFrom('vehicles')
    .select(['spaceId', 'plate', 'brand', 'model'])
    .where('state', '=', 'active')
    .where('spaceId', 'is not', null)
    .execute();
  const bySpace = grouped(cars, (car) => car.spaceId ?? '');
  const wanted = typed?.toUpperCase() ?? '';
  const shown = rows.filter((row) => {
    const texts = [row.no, row.place ?? '', ...(bySpace.get(row.id)?.map((car) => car.plate ?? '') ?? [])];
    return wanted === '' || texts.some((text) => text.toUpperCase().includes(wanted));
  });
  const codes = await unitCodes(
    db,
    shown.map((row) => row.unitId),
  );
  const names = await partyNames(
    db,
    shown.map((row) => row.partyId),
  );
  return shown.map((row) => ({
    ...row,
    unitCode: codes.get(row.unitId ?? '') ?? null,
    partyName: names.get(row.partyId ?? '') ?? null,
    plates: bySpace.get(row.id)?.flatMap((car) => car.plate ?? []) ?? [],
    models: bySpace.get(row.id)?.map((car) => [car.brand, car.model].filter(Boolean).join(' ')) ?? [],
  }));
}

const natural = (a: string, b: string): number =>
  a.localeCompare(b, 'zh-CN', { numeric: true }) || (a < b ? -1 : 1);
