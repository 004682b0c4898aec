import { leavePost } from '../../../shared/registers/post-covers';
import type { CoverCorrectable } from '../../../shared/registers/post-covers.row';
import { InvalidField, Refusal } from '../../../shared/result';
import type { PostCoversTable } from '../../db/tables';
import { asTyped, correctionOf, seen } from '../../entries/correction';
import { correctionWarnings } from '../../entries/freeze';
import { assertTime, done } from '../../entries/load';
import { isManager } from '../../entries/rights';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { coverMoved, coverOf } from './load';
import { indexCover } from './words';

/** Corrections, voids and looks of the stand-in log (trust.md C5). */

type Ops = HandlersFor<'postCovers'>;

/** One field corrected. Errors: `postCovers.wrongState` (void), those of `correctionOf`; InvalidField `value`. */
export const correct: Ops['correct'] = async ({ id, version, field, value, reason }, ctx) => {
  const row = await coverOf(ctx.db, id, version);
  if (row.state === 'voided') throw new Refusal('postCovers.wrongState', { state: row.state });
  const patch: Partial<Pick<PostCoversTable, CoverCorrectable>> = {
    [field]: asTyped(leavePost.shape[field], value),
  };
  if (patch[field] === row[field]) throw new Refusal('entry.unchanged');
  const next = { ...row, ...patch };
  if (field === 'leftAt') assertTime('value', next.leftAt, null, ctx.now);
  if (next.dueAt <= next.leftAt) throw new InvalidField('value', 'time.early');
  if (next.backAt !== null && next.backAt < next.leftAt) throw new InvalidField('value', 'time.late');
  const { limits } = await settingsOf(ctx.db);
  const correction = await correctionOf(ctx, 'postCovers', row, field, reason, limits);
  const written = ctx.journal.change('postCovers', row, patch, correction);
  indexCover(ctx, written);
  return { ...done(written), warnings: await correctionWarnings(ctx.db, 'postCovers', written, limits) };
};

/** Number and line stay, printed 作废; once the leaver is back only the manager voids. */
export const voidCover: Ops['void'] = async ({ id, version, reason }, ctx) => {
  const row = await coverOf(ctx.db, id, version);
  const state = coverMoved(row, 'voided');
  if (row.backAt !== null && !isManager(ctx.actor)) throw new Refusal('entry.managerOnly');
  const patch = { state, voidReason: reason, voidedAt: ctx.now, voidedByName: ctx.actor.name };
  return done(ctx.journal.change('postCovers', row, patch, { kind: 'VOID' }));
};

/** Another person opened the entry: ends the recorder's free window, once. */
export const markSeen: Ops['markSeen'] = async ({ id }, ctx) => {
  const row = await coverOf(ctx.db, id);
  await seen(ctx, 'postCovers', row, (await settingsOf(ctx.db)).limits);
  return { seen: true };
};
