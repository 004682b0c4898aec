import { z } from 'zod';
import { command, query } from '../op';
import { day, id, month, optionalText, text, version } from '../text';
import { DUTY_LOG_CORRECTABLE, DUTY_LOG_STATES, dutyLogLine, dutySheet, timelineLine } from './duty-logs.row';
import { pageOf, storyLine } from './shapes';

/** S14 值班日志: the operations of a post's log and the permit each needs. Rules: domain.md S14, F20, F20b. */

/** Counts that ask for action: posts without a log near their shift's end, messages nobody has read, days without a signature. */
export const DUTY_LOG_NEEDS = ['missing', 'unread', 'toSign'] as const;
export type DutyLogNeed = (typeof DUTY_LOG_NEEDS)[number];
/** From so many minutes before the shift's end a post without a log is reminded of, and a log may be signed. */
export const NEAR_END_MINUTES = 60;
/** A message may be left for a shift so many days ahead. */
export const MESSAGE_DAYS = 7;

const touch = { id, version };
const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });
const shiftCode = z.string().regex(/^[a-z][a-zA-Z0-9]{0,11}$/, { error: 'code.unreadable' });

/** Filters of the list; all optional and joined by AND. */
export const dutyLogFilter = z.object({
  need: z.enum(DUTY_LOG_NEEDS).nullish(),
  states: z.array(z.enum(DUTY_LOG_STATES)).max(3).nullish(),
  fromOn: day.nullish(),
  toOn: day.nullish(),
  month: month.nullish(),
  /** The post: part of its name. */
  person: optionalText(40),
  search: optionalText(60),
});

/** How a post stands in the shift that is on. */
export const postNow = z.object({
  post: z.string(),
  shiftCode: z.string(),
  shiftZh: z.string(),
  shiftEn: z.string(),
  shiftOn: z.string(),
  toAt: z.string(),
  /** Its log; null: nobody has opened one. */
  logId: z.string().nullable(),
  /** Somebody is planned there by the roster, or no roster plans this week. */
  wanted: z.boolean(),
  unread: z.boolean(),
});
export type PostNow = z.infer<typeof postNow>;

export const dutyLogs = {
  /** Logs, newest shift first; a page of at most 200. */
  list: query(
    'dutyLogs.read',
    z.object({
      filter: dutyLogFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(dutyLogLine),
  ),
  counts: query('dutyLogs.read', z.object({}), z.record(z.enum(DUTY_LOG_NEEDS), z.number().int())),
  /** Every post that keeps a log, in the shift that is on now; empty between shifts. */
  now: query('dutyLogs.read', z.object({}), z.object({ posts: z.array(postNow) })),
  entry: query(
    'dutyLogs.read',
    z.object({ id }),
    z.object({
      entry: dutySheet,
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: z.string().nullable(),
      warnings: z.array(z.string()),
    }),
  ),
  /** Typed lines and what the other books did meanwhile by those on duty, in time order; pages by cursor. */
  timeline: query(
    'dutyLogs.read',
    z.object({
      id,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(timelineLine),
  ),

  /**
   * Opens the log of a post, of the shift that is on unless another is named. Errors: `dutyLogs.postUnknown`, `.noShift`,
   * `.alreadyOpen`; InvalidField `shiftOn` for a shift to come.
   */
  open: command(
    'dutyLogs.write',
    z.object({
      post: text(30),
      shiftOn: day.nullish(),
      shiftCode: shiftCode.nullish(),
      weather: optionalText(20),
      note: optionalText(300),
    }),
    done,
  ),
  /** Somebody else comes on duty here. Errors: `dutyLogs.wrongState`, `.alreadyOn`. */
  join: command('dutyLogs.write', z.object(touch), done),
  /** The weather, while it is not written yet. Errors: `dutyLogs.weatherWritten`. */
  noteWeather: command('dutyLogs.write', z.object({ ...touch, weather: text(20) }), done),
  /**
   * 领导留言: for a post in a shift that is on or to come; opens its log where none is. Errors as `open`; `dutyLogs.messageLate`
   * once the shift is over.
   */
  leaveMessage: command(
    'dutyLogs.lead',
    z.object({ post: text(30), shiftOn: day, shiftCode, message: text(500, 2) }),
    done,
  ),
  /** Read by whoever is signed in. Errors: `dutyLogs.noMessage`, `.ownMessage`, `.alreadyRead`. */
  readMessage: command('dutyLogs.write', z.object(touch), done),
  /** 主管签字: closes the day. Errors: `dutyLogs.running`, `.bigOpen` (a big event without its result), `.onDuty` (signer was). */
  sign: command('dutyLogs.sign', z.object({ ...touch, note: optionalText(300) }), done),
  /** One field corrected, as in every register (trust.md C5). */
  correct: command(
    'dutyLogs.correct',
    z.object({
      ...touch,
      field: z.enum(DUTY_LOG_CORRECTABLE),
      value: z.string().max(600),
      reason: optionalText(200),
    }),
    done.extend({ warnings: z.array(z.string()) }),
  ),
  /** Opened by mistake. Errors: `dutyLogs.hasLines`; `entry.managerOnly` once it was signed. */
  void: command('dutyLogs.void', z.object({ ...touch, reason: text(200, 2) }), done),
  markSeen: command('dutyLogs.read', z.object({ id }), z.object({ seen: z.boolean() })),
} as const;
