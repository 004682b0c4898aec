import { registerBroadcast } from '../../../shared/registers/broadcasts';
import { Refusal } from '../../../shared/result';
import { asTyped, correctionOf, seen } from '../../entries/correction';
import { correctionWarnings } from '../../entries/freeze';
import { done } from '../../entries/load';
import { isManager } from '../../entries/rights';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { broadcastOf, moved } from './load';
import { indexBroadcast } from './words';

/** Corrections, voids and looks of broadcasts (trust.md C5). */

type Ops = HandlersFor<'broadcasts'>;

/** Errors: `broadcasts.wrongState` (void), `entry.unchanged`, `.notRecorder`, `.reasonMissing`; InvalidField `value`. */
export const correct: Ops['correct'] = async ({ id, version, field, value, reason }, ctx) => {
  const row = await broadcastOf(ctx.db, id, version);
  if (row.state === 'voided') throw new Refusal('broadcasts.wrongState', { state: row.state });
  const patch = { [field]: asTyped(registerBroadcast.shape[field], value) };
  if (patch[field] === row[field]) throw new Refusal('entry.unchanged');
  const { limits } = await settingsOf(ctx.db);
  const correction = await correctionOf(ctx, 'broadcasts', row, field, reason, limits);
  const next = ctx.journal.change('broadcasts', row, patch, correction);
  indexBroadcast(ctx, next);
  return { ...done(next), warnings: await correctionWarnings(ctx.db, 'broadcasts', next, limits) };
};

/** Number and line stay, printed 作废; what was played only by the manager. */
export const voidBroadcast: Ops['void'] = async ({ id, version, reason }, ctx) => {
  const row = await broadcastOf(ctx.db, id, version);
  const state = moved(row, 'voided');
  if (row.played > 0 && !isManager(ctx.actor)) throw new Refusal('entry.managerOnly');
  const patch = { state, voidReason: reason, voidedAt: ctx.now, voidedByName: ctx.actor.name };
  return done(ctx.journal.change('broadcasts', row, patch, { kind: 'VOID' }));
};

/** Another person opened the entry: ends the recorder's free window, once. */
export const markSeen: Ops['markSeen'] = async ({ id }, ctx) => {
  const row = await broadcastOf(ctx.db, id);
  await seen(ctx, 'broadcasts', row, (await settingsOf(ctx.db)).limits);
  return { seen: true };
};
