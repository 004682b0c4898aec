import { z } from 'zod';
import { command, query } from '../op';
import { day, id, instant, month, optionalPhone, optionalText, text, version } from '../text';
import {
  MOVE_CORRECTABLE,
  MOVE_DIRECTIONS,
  MOVE_POSTS,
  MOVE_STATES,
  moveNotice,
  moveNoticeLine,
} from './move-notices.row';
import { pageOf, storyLine } from './shapes';

/** S20 搬家登记: the operations of the move notices and the permit each needs. Rules: domain.md S20. */

/** Counts that ask for action: posts to tell, moves of today, moves whose day is over. */
export const MOVE_NEEDS = ['toTell', 'today', 'past'] as const;
export type MoveNeed = (typeof MOVE_NEEDS)[number];

const touch = { id, version };
const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'time.unreadable' });
const slot = { moveOn: day, lift: optionalText(20), fromTime: clock, toTime: clock };

/** What the form of a notice sends. */
export const registerMove = z.object({
  unitId: id,
  direction: z.enum(MOVE_DIRECTIONS),
  announcedAt: instant,
  contactName: text(40),
  contactPhone: optionalPhone,
  ...slot,
  moverCompany: optionalText(60),
  plate: optionalText(15),
  note: optionalText(300),
});

/** Filters of the list; all optional and joined by AND. Days are those of the move. */
export const moveNoticeFilter = z.object({
  need: z.enum(MOVE_NEEDS).nullish(),
  states: z.array(z.enum(MOVE_STATES)).max(4).nullish(),
  directions: z.array(z.enum(MOVE_DIRECTIONS)).max(2).nullish(),
  unitId: id.nullish(),
  fromOn: day.nullish(),
  toOn: day.nullish(),
  month: month.nullish(),
  /** Contact or recorder: part of the name. */
  person: optionalText(40),
  search: optionalText(60),
});
export type MoveNoticeFilter = z.input<typeof moveNoticeFilter>;

export const moveNotices = {
  /** Notices, latest day of moving first; a page of at most 200. */
  list: query(
    'moveNotices.read',
    z.object({
      filter: moveNoticeFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(moveNoticeLine),
  ),
  counts: query('moveNotices.read', z.object({}), z.record(z.enum(MOVE_NEEDS), z.number().int())),
  entry: query(
    'moveNotices.read',
    z.object({ id }),
    z.object({
      entry: moveNoticeLine,
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: z.string().nullable(),
      warnings: z.array(z.string()),
    }),
  ),
  /** Writes a move down. Errors: `moveNotices.unitUnknown`, `.liftUnknown`, `.liftTaken` {no, lift}; InvalidField `toTime`, `moveOn`. */
  register: command('moveNotices.record', registerMove, done.extend({ scanCode: z.string() })),
  /** A post was told, with its time. Errors: `moveNotices.noLift`. */
  tell: command(
    'moveNotices.record',
    z.object({ ...touch, post: z.enum(MOVE_POSTS), name: text(40), at: instant }),
    done,
  ),
  /** Another day, lift or hour: who was told before must be told again. Errors: `moveNotices.liftTaken`. */
  reschedule: command('moveNotices.record', z.object({ ...touch, ...slot }), done),
  /** Links the goods release's application of the same unit. Errors: `moveNotices.notOut`, `.releaseUnknown`. */
  linkRelease: command('moveNotices.record', z.object({ ...touch, requestId: id }), done),
  /** The move has been. Errors: InvalidField `at` before its day. */
  complete: command('moveNotices.record', z.object({ ...touch, at: instant, note: optionalText(300) }), done),
  /** It does not take place; its lift is free again. */
  cancel: command('moveNotices.record', z.object({ ...touch, reason: text(200, 2) }), done),
  /** One field corrected, as in every register (trust.md C5). */
  correct: command(
    'moveNotices.correct',
    z.object({
      ...touch,
      field: z.enum(MOVE_CORRECTABLE),
      value: z.string().max(2000),
      reason: optionalText(200),
    }),
    done.extend({ warnings: z.array(z.string()) }),
  ),
  /** Voids the line: number and line stay, printed 作废. Errors: `entry.managerOnly` once it has been. */
  void: command('moveNotices.void', z.object({ ...touch, reason: text(200, 2) }), done),
  markSeen: command('moveNotices.read', z.object({ id }), z.object({ seen: z.boolean() })),
  /** Shows phone and plate in full: role, reason, journal event. */
  unmask: command(
    'moveNotices.unmask',
    z.object({ id, reason: text(100, 2) }),
    moveNotice.pick({ contactPhone: true }),
  ),
} as const;
