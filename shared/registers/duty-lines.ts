import { z } from 'zod';
import { command, query } from '../op';
import { day, id, instant, month, optionalText, text, version } from '../text';
import { DUTY_LINE_CORRECTABLE, DUTY_LINE_KINDS, DUTY_LINE_STATES, dutyLineLine } from './duty-lines.row';
import { pageOf, storyLine } from './shapes';

/** S14: the typed lines of the duty logs, and the permit each operation needs. */

/** Counts that ask for action: lines without their result; of these the big events. */
export const DUTY_LINE_NEEDS = ['open', 'big'] as const;
export type DutyLineNeed = (typeof DUTY_LINE_NEEDS)[number];

const touch = { id, version };
const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });

/** What the strip sends. */
export const writeLine = z.object({
  post: text(30),
  kind: z.enum(DUTY_LINE_KINDS),
  happenedAt: instant,
  matter: text(200, 2),
  handling: optionalText(300),
  handler: optionalText(40),
  result: optionalText(200),
  turnedOn: z.boolean().nullish(),
  /** Without a result yet, and somebody must see to it. */
  followUp: z.boolean().default(false),
  note: optionalText(300),
});

export const dutyLineFilter = z.object({
  need: z.enum(DUTY_LINE_NEEDS).nullish(),
  states: z.array(z.enum(DUTY_LINE_STATES)).max(3).nullish(),
  kinds: z.array(z.enum(DUTY_LINE_KINDS)).max(5).nullish(),
  fromOn: day.nullish(),
  toOn: day.nullish(),
  month: month.nullish(),
  /** Recorder or handler: part of the name. */
  person: optionalText(40),
  search: optionalText(60),
});

export const dutyLines = {
  list: query(
    'dutyLogs.read',
    z.object({
      filter: dutyLineFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(dutyLineLine),
  ),
  counts: query('dutyLogs.read', z.object({}), z.record(z.enum(DUTY_LINE_NEEDS), z.number().int())),
  entry: query(
    'dutyLogs.read',
    z.object({ id }),
    z.object({
      entry: dutyLineLine,
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: z.string().nullable(),
      warnings: z.array(z.string()),
    }),
  ),
  /**
   * Writes a line into the log of the shift its time falls in, and opens that log where none is. Errors: `dutyLogs.postUnknown`,
   * `.noShift`, `dutyLines.logSigned`; InvalidField `handler` (a big event needs one), `turnedOn`, `happenedAt`.
   */
  write: command('dutyLogs.write', writeLine, done.extend({ logId: z.string() })),
  /** What came of it. Errors: `dutyLines.wrongState`. */
  finish: command('dutyLogs.write', z.object({ ...touch, result: text(200, 1), at: instant }), done),
  /** One field corrected (trust.md C5); of a signed log only by the manager. */
  correct: command(
    'dutyLogs.correct',
    z.object({
      ...touch,
      field: z.enum(DUTY_LINE_CORRECTABLE),
      value: z.string().max(600),
      reason: optionalText(200),
    }),
    done.extend({ warnings: z.array(z.string()) }),
  ),
  /** Struck: number and line stay. Errors: `entry.managerOnly` in a signed log. */
  void: command('dutyLogs.void', z.object({ ...touch, reason: text(200, 2) }), done),
  markSeen: command('dutyLogs.read', z.object({ id }), z.object({ seen: z.boolean() })),
} as const;
