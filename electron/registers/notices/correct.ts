import { registerNotice } from '../../../shared/registers/notices';
import { Refusal } from '../../../shared/result';
import { asTyped, correctionOf, seen } from '../../entries/correction';
import { correctionWarnings } from '../../entries/freeze';
import { done } from '../../entries/load';
import { isManager } from '../../entries/rights';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { moved, noticeOf } from './load';
import { indexNotice } from './words';

/** Corrections, voids and looks of notices (trust.md C5). */

type Ops = HandlersFor<'notices'>;

/** Errors: `notices.wrongState` (void), `entry.unchanged`, `.notRecorder`, `.reasonMissing`; InvalidField `value`. */
export const correct: Ops['correct'] = async ({ id, version, field, value, reason }, ctx) => {
  const row = await noticeOf(ctx.db, id, version);
  if (row.state === 'voided') throw new Refusal('notices.wrongState', { state: row.state });
  const patch = { [field]: asTyped(registerNotice.shape[field], value) };
  if (patch[field] === row[field]) throw new Refusal('entry.unchanged');
  const { limits } = await settingsOf(ctx.db);
  const correction = await correctionOf(ctx, 'notices', row, field, reason, limits);
  const next = ctx.journal.change('notices', row, patch, correction);
  indexNotice(ctx, next);
  return { ...done(next), warnings: await correctionWarnings(ctx.db, 'notices', next, limits) };
};

/** Number and line stay, printed 作废; what was posted only by the manager. */
export const voidNotice: Ops['void'] = async ({ id, version, reason }, ctx) => {
  const row = await noticeOf(ctx.db, id, version);
  const state = moved(row, 'voided');
  if (row.postedAt !== null && !isManager(ctx.actor)) throw new Refusal('entry.managerOnly');
  const patch = { state, voidReason: reason, voidedAt: ctx.now, voidedByName: ctx.actor.name };
  return done(ctx.journal.change('notices', row, patch, { kind: 'VOID' }));
};

/** Another person opened the entry: ends the recorder's free window, once. */
export const markSeen: Ops['markSeen'] = async ({ id }, ctx) => {
  const row = await noticeOf(ctx.db, id);
  await seen(ctx, 'notices', row, (await settingsOf(ctx.db)).limits);
  return { seen: true };
};
