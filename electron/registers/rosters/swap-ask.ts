import { dayOf, monthOf } from '../../../shared/dates';
import { Refusal } from '../../../shared/result';
import type { ProvenSecond, ReadDb } from '../../db/context';
import type { RosterCellsTable } from '../../db/tables';
import { done, proven } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { cellById, colleague, rosterOf, swapMoved, swapOf } from './load';
import { indexSwap } from './words';

/** A swap is asked by the one whose shift it is and agreed by the colleague (S81): what the two of them do. */

type Ops = HandlersFor<'shiftSwaps'>;

/** Columns that only later acts write. */
export const UNDECIDED = {
  decidedAt: null,
  deciderId: null,
  deciderName: null,
  decisionReason: null,
  voidReason: null,
  voidedAt: null,
  voidedByName: null,
} as const;

/** The cell of somebody's shift that can still be swapped. Errors: Refusal `shiftSwaps.notPublished`, `.dayOver`, `.cellMoved`. */
export async function swappable(db: ReadDb, cellId: string, now: string): Promise<RosterCellsTable> {
  const cell = await cellById(db, cellId);
  if (cell.state !== 'planned') throw new Refusal('shiftSwaps.cellMoved', { name: cell.staffName });
  if ((await rosterOf(db, cell.rosterId)).state !== 'published') throw new Refusal('shiftSwaps.notPublished');
  if (cell.dayOn < dayOf(now)) throw new Refusal('shiftSwaps.dayOver', { dayOn: cell.dayOn });
  return cell;
}

type At = Pick<RosterCellsTable, 'rosterId' | 'dayOn' | 'shift'>;
const sameShift = (a: At, b: At): boolean => a.dayOn === b.dayOn && a.shift === b.shift;

/**
 * Nobody stands on two posts at once when the swap is done. Errors: Refusal `shiftSwaps.sameShift`, `rosters.alreadyOn`.
 */
export async function assertFree(
  db: ReadDb,
  cell: RosterCellsTable,
  other: RosterCellsTable | null,
  colleagueId: string,
): Promise<void> {
  if (other && sameShift(cell, other)) throw new Refusal('shiftSwaps.sameShift');
  await assertNotOn(db, colleagueId, cell);
  if (other) await assertNotOn(db, cell.staffId, other);
}

async function assertNotOn(db: ReadDb, staffId: string, { rosterId, dayOn, shift }: At): Promise<void> {
  const on = await db
    .selectFrom('roster_cells')
    .select(['post', 'staffName'])
    .where('rosterId', '=', rosterId)
    .where('dayOn', '=', dayOn)
    .where('shift', '=', shift)
    .where('staffId', '=', staffId)
    .where('state', '=', 'planned')
    .executeTakeFirst();
  if (on) throw new Refusal('rosters.alreadyOn', { name: on.staffName, post: on.post });
}

/** The PIN in the dialog is the colleague's own. Errors: Refusal `shiftSwaps.otherSigned`, `second.pinNeeded`. */
function assertColleague(second: ProvenSecond, colleagueId: string, colleagueName: string): void {
  if (proven(second).staffId !== colleagueId)
    throw new Refusal('shiftSwaps.otherSigned', { name: colleagueName });
}

export const register: Ops['register'] = async (input, ctx) => {
  const { actor, now, second } = ctx;
  const cell = await swappable(ctx.db, input.cellId, now);
  if (cell.staffId !== actor.staffId) throw new Refusal('shiftSwaps.notYours');
  if (input.colleagueId === actor.staffId) throw new Refusal('shiftSwaps.yourself');
  const person = await colleague(ctx.db, input.colleagueId);
  const other = input.otherCellId ? await swappable(ctx.db, input.otherCellId, now) : null;
  if (other && other.staffId !== person.id) throw new Refusal('shiftSwaps.notTheirs', { name: person.name });
  await assertFree(ctx.db, cell, other, person.id);
  await assertNoneOpen(ctx.db, [cell.id, ...(other ? [other.id] : [])]);
  if (second) assertColleague(second, person.id, person.name);
  const { serialNo, scanCode } = ctx.numbers.next('shiftSwaps', monthOf(now));
  const row = ctx.journal.create('shiftSwaps', {
    ...UNDECIDED,
    id: ctx.newId(),
    serialNo,
    scanCode,
    state: second ? 'agreed' : 'asked',
    cellId: cell.id,
    dayOn: cell.dayOn,
    shift: cell.shift,
    post: cell.post,
    askerId: actor.staffId,
    askerName: actor.name,
    colleagueId: person.id,
    colleagueName: person.name,
    otherCellId: other?.id ?? null,
    otherDayOn: other?.dayOn ?? null,
    otherShift: other?.shift ?? null,
    otherPost: other?.post ?? null,
    reason: input.reason,
    agreedAt: second ? now : null,
    agreedHow: second ? 'pin' : null,
    note: input.note,
    recordedAt: now,
    recorderId: actor.staffId,
    recorderName: actor.name,
  });
  indexSwap(ctx, row);
  return { ...done(row), scanCode };
};

/** A shift is asked away once at a time. Errors: Refusal `shiftSwaps.open` with the number of the other swap. */
async function assertNoneOpen(db: ReadDb, cellIds: readonly string[]): Promise<void> {
  const open = await db
    .selectFrom('shift_swaps')
    .select('serialNo')
    .where((eb) => eb.or([eb('cellId', 'in', cellIds), eb('otherCellId', 'in', cellIds)]))
    .where('state', 'in', ['asked', 'agreed'])
    .executeTakeFirst();
  if (open) throw new Refusal('shiftSwaps.open', { serialNo: open.serialNo });
}

export const agree: Ops['agree'] = async ({ id, version }, ctx) => {
  const row = await swapOf(ctx.db, id, version);
  const state = swapMoved(row, 'agreed');
  const own = ctx.actor.staffId === row.colleagueId;
  if (!own) {
    if (!ctx.second) throw new Refusal('shiftSwaps.onlyColleague', { name: row.colleagueName });
    assertColleague(ctx.second, row.colleagueId, row.colleagueName);
  }
  const patch = { state, agreedAt: ctx.now, agreedHow: own ? ('own' as const) : ('pin' as const) };
  return done(ctx.journal.change('shiftSwaps', row, patch, { kind: 'CO_CONFIRM' }));
};

export const decline: Ops['decline'] = async ({ id, version, reason }, ctx) => {
  const row = await swapOf(ctx.db, id, version);
  const state = swapMoved(row, 'declined');
  if (ctx.actor.staffId !== row.colleagueId)
    throw new Refusal('shiftSwaps.onlyColleague', { name: row.colleagueName });
  const patch = { state, decidedAt: ctx.now, decisionReason: reason };
  return done(ctx.journal.change('shiftSwaps', row, patch, { kind: 'CHANGE' }));
};

export const withdraw: Ops['withdraw'] = async ({ id, version }, ctx) => {
  const row = await swapOf(ctx.db, id, version);
  const state = swapMoved(row, 'withdrawn');
  if (ctx.actor.staffId !== row.askerId) throw new Refusal('shiftSwaps.onlyAsker', { name: row.askerName });
  return done(ctx.journal.change('shiftSwaps', row, { state, decidedAt: ctx.now }, { kind: 'CHANGE' }));
};
