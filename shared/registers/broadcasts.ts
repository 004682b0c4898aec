import { z } from 'zod';
import { command, query } from '../op';
import { day, id, instant, month, optionalText, text, version } from '../text';
import {
  BROADCAST_CORRECTABLE,
  BROADCAST_KINDS,
  BROADCAST_PURPOSES,
  BROADCAST_STATES,
  broadcastLine,
  broadcastPlay,
} from './broadcasts.row';
import { pageOf, storyLine } from './shapes';

/** S28 播音: the operations of the broadcast book and the permit each needs. Rules: domain.md S28, F36, F37. */

/** Counts that ask for action: to be approved, to be played now, over and still to be closed. */
export const BROADCAST_NEEDS = ['toApprove', 'toPlay', 'toClose'] as const;
export type BroadcastNeed = (typeof BROADCAST_NEEDS)[number];

const touch = { id, version };
const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });

/** What the form of a new request sends. */
export const registerBroadcast = z.object({
  kind: z.enum(BROADCAST_KINDS),
  purpose: z.enum(BROADCAST_PURPOSES),
  summary: text(60),
  script: text(1200),
  department: text(40),
  requester: text(40),
  fromAt: instant,
  toAt: instant,
  repetitions: z.number().int().min(1).max(99),
  note: optionalText(300),
});

/** Filters of the list; all optional and joined by AND. */
export const broadcastFilter = z.object({
  need: z.enum(BROADCAST_NEEDS).nullish(),
  states: z.array(z.enum(BROADCAST_STATES)).max(5).nullish(),
  kinds: z.array(z.enum(BROADCAST_KINDS)).max(3).nullish(),
  fromOn: day.nullish(),
  toOn: day.nullish(),
  month: month.nullish(),
  /** Recorder, approver or requester: part of the name. */
  person: optionalText(40),
  /** Search text, same rules as the omni-box. */
  search: optionalText(60),
});

export const broadcasts = {
  /** Lines of the book, newest first by recording; a page of at most 200. */
  list: query(
    'broadcasts.read',
    z.object({
      filter: broadcastFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(broadcastLine),
  ),
  counts: query('broadcasts.read', z.object({}), z.record(z.enum(BROADCAST_NEEDS), z.number().int())),
  entry: query(
    'broadcasts.read',
    z.object({ id }),
    z.object({
      entry: broadcastLine,
      plays: z.array(broadcastPlay),
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: z.string().nullable(),
      warnings: z.array(z.string()),
    }),
  ),

  /** A new request. Errors: InvalidField `toAt` of times out of order. */
  register: command('broadcasts.write', registerBroadcast, done.extend({ scanCode: z.string() })),
  /**
   * Approved by another person than its recorder. Errors: `broadcasts.ownRequest`, `.over`; InvalidField of an emergency
   * without the two orders it needs (F36).
   */
  approve: command(
    'broadcasts.approve',
    z.object({ ...touch, managerOrder: optionalText(40), generalOrder: optionalText(40) }),
    done,
  ),
  /** Not approved, with a reason. */
  refuse: command('broadcasts.approve', z.object({ ...touch, reason: text(200, 2) }), done),
  /** One play, by the one who announced it. Errors: `broadcasts.wrongState`; InvalidField `at`. */
  play: command('broadcasts.play', z.object({ ...touch, at: instant }), done),
  /** A wrong play is struck. Errors: `broadcasts.wrongState`, `.alreadyStruck`. */
  strikePlay: command('broadcasts.play', z.object({ ...touch, playId: id, reason: text(200, 2) }), done),
  /** Closed with its result. Errors: InvalidField `notPlayedReason` when it was played less often than asked. */
  close: command(
    'broadcasts.play',
    z.object({ ...touch, result: text(200), notPlayedReason: optionalText(200) }),
    done,
  ),
  /** One field corrected, as in every register (trust.md C5). */
  correct: command(
    'broadcasts.correct',
    z.object({
      ...touch,
      field: z.enum(BROADCAST_CORRECTABLE),
      value: z.string().max(2000),
      reason: optionalText(200),
    }),
    done.extend({ warnings: z.array(z.string()) }),
  ),
  /** Voids the line: number and line stay, printed 作废. Errors: `entry.managerOnly` once it was played. */
  void: command('broadcasts.void', z.object({ ...touch, reason: text(200, 2) }), done),
  markSeen: command('broadcasts.read', z.object({ id }), z.object({ seen: z.boolean() })),
} as const;
