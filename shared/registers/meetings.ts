import { z } from 'zod';
import { command, query } from '../op';
import { day, id, instant, month, optionalText, text, version } from '../text';
import {
  ATTENDANCE,
  MEETING_CORRECTABLE,
  MEETING_KINDS,
  MEETING_SECTIONS,
  MEETING_STATES,
  meetingLine,
} from './meetings.row';
import { resolutionLine } from './resolutions.row';
import { pageOf, storyLine } from './shapes';

/** S84 例会与会议纪要: the operations of a meeting and the permit each needs. Rules: domain.md S84, L13, F96. */

/** Counts that ask for action: today's morning and evening meeting, minutes that nobody has issued. */
export const MEETING_NEEDS = ['morning', 'evening', 'toIssue'] as const;
export type MeetingNeed = (typeof MEETING_NEEDS)[number];
/** Hours of the two daily meetings (L13), and until when each is asked for. */
export const MEETING_HOURS = {
  morning: { from: '08:30', to: '12:00' },
  evening: { from: '17:20', to: '21:00' },
} as const;

const touch = { id, version };
const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });
export const sectionText = optionalText(1000);

/** What the form of a new meeting sends. */
export const callMeeting = z.object({
  kind: z.enum(MEETING_KINDS),
  title: optionalText(60),
  heldAt: instant,
  place: text(60),
  chairId: id,
  minutesById: id,
  note: optionalText(300),
});

export const meetingFilter = z.object({
  need: z.enum(MEETING_NEEDS).nullish(),
  states: z.array(z.enum(MEETING_STATES)).max(3).nullish(),
  kinds: z.array(z.enum(MEETING_KINDS)).max(4).nullish(),
  fromOn: day.nullish(),
  toOn: day.nullish(),
  month: month.nullish(),
  /** Chair or who takes the minutes: part of the name. */
  person: optionalText(40),
  search: optionalText(60),
});

export const meetings = {
  list: query(
    'meetings.read',
    z.object({
      filter: meetingFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(meetingLine),
  ),
  counts: query('meetings.read', z.object({}), z.record(z.enum(MEETING_NEEDS), z.number().int())),
  /** Colleagues a meeting may list: active, with a post of their own. */
  people: query('meetings.read', z.object({}), z.array(z.object({ id: z.string(), name: z.string() }))),
  entry: query(
    'meetings.read',
    z.object({ id }),
    z.object({
      entry: meetingLine,
      resolved: z.array(resolutionLine),
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: z.string().nullable(),
      warnings: z.array(z.string()),
    }),
  ),

  /**
   * A meeting that begins or was held: the whole department stands in its list as present. Errors: `meetings.twiceADay` for a
   * second morning or evening meeting of a day, `.unknownPerson`; InvalidField `heldAt`.
   */
  register: command('meetings.write', callMeeting, done.extend({ scanCode: z.string() })),
  /**
   * Who was late, on leave, absent. Leave counts only when somebody approved it beforehand: InvalidField `leaveBy`. Errors:
   * `meetings.wrongState`, `.notListed`.
   */
  attend: command(
    'meetings.write',
    z.object({ ...touch, staffId: id, how: z.enum(ATTENDANCE), leaveBy: optionalText(40) }),
    done,
  ),
  /** One section of the minutes. Errors: `meetings.wrongState`, `entry.unchanged`. */
  write: command(
    'meetings.write',
    z.object({ ...touch, section: z.enum(MEETING_SECTIONS), text: sectionText }),
    done,
  ),
  /** 签发 by the chair, or by a supervisor or manager in the chair's place. Errors: `meetings.notChair`, `.nothingSaid`. */
  issue: command('meetings.write', z.object(touch), done),
  /** One field corrected once the minutes are issued (trust.md C5). */
  correct: command(
    'meetings.correct',
    z.object({
      ...touch,
      field: z.enum(MEETING_CORRECTABLE),
      value: z.string().max(1200),
      reason: optionalText(200),
    }),
    done.extend({ warnings: z.array(z.string()) }),
  ),
  /** Errors: `meetings.hasResolutions`; `entry.managerOnly` once it was issued. */
  void: command('meetings.void', z.object({ ...touch, reason: text(200, 2) }), done),
  markSeen: command('meetings.read', z.object({ id }), z.object({ seen: z.boolean() })),
} as const;
