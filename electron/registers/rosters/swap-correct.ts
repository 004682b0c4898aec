import { askSwap } from '../../../shared/registers/shift-swaps';
import type { SwapCorrectable } from '../../../shared/registers/shift-swaps.row';
import { Refusal } from '../../../shared/result';
import type { ShiftSwapsTable } from '../../db/tables';
import { asTyped, correctionOf, seen } from '../../entries/correction';
import { correctionWarnings } from '../../entries/freeze';
import { done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { swapMoved, swapOf } from './load';
import { indexSwap } from './words';

/** Corrections, voids and looks of swaps (trust.md C5). */

type Ops = HandlersFor<'shiftSwaps'>;

/** One field corrected while the swap is open or refused. Errors: `shiftSwaps.wrongState`, those of `correctionOf`. */
export const correct: Ops['correct'] = async ({ id, version, field, value, reason }, ctx) => {
  const row = await swapOf(ctx.db, id, version);
  if (row.state === 'approved' || row.state === 'voided')
    throw new Refusal('shiftSwaps.wrongState', { state: row.state });
  const patch: Partial<Pick<ShiftSwapsTable, SwapCorrectable>> = {
    [field]: asTyped(askSwap.shape[field], value),
  };
  if (patch[field] === row[field]) throw new Refusal('entry.unchanged');
  const { limits } = await settingsOf(ctx.db);
  const correction = await correctionOf(ctx, 'shiftSwaps', row, field, reason, limits);
  const next = ctx.journal.change('shiftSwaps', row, patch, correction);
  indexSwap(ctx, next);
  return { ...done(next), warnings: await correctionWarnings(ctx.db, 'shiftSwaps', next, limits) };
};

/** Number and line stay, printed 作废. What was approved stands on the sheet and is not voided. */
export const voidSwap: Ops['void'] = async ({ id, version, reason }, ctx) => {
  const row = await swapOf(ctx.db, id, version);
  const state = swapMoved(row, 'voided');
  const patch = { state, voidReason: reason, voidedAt: ctx.now, voidedByName: ctx.actor.name };
  return done(ctx.journal.change('shiftSwaps', row, patch, { kind: 'VOID' }));
};

/** Another person opened the entry: ends the recorder's free window, once. */
export const markSeen: Ops['markSeen'] = async ({ id }, ctx) => {
  const row = await swapOf(ctx.db, id);
  await seen(ctx, 'shiftSwaps', row, (await settingsOf(ctx.db)).limits);
  return { seen: true };
};
