import { Refusal } from '../../../shared/result';
import type { CommandContext } from '../../db/context';
import type { RosterCellsTable, ShiftSwapsTable } from '../../db/tables';
import { done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { putOn, takeOff } from './cells';
import { swapMoved, swapOf } from './load';
import { assertFree, swappable } from './swap-ask';

/** A supervisor who is no party decides (domain.md §4.3): only then does the roster change. */

type Ops = HandlersFor<'shiftSwaps'>;

/** Errors: Refusal `shiftSwaps.party`. */
function assertNoParty(row: ShiftSwapsTable, { actor }: CommandContext): void {
  if (actor.staffId === row.askerId || actor.staffId === row.colleagueId)
    throw new Refusal('shiftSwaps.party');
}

/** A cell that still is who the swap says. Errors: Refusal `shiftSwaps.cellMoved`, those of `swappable`. */
async function cellOfParty(
  ctx: CommandContext,
  cellId: string,
  staffId: string,
  name: string,
): Promise<RosterCellsTable> {
  const cell = await swappable(ctx.db, cellId, ctx.now);
  if (cell.staffId !== staffId) throw new Refusal('shiftSwaps.cellMoved', { name });
  return cell;
}

export const approve: Ops['approve'] = async ({ id, version }, ctx) => {
  const row = await swapOf(ctx.db, id, version);
  const state = swapMoved(row, 'approved');
  assertNoParty(row, ctx);
  const cell = await cellOfParty(ctx, row.cellId, row.askerId, row.askerName);
  const other = row.otherCellId
    ? await cellOfParty(ctx, row.otherCellId, row.colleagueId, row.colleagueName)
    : null;
  await assertFree(ctx.db, cell, other, row.colleagueId);
  const next = ctx.journal.change(
    'shiftSwaps',
    row,
    { state, decidedAt: ctx.now, deciderId: ctx.actor.staffId, deciderName: ctx.actor.name },
    { kind: 'CHANGE' },
  );
  const mark = { changedAt: ctx.now, changedByName: ctx.actor.name, changeReason: null, swapId: row.id };
  const what = { kind: 'LINK', facts: { swap: row.serialNo } } as const;
  // Both leave before either comes: nobody stands twice in between.
  takeOff(ctx, cell, mark, what);
  if (other) takeOff(ctx, other, mark, what);
  await putOn(ctx, cell.rosterId, placeOf(cell), row.colleagueId, mark, what);
  if (other) await putOn(ctx, other.rosterId, placeOf(other), row.askerId, mark, what);
  return done(next);
};

const placeOf = ({ post, shift, dayOn }: RosterCellsTable) => ({ post, shift, dayOn });

export const refuse: Ops['refuse'] = async ({ id, version, reason }, ctx) => {
  const row = await swapOf(ctx.db, id, version);
  const state = swapMoved(row, 'refused');
  assertNoParty(row, ctx);
  const patch = {
    state,
    decidedAt: ctx.now,
    deciderId: ctx.actor.staffId,
    deciderName: ctx.actor.name,
    decisionReason: reason,
  };
  return done(ctx.journal.change('shiftSwaps', row, patch, { kind: 'CHANGE' }));
};
