import { z } from 'zod';
import { command, query } from '../op';
import { day, id, instant, month, optionalText, text, version } from '../text';
import { RESOLUTION_CORRECTABLE, RESOLUTION_STATES, resolutionLine } from './resolutions.row';
import { pageOf, storyLine } from './shapes';

/** S84 决议: the operations of a resolution and the permit each needs. */

/** Counts that ask for action: past their day, due today or tomorrow, all that are open. */
export const RESOLUTION_NEEDS = ['overdue', 'soon', 'open'] as const;
export type ResolutionNeed = (typeof RESOLUTION_NEEDS)[number];

const touch = { id, version };
const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });

export const registerResolution = z.object({
  meetingId: id,
  matter: text(200, 2),
  ownerId: id,
  dueOn: day,
  note: optionalText(300),
});

export const resolutionFilter = z.object({
  need: z.enum(RESOLUTION_NEEDS).nullish(),
  states: z.array(z.enum(RESOLUTION_STATES)).max(4).nullish(),
  fromOn: day.nullish(),
  toOn: day.nullish(),
  month: month.nullish(),
  /** Who does it: part of the name. */
  person: optionalText(40),
  search: optionalText(60),
});

export const resolutions = {
  list: query(
    'meetings.read',
    z.object({
      filter: resolutionFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(resolutionLine),
  ),
  counts: query('meetings.read', z.object({}), z.record(z.enum(RESOLUTION_NEEDS), z.number().int())),
  entry: query(
    'meetings.read',
    z.object({ id }),
    z.object({
      entry: resolutionLine,
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: z.string().nullable(),
      warnings: z.array(z.string()),
    }),
  ),
  /** Resolved in a meeting whose minutes are open. Errors: `resolutions.meetingClosed`, `meetings.unknownPerson`; InvalidField `dueOn`. */
  register: command('meetings.write', registerResolution, done.extend({ scanCode: z.string() })),
  /** Done, and what came of it. Errors: `resolutions.wrongState`; InvalidField `at`. */
  finish: command('resolutions.finish', z.object({ ...touch, result: text(200, 1), at: instant }), done),
  /** Found not to be done after all. */
  reopen: command('meetings.write', z.object({ ...touch, reason: text(200, 2) }), done),
  /** Given up by the supervisor or the manager. */
  drop: command('resolutions.drop', z.object({ ...touch, reason: text(200, 2) }), done),
  /** One field corrected (trust.md C5). */
  correct: command(
    'meetings.correct',
    z.object({
      ...touch,
      field: z.enum(RESOLUTION_CORRECTABLE),
      value: z.string().max(400),
      reason: optionalText(200),
    }),
    done.extend({ warnings: z.array(z.string()) }),
  ),
  void: command('meetings.void', z.object({ ...touch, reason: text(200, 2) }), done),
  markSeen: command('meetings.read', z.object({ id }), z.object({ seen: z.boolean() })),
} as const;
