import { dayOf, monthOf } from '../../../shared/dates';
import { registerResolution } from '../../../shared/registers/resolutions';
import type { Resolution } from '../../../shared/registers/resolutions.row';
import { InvalidField, Refusal } from '../../../shared/result';
import { asTyped, correctionOf, seen } from '../../entries/correction';
import { correctionWarnings } from '../../entries/freeze';
import { realDay } from '../../entries/listing';
import { assertTime, done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { colleagueOf, meetingOf, resolutionMoved, resolutionOf } from './load';
import { indexResolution } from './words';

/** What a meeting resolved, until it is done (S84). */

type Ops = HandlersFor<'resolutions'>;

export const register: Ops['register'] = async ({ meetingId, ownerId, matter, dueOn, note }, ctx) => {
  const meeting = await meetingOf(ctx.db, meetingId);
  if (meeting.state !== 'open')
    throw new Refusal('resolutions.meetingClosed', { serialNo: meeting.serialNo });
  realDay('dueOn', dueOn);
  if (dueOn < dayOf(meeting.heldAt)) throw new InvalidField('dueOn', 'day.early');
  const owner = await colleagueOf(ctx.db, ownerId);
  const last = await ctx.db
    .selectFrom('resolutions')
    .select('lineNo')
    .where('meetingId', '=', meetingId)
    .orderBy('lineNo', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { serialNo, scanCode } = ctx.numbers.next('resolutions', monthOf(ctx.now));
  const row = ctx.journal.create('resolutions', {
    id: ctx.newId(),
    serialNo,
    scanCode,
    state: 'open',
    meetingId,
    lineNo: (last?.lineNo ?? 0) + 1,
    matter,
    ownerId: owner.id,
    ownerName: owner.name,
    dueOn,
    doneAt: null,
    doneByName: null,
    result: null,
    droppedReason: null,
    droppedByName: null,
    voidReason: null,
    voidedAt: null,
    voidedByName: null,
    note,
    recordedAt: ctx.now,
    recorderId: ctx.actor.staffId,
    recorderName: ctx.actor.name,
  });
  indexResolution(ctx, row);
  return { ...done(row), scanCode };
};

export const finish: Ops['finish'] = async ({ id, version, result, at }, ctx) => {
  const row = await resolutionOf(ctx.db, id, version);
  const state = resolutionMoved(row, 'done');
  const { heldAt } = await meetingOf(ctx.db, row.meetingId);
  assertTime('at', at, heldAt, ctx.now);
  const patch = { state, result, doneAt: at, doneByName: ctx.actor.name };
  const next = ctx.journal.change('resolutions', row, patch, { kind: 'CHANGE' });
  indexResolution(ctx, next);
  return done(next);
};

export const reopen: Ops['reopen'] = async ({ id, version, reason }, ctx) => {
  const row = await resolutionOf(ctx.db, id, version);
  const state = resolutionMoved(row, 'open');
  const patch = { state, result: null, doneAt: null, doneByName: null };
  const next = ctx.journal.change('resolutions', row, patch, { kind: 'CHANGE', facts: { reason } });
  indexResolution(ctx, next);
  return done(next);
};

export const drop: Ops['drop'] = async ({ id, version, reason }, ctx) => {
  const row = await resolutionOf(ctx.db, id, version);
  const patch = {
    state: resolutionMoved(row, 'dropped'),
    droppedReason: reason,
    droppedByName: ctx.actor.name,
  };
  return done(ctx.journal.change('resolutions', row, patch, { kind: 'CHANGE' }));
};

/** Errors: `resolutions.wrongState`, `entry.unchanged`, `.notRecorder`, `.reasonMissing`; InvalidField `value`. */
export const correct: Ops['correct'] = async ({ id, version, field, value, reason }, ctx) => {
  const row = await resolutionOf(ctx.db, id, version);
  if (row.state !== 'open') throw new Refusal('resolutions.wrongState', { state: row.state });
  const typed = asTyped(registerResolution.shape[field], value);
  if (field === 'dueOn') {
    const { heldAt } = await meetingOf(ctx.db, row.meetingId);
    if (String(typed) < dayOf(heldAt)) throw new InvalidField('value', 'day.early');
  }
  if (typed === row[field]) throw new Refusal('entry.unchanged');
  const { limits } = await settingsOf(ctx.db);
  const correction = await correctionOf(ctx, 'resolutions', row, field, reason, limits);
  const patch: Partial<Resolution> = { [field]: typed };
  const next = ctx.journal.change('resolutions', row, patch, correction);
  indexResolution(ctx, next);
  return { ...done(next), warnings: await correctionWarnings(ctx.db, 'resolutions', next, limits) };
};

/** Struck in the minutes: number and line stay. */
export const voidResolution: Ops['void'] = async ({ id, version, reason }, ctx) => {
  const row = await resolutionOf(ctx.db, id, version);
  const state = resolutionMoved(row, 'voided');
  const patch = { state, voidReason: reason, voidedAt: ctx.now, voidedByName: ctx.actor.name };
  return done(ctx.journal.change('resolutions', row, patch, { kind: 'VOID' }));
};

/** Another person opened it. */
export const markSeen: Ops['markSeen'] = async ({ id }, ctx) => {
  await seen(ctx, 'resolutions', await resolutionOf(ctx.db, id), (await settingsOf(ctx.db)).limits);
  return { seen: true };
};
