import { COVER_NEXT, type CoverState } from '../../../shared/registers/post-covers.row';
import { ROSTER_NEXT, type RosterState } from '../../../shared/registers/rosters.row';
import { SWAP_NEXT, type SwapState } from '../../../shared/registers/shift-swaps.row';
import { Refusal } from '../../../shared/result';
import { holds, type Permit, type Role } from '../../../shared/roles';
import type { ReadDb } from '../../db/context';
import type {
  PostCoversTable,
  RosterCellsTable,
  RostersTable,
  ShiftSwapsTable,
  StaffTable,
} from '../../db/tables';
import { asFilled, movedTo } from '../../entries/load';

/** What every command of the room checks before it writes. Errors of the readers: Refusal `notFound`; `conflict`. */

export async function rosterOf(db: ReadDb, id: string, version?: number): Promise<RostersTable> {
  const row = await db.selectFrom('rosters').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

export async function swapOf(db: ReadDb, id: string, version?: number): Promise<ShiftSwapsTable> {
  const row = await db.selectFrom('shift_swaps').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

export async function coverOf(db: ReadDb, id: string, version?: number): Promise<PostCoversTable> {
  const row = await db.selectFrom('post_covers').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

export async function cellById(db: ReadDb, id: string): Promise<RosterCellsTable> {
  const row = await db.selectFrom('roster_cells').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row);
}

export const rosterMoved = (row: RostersTable, to: RosterState): RosterState =>
  movedTo(ROSTER_NEXT, row.state, to, 'rosters');
export const swapMoved = (row: ShiftSwapsTable, to: SwapState): SwapState =>
  movedTo(SWAP_NEXT, row.state, to, 'shiftSwaps');
export const coverMoved = (row: PostCoversTable, to: CoverState): CoverState =>
  movedTo(COVER_NEXT, row.state, to, 'postCovers');

/** A colleague who works here. Errors: Refusal `rosters.notOnStaff`. */
export async function colleague(db: ReadDb, staffId: string): Promise<StaffTable> {
  const row = await db.selectFrom('staff').selectAll().where('id', '=', staffId).executeTakeFirst();
  if (row?.active !== 1) throw new Refusal('rosters.notOnStaff', { name: row?.name ?? '' });
  return row;
}

/** A colleague holds a permit. */
export const mayOf = (person: Pick<StaffTable, 'roles'>, permit: Permit): boolean =>
  holds(JSON.parse(person.roles) as Role[], permit);
