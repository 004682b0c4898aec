import type { RosterCell } from '../../../shared/registers/rosters.row';
import { Refusal } from '../../../shared/result';
import type { CommandContext, ReadDb } from '../../db/context';
import type { Facts } from '../../db/journal';
import type { RosterCellsTable, RostersTable } from '../../db/tables';
import { colleague } from './load';
import { daysOfWeek, slotsOf } from './week';

/** Who keeps a post in a shift on a day: rows of `roster_cells`, taken off and put on, never deleted. */

/** Where on the sheet. */
export type Place = Pick<RosterCell, 'post' | 'shift' | 'dayOn'>;
/** What a change after publication is marked with. */
export type Mark = Pick<RosterCell, 'changedAt' | 'changedByName' | 'changeReason' | 'swapId'>;
const AS_PUBLISHED: Mark = { changedAt: null, changedByName: null, changeReason: null, swapId: null };

/** All cells of a week, removed ones too, in the order of the sheet's days. */
export const cellsOf = (db: ReadDb, rosterId: string): Promise<RosterCellsTable[]> =>
  db
    .selectFrom('roster_cells')
    .selectAll()
    .where('rosterId', '=', rosterId)
    .orderBy('dayOn')
    .orderBy('shift')
    .orderBy('id')
    .execute();

/** The place stands on the sheet. Errors: Refusal `rosters.dayOutside`, `.slotMissing`. */
export function assertPlace(roster: Pick<RostersTable, 'weekOn' | 'demand'>, place: Place): void {
  if (!daysOfWeek(roster.weekOn).includes(place.dayOn)) throw new Refusal('rosters.dayOutside');
  const slot = slotsOf(roster).some(({ post, shift }) => post === place.post && shift === place.shift);
  if (!slot) throw new Refusal('rosters.slotMissing', { post: place.post });
}

/** Takes somebody off. */
export const takeOff = (
  { journal }: Pick<CommandContext, 'journal'>,
  cell: RosterCellsTable,
  mark: Mark | null,
  what: Facts = { kind: 'CHANGE' },
): RosterCellsTable => journal.change('rosterCells', cell, { state: 'removed', ...mark }, what);

/**
 * Puts somebody on. Who stood there before is put on again: one line for a person and a place. Errors: Refusal
 * `rosters.notOnStaff`; `.alreadyOn` with the post they keep in that shift.
 */
export async function putOn(
  ctx: CommandContext,
  rosterId: string,
  place: Place,
  staffId: string,
  mark: Mark | null,
  what: Facts = { kind: 'CHANGE' },
): Promise<RosterCellsTable> {
  const person = await colleague(ctx.db, staffId);
  const there = await ctx.db
    .selectFrom('roster_cells')
    .selectAll()
    .where('rosterId', '=', rosterId)
    .where('dayOn', '=', place.dayOn)
    .where('shift', '=', place.shift)
    .where('staffId', '=', staffId)
    .execute();
  const elsewhere = there.find((cell) => cell.state === 'planned');
  if (elsewhere) throw new Refusal('rosters.alreadyOn', { name: person.name, post: elsewhere.post });
  const before = there.find((cell) => cell.post === place.post);
  if (before)
    return ctx.journal.change('rosterCells', before, { state: 'planned', ...(mark ?? AS_PUBLISHED) }, what);
  return ctx.journal.create('rosterCells', {
    id: ctx.newId(),
    rosterId,
    state: 'planned',
    ...place,
    staffId,
    staffName: person.name,
    ...(mark ?? AS_PUBLISHED),
  });
}

/**
 * Sets who keeps a place; answers names before and after. Errors: those of `putOn`, Refusal `conflict` when others stand
 * there than the screen showed, `rosters.unchanged`.
 */
export async function setPlace(
  ctx: CommandContext,
  roster: RostersTable,
  place: Place,
  { staffIds, had }: { staffIds: readonly string[]; had: readonly string[] },
  mark: Mark | null,
): Promise<{ before: string; after: string }> {
  assertPlace(roster, place);
  const here = (await cellsOf(ctx.db, roster.id)).filter(
    (cell) =>
      cell.state === 'planned' &&
      cell.post === place.post &&
      cell.shift === place.shift &&
      cell.dayOn === place.dayOn,
  );
  const standing = new Set(here.map((cell) => cell.staffId));
  if (standing.size !== had.length || had.some((id) => !standing.has(id))) throw new Refusal('conflict');
  const wanted = [...new Set(staffIds)];
  const gone = here.filter((cell) => !wanted.includes(cell.staffId));
  const fresh = wanted.filter((id) => !standing.has(id));
  if (gone.length + fresh.length === 0) throw new Refusal('rosters.unchanged');
  for (const cell of gone) takeOff(ctx, cell, mark);
  const added: RosterCellsTable[] = [];
  for (const staffId of fresh) added.push(await putOn(ctx, roster.id, place, staffId, mark));
  const kept = here.filter((cell) => !gone.includes(cell));
  const names = (cells: readonly RosterCellsTable[]) => cells.map((cell) => cell.staffName).join(' ');
  return { before: names(here), after: names([...kept, ...added]) };
}
