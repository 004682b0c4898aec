import { monthOf } from '../../../shared/dates';
import { Refusal } from '../../../shared/result';
import { assertTime, done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { assertNotOver, assertTerm, moved, noticeOf } from './load';
import { isOwn } from './next';
import { indexNotice } from './words';

/** A notice from its draft to the day it is taken down (S25). */

type Ops = HandlersFor<'notices'>;

/** Columns that only later acts write. */
export const UNTOUCHED = {
  submittedAt: null,
  submitterId: null,
  submitterName: null,
  sentBackAt: null,
  sentBackByName: null,
  sentBackReason: null,
  approvedAt: null,
  approvedByName: null,
  postedAt: null,
  postedByName: null,
  postedPlace: null,
  removedAt: null,
  removedByName: null,
  withdrawnReason: null,
  voidReason: null,
  voidedAt: null,
  voidedByName: null,
} as const;

export const register: Ops['register'] = async (input, ctx) => {
  assertTerm(input);
  const { actor, journal, numbers, newId, now } = ctx;
  const { serialNo, scanCode } = numbers.next('notices', monthOf(now));
  const row = journal.create('notices', {
    ...UNTOUCHED,
    ...input,
    id: newId(),
    serialNo,
    scanCode,
    state: 'draft',
    recordedAt: now,
    recorderId: actor.staffId,
    recorderName: actor.name,
  });
  indexNotice(ctx, row);
  return { ...done(row), scanCode };
};

export const rewrite: Ops['rewrite'] = async ({ id, version, ...wording }, ctx) => {
  const row = await noticeOf(ctx.db, id, version);
  if (row.state !== 'draft') throw new Refusal('notices.wrongState', { state: row.state });
  assertTerm(wording);
  const changed = (Object.keys(wording) as (keyof typeof wording)[]).some((key) => wording[key] !== row[key]);
  if (!changed) throw new Refusal('entry.unchanged');
  const next = ctx.journal.change('notices', row, wording, { kind: 'CHANGE' });
  indexNotice(ctx, next);
  return done(next);
};

export const submit: Ops['submit'] = async ({ id, version }, ctx) => {
  const row = await noticeOf(ctx.db, id, version);
  const state = moved(row, 'submitted');
  assertNotOver(row, ctx.now);
  const { staffId, name } = ctx.actor;
  const patch = { state, submittedAt: ctx.now, submitterId: staffId, submitterName: name };
  return done(ctx.journal.change('notices', row, patch, { kind: 'CHANGE' }));
};

export const approve: Ops['approve'] = async ({ id, version, note }, ctx) => {
  const row = await noticeOf(ctx.db, id, version);
  const state = moved(row, 'approved');
  if (isOwn(row, ctx.actor.staffId)) throw new Refusal('notices.ownText');
  assertNotOver(row, ctx.now);
  const patch = { state, approvedAt: ctx.now, approvedByName: ctx.actor.name, ...(note ? { note } : {}) };
  const next = ctx.journal.change('notices', row, patch, { kind: 'CHANGE' });
  indexNotice(ctx, next);
  return done(next);
};

export const sendBack: Ops['sendBack'] = async ({ id, version, reason }, ctx) => {
  const row = await noticeOf(ctx.db, id, version);
  // Only from the desk of the one who approves; `draft` follows nothing else.
  const state = moved(row, 'draft');
  const patch = {
    state,
    submittedAt: null,
    submitterId: null,
    submitterName: null,
    sentBackAt: ctx.now,
    sentBackByName: ctx.actor.name,
    sentBackReason: reason,
  };
  return done(ctx.journal.change('notices', row, patch, { kind: 'CHANGE' }));
};

export const post: Ops['post'] = async ({ id, version, at, place }, ctx) => {
  const row = await noticeOf(ctx.db, id, version);
  const state = moved(row, 'posted');
  assertNotOver(row, ctx.now);
  assertTime('at', at, row.approvedAt, ctx.now);
  const postedPlace = place === row.place ? null : place;
  const patch = { state, postedAt: at, postedByName: ctx.actor.name, postedPlace };
  return done(ctx.journal.change('notices', row, patch, { kind: 'CHANGE' }));
};

export const remove: Ops['remove'] = async ({ id, version, at, note }, ctx) => {
  const row = await noticeOf(ctx.db, id, version);
  const state = moved(row, 'removed');
  assertTime('at', at, row.postedAt, ctx.now);
  const patch = { state, removedAt: at, removedByName: ctx.actor.name, ...(note ? { note } : {}) };
  const next = ctx.journal.change('notices', row, patch, { kind: 'CHANGE' });
  indexNotice(ctx, next);
  return done(next);
};

export const withdraw: Ops['withdraw'] = async ({ id, version, reason }, ctx) => {
  const row = await noticeOf(ctx.db, id, version);
  const patch = { state: moved(row, 'withdrawn'), withdrawnReason: reason };
  return done(ctx.journal.change('notices', row, patch, { kind: 'CHANGE' }));
};
