import { monthOf } from '../../../shared/dates';
import { callMeeting, sectionText } from '../../../shared/registers/meetings';
import { MEETING_SECTIONS, type Meeting, type MeetingSection } from '../../../shared/registers/meetings.row';
import { InvalidField, Refusal } from '../../../shared/result';
import { asTyped, correctionOf, seen } from '../../entries/correction';
import { correctionWarnings } from '../../entries/freeze';
import { assertTime, done } from '../../entries/load';
import { isManager } from '../../entries/rights';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { meetingToday } from './filter';
import { assertOpen, attendeesIn, colleagueOf, departmentOf, meetingOf, moved } from './load';
import { mayIssue } from './next';
import { indexMeeting } from './words';

/** A meeting from its opening to the chair's signature (S84, F96). */

type Ops = HandlersFor<'meetings'>;

/** Columns that only later acts write. */
export const UNTOUCHED = {
  topics: null,
  lastWeek: null,
  thisWeek: null,
  problems: null,
  training: null,
  issuedAt: null,
  issuedById: null,
  issuedByName: null,
  voidReason: null,
  voidedAt: null,
  voidedByName: null,
} as const;

export const register: Ops['register'] = async ({ chairId, minutesById, ...typed }, ctx) => {
  const { actor, now, db } = ctx;
  assertTime('heldAt', typed.heldAt, null, now);
  if (typed.kind === 'morning' || typed.kind === 'evening') {
    const there = await meetingToday(db, typed.kind, typed.heldAt);
    if (there) throw new Refusal('meetings.twiceADay', { serialNo: there.serialNo });
  }
  const chair = await colleagueOf(db, chairId);
  const minutes = await colleagueOf(db, minutesById);
  const attendance = (await departmentOf(db)).map((person) => ({ ...person, how: 'present', leaveBy: null }));
  const { serialNo, scanCode } = ctx.numbers.next('meetings', monthOf(typed.heldAt));
  const row = ctx.journal.create('meetings', {
    ...UNTOUCHED,
    ...typed,
    id: ctx.newId(),
    serialNo,
    scanCode,
    state: 'open',
    chairId: chair.id,
    chairName: chair.name,
    minutesById: minutes.id,
    minutesByName: minutes.name,
    attendance: JSON.stringify(attendance),
    recordedAt: now,
    recorderId: actor.staffId,
    recorderName: actor.name,
  });
  indexMeeting(ctx, row);
  return { ...done(row), scanCode };
};

export const attend: Ops['attend'] = async ({ id, version, staffId, how, leaveBy }, ctx) => {
  const row = await meetingOf(ctx.db, id, version);
  assertOpen(row);
  const list = attendeesIn(row.attendance);
  const at = list.findIndex((one) => one.id === staffId);
  if (at < 0) throw new Refusal('meetings.notListed');
  // 请假须事先批准: without the name of who approved it, it is an absence.
  if (how === 'leave' && leaveBy === null) throw new InvalidField('leaveBy', 'text.empty');
  const changed = { ...list[at]!, how, leaveBy: how === 'leave' ? leaveBy : null };
  const attendance = JSON.stringify(list.map((one, index) => (index === at ? changed : one)));
  if (attendance === row.attendance) throw new Refusal('entry.unchanged');
  return done(ctx.journal.change('meetings', row, { attendance }, { kind: 'CHANGE' }));
};

export const write: Ops['write'] = async ({ id, version, section, text }, ctx) => {
  const row = await meetingOf(ctx.db, id, version);
  assertOpen(row);
  if (text === row[section]) throw new Refusal('entry.unchanged');
  const next = ctx.journal.change('meetings', row, { [section]: text }, { kind: 'CHANGE' });
  indexMeeting(ctx, next);
  return done(next);
};

export const issue: Ops['issue'] = async ({ id, version }, ctx) => {
  const row = await meetingOf(ctx.db, id, version);
  const state = moved(row, 'issued');
  if (!mayIssue(row, ctx.actor)) throw new Refusal('meetings.notChair', { name: row.chairName });
  if (MEETING_SECTIONS.every((section) => row[section] === null)) throw new Refusal('meetings.nothingSaid');
  const { staffId, name } = ctx.actor;
  const patch = { state, issuedAt: ctx.now, issuedById: staffId, issuedByName: name };
  return done(ctx.journal.change('meetings', row, patch, { kind: 'CHANGE' }));
};

const isSection = (field: string): field is MeetingSection =>
  (MEETING_SECTIONS as readonly string[]).includes(field);

/** Open minutes are written, not corrected. Errors: `meetings.wrongState`, `entry.unchanged`, `.notRecorder`, `.reasonMissing`. */
export const correct: Ops['correct'] = async ({ id, version, field, value, reason }, ctx) => {
  const row = await meetingOf(ctx.db, id, version);
  if (row.state !== 'issued') throw new Refusal('meetings.wrongState', { state: row.state });
  const typed = isSection(field) ? asTyped(sectionText, value) : asTyped(callMeeting.shape[field], value);
  if (typed === row[field]) throw new Refusal('entry.unchanged');
  const { limits } = await settingsOf(ctx.db);
  const correction = await correctionOf(ctx, 'meetings', row, field, reason, limits);
  const patch: Partial<Meeting> = { [field]: typed };
  const next = ctx.journal.change('meetings', row, patch, correction);
  indexMeeting(ctx, next);
  return { ...done(next), warnings: await correctionWarnings(ctx.db, 'meetings', next, limits) };
};

/** What was resolved is chased whatever becomes of the minutes: it is struck first. */
export const voidMeeting: Ops['void'] = async ({ id, version, reason }, ctx) => {
  const row = await meetingOf(ctx.db, id, version);
  const state = moved(row, 'voided');
  if (row.state === 'issued' && !isManager(ctx.actor)) throw new Refusal('entry.managerOnly');
  const there = await ctx.db
    .selectFrom('resolutions')
    .select('serialNo')
    .where('meetingId', '=', id)
    .where('state', '<>', 'voided')
    .executeTakeFirst();
  if (there) throw new Refusal('meetings.hasResolutions', { serialNo: there.serialNo });
  const patch = { state, voidReason: reason, voidedAt: ctx.now, voidedByName: ctx.actor.name };
  return done(ctx.journal.change('meetings', row, patch, { kind: 'VOID' }));
};

/** Another person opened the minutes: ends the recorder's free window, once. */
export const markSeen: Ops['markSeen'] = async ({ id }, ctx) => {
  await seen(ctx, 'meetings', await meetingOf(ctx.db, id), (await settingsOf(ctx.db)).limits);
  return { seen: true };
};
