import { monthOf } from '../../../shared/dates';
import { InvalidField, Refusal } from '../../../shared/result';
import { done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { assertWindow, broadcastOf, moved } from './load';
import { indexBroadcast } from './words';

/** A broadcast from its request to its result (S28). */

type Ops = HandlersFor<'broadcasts'>;

/** Columns that only later acts write. */
export const UNTOUCHED = {
  played: 0,
  approvedAt: null,
  approvedByName: null,
  managerOrder: null,
  generalOrder: null,
  refusedAt: null,
  refusedByName: null,
  refusedReason: null,
  closedAt: null,
  closedByName: null,
  result: null,
  notPlayedReason: null,
  voidReason: null,
  voidedAt: null,
  voidedByName: null,
} as const;

export const register: Ops['register'] = async (input, ctx) => {
  assertWindow(input);
  const { actor, journal, numbers, newId, now } = ctx;
  const { serialNo, scanCode } = numbers.next('broadcasts', monthOf(now));
  const row = journal.create('broadcasts', {
    ...UNTOUCHED,
    ...input,
    id: newId(),
    serialNo,
    scanCode,
    state: 'requested',
    recordedAt: now,
    recorderId: actor.staffId,
    recorderName: actor.name,
  });
  indexBroadcast(ctx, row);
  return { ...done(row), scanCode };
};

export const approve: Ops['approve'] = async ({ id, version, managerOrder, generalOrder }, ctx) => {
  const row = await broadcastOf(ctx.db, id, version);
  const state = moved(row, 'approved');
  if (row.recorderId === ctx.actor.staffId) throw new Refusal('broadcasts.ownRequest');
  if (row.toAt < ctx.now) throw new Refusal('broadcasts.over');
  const emergency = row.kind === 'emergency';
  if (emergency && !managerOrder) throw new InvalidField('managerOrder', 'missing');
  if (emergency && !generalOrder) throw new InvalidField('generalOrder', 'missing');
  const orders = emergency ? { managerOrder, generalOrder } : {};
  const patch = { state, approvedAt: ctx.now, approvedByName: ctx.actor.name, ...orders };
  return done(ctx.journal.change('broadcasts', row, patch, { kind: 'CHANGE' }));
};

export const refuse: Ops['refuse'] = async ({ id, version, reason }, ctx) => {
  const row = await broadcastOf(ctx.db, id, version);
  const state = moved(row, 'refused');
  const patch = { state, refusedAt: ctx.now, refusedByName: ctx.actor.name, refusedReason: reason };
  return done(ctx.journal.change('broadcasts', row, patch, { kind: 'CHANGE' }));
};

export const close: Ops['close'] = async ({ id, version, result, notPlayedReason }, ctx) => {
  const row = await broadcastOf(ctx.db, id, version);
  const state = moved(row, 'closed');
  const short = row.played < row.repetitions;
  if (short && !notPlayedReason) throw new InvalidField('notPlayedReason', 'missing');
  const patch = {
    state,
    closedAt: ctx.now,
    closedByName: ctx.actor.name,
    result,
    notPlayedReason: short ? notPlayedReason : null,
  };
  const next = ctx.journal.change('broadcasts', row, patch, { kind: 'CHANGE' });
  indexBroadcast(ctx, next);
  return done(next);
};
