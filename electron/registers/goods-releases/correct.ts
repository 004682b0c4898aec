import { Refusal } from '../../../shared/result';
import { optionalText } from '../../../shared/text';
import { asTyped, correctionOf, seen } from '../../entries/correction';
import { correctionWarnings } from '../../entries/freeze';
import { done } from '../../entries/load';
import { isManager } from '../../entries/rights';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { goodsOf, movedRelease, releaseOf, requestOf } from './load';
import { indexRelease } from './words';

/** After issue only the remarks change; everything else is void and new (domain.md §4.3, §6.3). */

type Ops = HandlersFor<'goodsReleases'>;

/** Errors: `goodsReleases.wrongState` on void lines, `entry.unchanged`, `.notRecorder`, `.reasonMissing`. */
export const correct: Ops['correct'] = async ({ id, version, field, value, reason }, ctx) => {
  const row = await releaseOf(ctx.db, id, version);
  if (row.state === 'voided' || row.state === 'reissued')
    throw new Refusal('goodsReleases.wrongState', { state: row.state });
  const note = asTyped(NOTE, value);
  if (note === row.note) throw new Refusal('entry.unchanged');
  const { limits } = await settingsOf(ctx.db);
  const correction = await correctionOf(ctx, 'goodsReleases', row, field, reason, limits);
  const next = ctx.journal.change('goodsReleases', row, { note }, correction);
  const request = await requestOf(ctx.db, row.requestId);
  indexRelease(ctx, next, request, (await goodsOf(ctx.db, [request.id])).get(request.id) ?? []);
  return { ...done(next), warnings: await correctionWarnings(ctx.db, 'goodsReleases', next, limits) };
};

const NOTE = optionalText(300);

/** The number stays, printed 作废. Errors: `entry.managerOnly` once the goods are out. */
export const voidRelease: Ops['void'] = async ({ id, version, reason }, ctx) => {
  const row = await releaseOf(ctx.db, id, version);
  const state = movedRelease(row, 'voided');
  if (row.releasedAt !== null && !isManager(ctx.actor)) throw new Refusal('entry.managerOnly');
  const patch = { state, voidReason: reason, voidedAt: ctx.now, voidedByName: ctx.actor.name };
  return done(ctx.journal.change('goodsReleases', row, patch, { kind: 'VOID' }));
};

/** See `seen`. */
export const markSeen: Ops['markSeen'] = async ({ id }, ctx) => {
  const row = await releaseOf(ctx.db, id);
  await seen(ctx, 'goodsReleases', row, (await settingsOf(ctx.db)).limits);
  return { seen: true };
};
