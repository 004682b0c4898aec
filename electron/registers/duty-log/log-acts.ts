import { addDays, dayOf, monthOf } from '../../../shared/dates';
import { MESSAGE_DAYS } from '../../../shared/registers/duty-logs';
import type { Actor } from '../../../shared/registers/session';
import { InvalidField, Refusal } from '../../../shared/result';
import { holds } from '../../../shared/roles';
import { lengthOf } from '../../../shared/text';
import type { CommandContext, ReadDb } from '../../db/context';
import type { DutyLogsTable } from '../../db/tables';
import { realDay } from '../../entries/listing';
import { done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { isAmong, logOf, moved, withOne } from './load';
import { mayBeSigned } from './next';
import { assertPost, type ShiftOfPost, shiftOf, shiftOn } from './posts';
import { indexDutyLog } from './words';

/** A log from its opening to the supervisor's signature (S14). */

type Ops = HandlersFor<'dutyLogs'>;
const MOST_MESSAGE = 1400;

/** Columns that only later acts write. */
export const UNTOUCHED = {
  message: null,
  messageAt: null,
  messageById: null,
  messageByName: null,
  reads: '[]',
  signedAt: null,
  signedById: null,
  signedByName: null,
  signNote: null,
  voidReason: null,
  voidedAt: null,
  voidedByName: null,
} as const;

/** The log of a post in a shift; undefined: nobody has opened one. */
export const logAt = (db: ReadDb, post: string, shift: ShiftOfPost): Promise<DutyLogsTable | undefined> =>
  db
    .selectFrom('duty_logs')
    .selectAll()
    .where('shiftOn', '=', shift.shiftOn)
    .where('post', '=', post)
    .where('shiftCode', '=', shift.shiftCode)
    .where('state', '<>', 'voided')
    .executeTakeFirst();

/** Who signs logs keeps none: whoever else opens one or writes in it is on duty there. */
const comesOn = ({ roles }: Actor): boolean => !holds(roles, 'dutyLogs.sign');

/** A new log. */
export function makeLog(
  ctx: CommandContext,
  post: string,
  shift: ShiftOfPost,
  more: { weather?: string | null; note?: string | null } = {},
): DutyLogsTable {
  const { actor, now } = ctx;
  const { serialNo, scanCode } = ctx.numbers.next('dutyLogs', monthOf(shift.fromAt));
  const row = ctx.journal.create('dutyLogs', {
    ...UNTOUCHED,
    id: ctx.newId(),
    serialNo,
    scanCode,
    state: 'open',
    post,
    ...shift,
    weather: more.weather ?? null,
    people: comesOn(actor) ? withOne('[]', actor, now) : '[]',
    note: more.note ?? null,
    recordedAt: now,
    recorderId: actor.staffId,
    recorderName: actor.name,
  });
  indexDutyLog(ctx, row);
  return row;
}

/** Who writes in a log is on duty there. */
export function putOnDuty(ctx: CommandContext, row: DutyLogsTable): DutyLogsTable {
  if (!comesOn(ctx.actor) || isAmong(row.people, ctx.actor.staffId)) return row;
  const people = withOne(row.people, ctx.actor, ctx.now);
  const next = ctx.journal.change('dutyLogs', row, { people }, { kind: 'CHANGE' });
  indexDutyLog(ctx, next);
  return next;
}

export const open: Ops['open'] = async ({ post, shiftOn: day, shiftCode, weather, note }, ctx) => {
  const settings = await settingsOf(ctx.db);
  assertPost(settings, post);
  if ((day == null) !== (shiftCode == null))
    throw new InvalidField(day == null ? 'shiftOn' : 'shiftCode', 'text.empty');
  const shift =
    day == null || shiftCode == null
      ? shiftOf(settings, ctx.now)
      : shiftOn(settings.shifts, shiftCode, realDay('shiftOn', day));
  if (shift.fromAt > ctx.now) throw new InvalidField('shiftOn', 'time.future');
  const there = await logAt(ctx.db, post, shift);
  if (there) throw new Refusal('dutyLogs.alreadyOpen', { serialNo: there.serialNo });
  return done(makeLog(ctx, post, shift, { weather, note }));
};

export const join: Ops['join'] = async ({ id, version }, ctx) => {
  const row = await openLog(ctx, id, version);
  if (isAmong(row.people, ctx.actor.staffId)) throw new Refusal('dutyLogs.alreadyOn');
  const people = withOne(row.people, ctx.actor, ctx.now);
  const next = ctx.journal.change('dutyLogs', row, { people }, { kind: 'CHANGE' });
  indexDutyLog(ctx, next);
  return done(next);
};

/** The log, still open. Errors: Refusal `dutyLogs.wrongState`. */
async function openLog(ctx: CommandContext, id: string, version: number): Promise<DutyLogsTable> {
  const row = await logOf(ctx.db, id, version);
  if (row.state !== 'open') throw new Refusal('dutyLogs.wrongState', { state: row.state });
  return row;
}

export const noteWeather: Ops['noteWeather'] = async ({ id, version, weather }, ctx) => {
  const row = await openLog(ctx, id, version);
  if (row.weather !== null) throw new Refusal('dutyLogs.weatherWritten');
  const next = ctx.journal.change('dutyLogs', row, { weather }, { kind: 'CHANGE' });
  indexDutyLog(ctx, next);
  return done(next);
};

export const leaveMessage: Ops['leaveMessage'] = async (input, ctx) => {
  const settings = await settingsOf(ctx.db);
  assertPost(settings, input.post);
  const shift = shiftOn(settings.shifts, input.shiftCode, realDay('shiftOn', input.shiftOn));
  if (shift.toAt <= ctx.now) throw new Refusal('dutyLogs.messageLate');
  if (shift.shiftOn > addDays(dayOf(ctx.now), MESSAGE_DAYS)) throw new InvalidField('shiftOn', 'day.future');
  const row = (await logAt(ctx.db, input.post, shift)) ?? makeLog(ctx, input.post, shift);
  if (row.state !== 'open') throw new Refusal('dutyLogs.wrongState', { state: row.state });
  const message = row.message === null ? input.message : `${row.message}\n${input.message}`;
  if (lengthOf(message) > MOST_MESSAGE) throw new Refusal('dutyLogs.messageLong');
  const { staffId, name } = ctx.actor;
  // What was read before is not this one: it is read anew.
  const patch = { message, messageAt: ctx.now, messageById: staffId, messageByName: name, reads: '[]' };
  const next = ctx.journal.change('dutyLogs', row, patch, { kind: 'CHANGE' });
  indexDutyLog(ctx, next);
  return done(next);
};

export const readMessage: Ops['readMessage'] = async ({ id, version }, ctx) => {
  const row = await openLog(ctx, id, version);
  if (row.message === null) throw new Refusal('dutyLogs.noMessage');
  if (row.messageById === ctx.actor.staffId) throw new Refusal('dutyLogs.ownMessage');
  if (isAmong(row.reads, ctx.actor.staffId)) throw new Refusal('dutyLogs.alreadyRead');
  const reads = withOne(row.reads, ctx.actor, ctx.now);
  return done(ctx.journal.change('dutyLogs', row, { reads }, { kind: 'CHANGE' }));
};

export const sign: Ops['sign'] = async ({ id, version, note }, ctx) => {
  const row = await logOf(ctx.db, id, version);
  const state = moved(row, 'signed');
  if (!mayBeSigned(row, ctx.now)) throw new Refusal('dutyLogs.running');
  if (isAmong(row.people, ctx.actor.staffId)) throw new Refusal('dutyLogs.onDuty');
  const big = await ctx.db
    .selectFrom('duty_lines')
    .select('serialNo')
    .where('logId', '=', id)
    .where('kind', '=', 'big')
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (big) throw new Refusal('dutyLogs.bigOpen', { serialNo: big.serialNo });
  const { staffId, name } = ctx.actor;
  const patch = { state, signedAt: ctx.now, signedById: staffId, signedByName: name, signNote: note };
  return done(ctx.journal.change('dutyLogs', row, patch, { kind: 'CHANGE' }));
};
