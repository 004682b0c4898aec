import type { z } from 'zod';
import { dayOf, monthOf } from '../../../shared/dates';
import { registerMove } from '../../../shared/registers/move-notices';
import type { MoveNotice } from '../../../shared/registers/move-notices.row';
import { InvalidField, Refusal } from '../../../shared/result';
import type { CommandContext, ReadDb } from '../../db/context';
import { storyOf } from '../../db/story';
import type { MoveNoticesTable } from '../../db/tables';
import { asTyped, correctionOf, seen } from '../../entries/correction';
import { correctionWarnings, freeUntil } from '../../entries/freeze';
import { realDay } from '../../entries/listing';
import { assertTime, done } from '../../entries/load';
import { isManager } from '../../entries/rights';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { unitCodes } from '../units/briefs';
import { moveActs, moveCounts, moveMoved, moveOf, movePage, toMoveLines } from './moves';
import { indexMove } from './words';

/** S20: moves are announced, the posts told, the lift booked once; corrections, voids and looks. */

type Ops = HandlersFor<'moveNotices'>;
const form = registerMove.shape;

/** Nobody was told yet. */
const UNTOLD = {
  stewardName: null,
  stewardToldAt: null,
  gateName: null,
  gateToldAt: null,
  liftName: null,
  liftToldAt: null,
} as const;

/** Columns that only later acts write. */
export const MOVE_UNTOUCHED = {
  ...UNTOLD,
  releaseRequestId: null,
  doneAt: null,
  doneByName: null,
  cancelReason: null,
  cancelledAt: null,
  cancelledByName: null,
  voidReason: null,
  voidedAt: null,
  voidedByName: null,
} as const;

export const list: Ops['list'] = ({ filter, after, limit }, { db, now, door }) =>
  movePage(db, door.rawReader, filter, after ?? null, limit, now);

export const counts: Ops['counts'] = (_, { db, now }) => moveCounts(db, now);

export const entry: Ops['entry'] = async ({ id }, { db, actor, now }) => {
  const row = await moveOf(db, id);
  const settings = await settingsOf(db);
  const [line] = await toMoveLines(db, [row], now, settings);
  return {
    entry: line!,
    story: await storyOf(db, 'moveNotices', id),
    next: moveActs(row, actor, now),
    freeUntil: await freeUntil(db, 'moveNotices', row, actor?.staffId, settings.limits, now),
    warnings: [
      ...(line!.past ? ['past'] : []),
      ...(line!.untold.length > 0 ? ['toTell'] : []),
      ...(await correctionWarnings(db, 'moveNotices', row, settings.limits)),
    ],
  };
};

async function index(ctx: CommandContext, row: MoveNoticesTable): Promise<void> {
  const codes = await unitCodes(ctx.db, [row.unitId]);
  indexMove(ctx, row, codes.get(row.unitId) ?? null);
}

type Slot = Pick<MoveNotice, 'moveOn' | 'lift' | 'fromTime' | 'toTime'>;

/**
 * The hours are hours, the lift is one of the office's (or the one that was booked before the settings changed), and nobody
 * else's in them. Errors: InvalidField; Refusal `moveNotices.liftUnknown`, `.liftTaken`.
 */
async function assertSlot(
  db: ReadDb,
  slot: Slot,
  own: Pick<MoveNotice, 'id' | 'lift'> | null,
  now: string,
): Promise<void> {
  realDay('moveOn', slot.moveOn);
  if (slot.moveOn < dayOf(now)) throw new InvalidField('moveOn', 'day.early');
  if (slot.toTime <= slot.fromTime) throw new InvalidField('toTime', 'time.early');
  if (slot.lift === null) return;
  if (slot.lift !== own?.lift && !(await settingsOf(db)).lifts.includes(slot.lift))
    throw new Refusal('moveNotices.liftUnknown');
  const others = await db
    .selectFrom('move_notices')
    .select(['id', 'serialNo', 'fromTime', 'toTime'])
    .where('lift', '=', slot.lift)
    .where('moveOn', '=', slot.moveOn)
    .where('state', 'in', ['announced', 'done'])
    .where('fromTime', '<', slot.toTime)
    .where('toTime', '>', slot.fromTime)
    .execute();
  const taken = others.find((other) => other.id !== own?.id);
  if (taken)
    throw new Refusal('moveNotices.liftTaken', {
      lift: slot.lift,
      no: taken.serialNo,
      hours: `${taken.fromTime}–${taken.toTime}`,
    });
}

/** See `moveNotices.register`. */
export const register: Ops['register'] = async (input, ctx) => {
  if (!(await unitCodes(ctx.db, [input.unitId])).has(input.unitId))
    throw new Refusal('moveNotices.unitUnknown');
  assertTime('announcedAt', input.announcedAt, null, ctx.now);
  await assertSlot(ctx.db, input, null, ctx.now);
  const { actor, journal, numbers, newId, now } = ctx;
  const { serialNo, scanCode } = numbers.next('moveNotices', monthOf(now));
  const row = journal.create('moveNotices', {
    ...MOVE_UNTOUCHED,
    ...input,
    id: newId(),
    serialNo,
    scanCode,
    state: 'announced',
    recordedAt: now,
    recorderId: actor.staffId,
    recorderName: actor.name,
  });
  await index(ctx, row);
  return { ...done(row), scanCode };
};

/** The notice while it is announced. Errors: Refusal `moveNotices.wrongState`. */
async function announced(db: ReadDb, id: string, version: number): Promise<MoveNoticesTable> {
  const row = await moveOf(db, id, version);
  if (row.state !== 'announced') throw new Refusal('moveNotices.wrongState', { state: row.state });
  return row;
}

export const tell: Ops['tell'] = async ({ id, version, post, name, at }, ctx) => {
  const row = await announced(ctx.db, id, version);
  if (post === 'lift' && row.lift === null) throw new Refusal('moveNotices.noLift');
  assertTime('at', at, row.announcedAt, ctx.now);
  const patch = { [`${post}Name`]: name, [`${post}ToldAt`]: at };
  return done(ctx.journal.change('moveNotices', row, patch, { kind: 'CHANGE' }));
};

export const reschedule: Ops['reschedule'] = async ({ id, version, ...slot }, ctx) => {
  const row = await announced(ctx.db, id, version);
  await assertSlot(ctx.db, slot, row, ctx.now);
  const next = ctx.journal.change('moveNotices', row, { ...slot, ...UNTOLD }, { kind: 'CHANGE' });
  await index(ctx, next);
  return done(next);
};

export const linkRelease: Ops['linkRelease'] = async ({ id, version, requestId }, ctx) => {
  const row = await announced(ctx.db, id, version);
  if (row.direction !== 'out') throw new Refusal('moveNotices.notOut');
  const request = await ctx.db
    .selectFrom('release_requests')
    .select(['unitId', 'state'])
    .where('id', '=', requestId)
    .executeTakeFirst();
  if (!request || request.unitId !== row.unitId || request.state === 'withdrawn')
    throw new Refusal('moveNotices.releaseUnknown');
  if (row.releaseRequestId === requestId) throw new Refusal('entry.unchanged');
  const patch = { releaseRequestId: requestId };
  return done(ctx.journal.change('moveNotices', row, patch, { kind: 'LINK' }));
};

export const complete: Ops['complete'] = async ({ id, version, at, note }, ctx) => {
  const row = await moveOf(ctx.db, id, version);
  const state = moveMoved(row, 'done');
  assertTime('at', at, null, ctx.now);
  if (dayOf(at) < row.moveOn) throw new InvalidField('at', 'time.early');
  const patch = { state, doneAt: at, doneByName: ctx.actor.name, ...(note ? { note } : {}) };
  const next = ctx.journal.change('moveNotices', row, patch, { kind: 'CHANGE' });
  await index(ctx, next);
  return done(next);
};

export const cancel: Ops['cancel'] = async ({ id, version, reason }, ctx) => {
  const row = await moveOf(ctx.db, id, version);
  const state = moveMoved(row, 'cancelled');
  const patch = { state, cancelReason: reason, cancelledAt: ctx.now, cancelledByName: ctx.actor.name };
  return done(ctx.journal.change('moveNotices', row, patch, { kind: 'CHANGE' }));
};

/** One field corrected. Errors: `moveNotices.wrongState` of a void line; those of every correction; InvalidField `value`. */
export const correct: Ops['correct'] = async ({ id, version, field, value, reason }, ctx) => {
  const row = await moveOf(ctx.db, id, version);
  if (row.state === 'voided') throw new Refusal('moveNotices.wrongState', { state: row.state });
  const schema: z.ZodType = form[field];
  const patch: Partial<MoveNoticesTable> = { [field]: asTyped(schema, value) };
  if (patch[field] === row[field]) throw new Refusal('entry.unchanged');
  if (patch.announcedAt) assertTime('value', patch.announcedAt, null, ctx.now);
  const { limits } = await settingsOf(ctx.db);
  const correction = await correctionOf(ctx, 'moveNotices', row, field, reason, limits);
  const written = ctx.journal.change('moveNotices', row, patch, correction);
  await index(ctx, written);
  return { ...done(written), warnings: await correctionWarnings(ctx.db, 'moveNotices', written, limits) };
};

/** Number and line stay, printed 作废; its lift is free again. */
export const voidMove: Ops['void'] = async ({ id, version, reason }, ctx) => {
  const row = await moveOf(ctx.db, id, version);
  const state = moveMoved(row, 'voided');
  if (row.state === 'done' && !isManager(ctx.actor)) throw new Refusal('entry.managerOnly');
  const patch = { state, voidReason: reason, voidedAt: ctx.now, voidedByName: ctx.actor.name };
  return done(ctx.journal.change('moveNotices', row, patch, { kind: 'VOID' }));
};

/** Another person opened the entry: ends the recorder's free window, once. */
export const markSeen: Ops['markSeen'] = async ({ id }, ctx) => {
  const row = await moveOf(ctx.db, id);
  await seen(ctx, 'moveNotices', row, (await settingsOf(ctx.db)).limits);
  return { seen: true };
};

export const unmask: Ops['unmask'] = async ({ id, reason }, { db, journal }) => {
  const row = await moveOf(db, id);
  const what = { kind: 'UNMASK', facts: { reason, fields: ['contactPhone'] } } as const;
  journal.note('moveNotices', id, what, row.serialNo);
  return { contactPhone: row.contactPhone };
};
