import { PARTY_NEXT, type PartyState } from '../../../shared/registers/parties.row';
import type { Actor } from '../../../shared/registers/session';
import {
  OCCUPANCY_NEXT,
  type OccupancyState,
  UNIT_NEXT,
  type UnitState,
} from '../../../shared/registers/units.row';
import { Refusal } from '../../../shared/result';
import { GRANTS } from '../../../shared/roles';
import type { ReadDb } from '../../db/context';
import type { PartiesTable, UnitsTable } from '../../db/tables';
import { asFilled, movedTo } from '../../entries/load';
import { staysOfParties } from './who';

/** What every command on units and parties checks before it writes. */

/** The unit as it is now. Errors: Refusal `notFound`, `conflict` (trust.md F10). */
export async function unitOf(db: ReadDb, id: string, version?: number): Promise<UnitsTable> {
  const row = await db.selectFrom('units').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

/** The party as it is now; errors as `unitOf`. */
export async function partyOf(db: ReadDb, id: string, version?: number): Promise<PartiesTable> {
  const row = await db.selectFrom('parties').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

/** The next state on the books. Errors: Refusal `units.wrongState`. */
export const movedUnit = (row: UnitsTable, to: UnitState): UnitState =>
  movedTo(UNIT_NEXT, row.state, to, 'units');
/** The next occupancy state; staying is allowed. Errors: Refusal `units.wrongOccupancy`. */
export function movedOccupancy(row: UnitsTable, to: OccupancyState): OccupancyState {
  if (row.occupancyState !== to && !OCCUPANCY_NEXT[row.occupancyState].includes(to))
    throw new Refusal('units.wrongOccupancy', { from: row.occupancyState, to });
  return to;
}
/** The next state of a file. Errors: Refusal `parties.wrongState`. */
export const movedParty = (row: PartiesTable, to: PartyState): PartyState =>
  movedTo(PARTY_NEXT, row.state, to, 'parties');

/** Only a unit on the books takes part in new acts. Errors: Refusal `units.wrongState`. */
export function assertUnit(row: UnitsTable): void {
  if (row.state !== 'active') throw new Refusal('units.wrongState', { state: row.state });
}
/** Only a file in use takes part in new acts. Errors: Refusal `parties.wrongState`. */
export function assertParty(row: PartiesTable): void {
  if (row.state !== 'active') throw new Refusal('parties.wrongState', { state: row.state });
}

/** A steward who is nothing else keeps only his own area (domain.md §4.4, 11). */
const isOnlySteward = (actor: Actor): boolean =>
  !actor.roles.some((role) => role !== 'csSteward' && GRANTS['units.register'].includes(role));

/** The unit is the steward's own, or nobody's. Errors: Refusal `units.otherArea` with the steward's name. */
export async function assertOwnUnit(db: ReadDb, actor: Actor, row: UnitsTable): Promise<void> {
  if (!isOnlySteward(actor)) return;
  const owner = await stewardOf(db, row);
  if (owner && owner.id !== actor.staffId) throw new Refusal('units.otherArea', { name: owner.name });
}

/** At least one unit the party is in is the steward's own, or it is in none. Errors: Refusal `units.otherArea`. */
export async function assertOwnParty(db: ReadDb, actor: Actor, row: PartiesTable): Promise<void> {
  if (!isOnlySteward(actor)) return;
  const ids = [...new Set((await staysOfParties(db, [row.id])).map((stay) => stay.unitId))];
  if (ids.length === 0) return;
  const units = await db.selectFrom('units').selectAll().where('id', 'in', ids).execute();
  let other = '';
  for (const unit of units) {
    const owner = await stewardOf(db, unit);
    if (!owner || owner.id === actor.staffId) return;
    other = owner.name;
  }
  throw new Refusal('units.otherArea', { name: other });
}

/** The unit's own steward, else the steward of its area; null when neither is named. */
export async function stewardOf(
  db: ReadDb,
  row: Pick<UnitsTable, 'stewardId' | 'stewardName' | 'areaId'>,
): Promise<{ id: string; name: string } | null> {
  if (row.stewardId) return { id: row.stewardId, name: row.stewardName ?? '' };
  if (!row.areaId) return null;
  const area = await db.selectFrom('areas').selectAll().where('id', '=', row.areaId).executeTakeFirst();
  return area?.stewardId ? { id: area.stewardId, name: area.stewardName ?? '' } : null;
}

/** Id and name of an active person of the office; nulls for none. Errors: Refusal `units.unknownSteward`. */
export async function stewardById(
  db: ReadDb,
  id: string | null | undefined,
): Promise<{ stewardId: string | null; stewardName: string | null }> {
  if (!id) return { stewardId: null, stewardName: null };
  const row = await db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('id', '=', id)
    .where('active', '=', 1)
    .executeTakeFirst();
  if (!row) throw new Refusal('units.unknownSteward');
  return { stewardId: row.id, stewardName: row.name };
}

/** The area must exist and be in use. Errors: Refusal `units.unknownArea`. */
export async function assertArea(db: ReadDb, id: string | null | undefined): Promise<void> {
  if (!id) return;
  const row = await db.selectFrom('areas').select('active').where('id', '=', id).executeTakeFirst();
  if (row?.active !== 1) throw new Refusal('units.unknownArea');
}
