import { z } from 'zod';
import { command, query } from '../op';
import { day, id, instant, month, optionalText, text, version } from '../text';
import {
  NOTICE_CORRECTABLE,
  NOTICE_KINDS,
  NOTICE_MEDIA,
  NOTICE_STATES,
  noticeLine,
  noticeReceiptLine,
} from './notices.row';
import { pageOf, storyLine } from './shapes';

/** S25 公告、宣传栏、LED: the operations of the notice book and the permit each needs. Rules: domain.md S25, F33, F34. */

/** Counts that ask for action: to be approved, sent back, to be posted from today, over and still to be seen (KPI: 0). */
export const NOTICE_NEEDS = ['toApprove', 'sentBack', 'toPost', 'toRemove'] as const;
export type NoticeNeed = (typeof NOTICE_NEEDS)[number];

const touch = { id, version };
const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });

/** What is approved: any change of it makes it a draft again. */
const wording = {
  medium: z.enum(NOTICE_MEDIA),
  title: text(60),
  body: text(1200),
  place: text(100),
  fromOn: day,
  toOn: day,
  plays: optionalText(60),
};

/** What the form of a new notice sends. */
export const registerNotice = z.object({
  kind: z.enum(NOTICE_KINDS),
  ...wording,
  department: optionalText(40),
  note: optionalText(300),
});

/** Filters of the list; all optional and joined by AND. */
export const noticeFilter = z.object({
  need: z.enum(NOTICE_NEEDS).nullish(),
  states: z.array(z.enum(NOTICE_STATES)).max(7).nullish(),
  media: z.array(z.enum(NOTICE_MEDIA)).max(6).nullish(),
  fromOn: day.nullish(),
  toOn: day.nullish(),
  month: month.nullish(),
  /** Recorder or approver: part of the name. */
  person: optionalText(40),
  /** Search text, same rules as the omni-box. */
  search: optionalText(60),
});
export type NoticeFilter = z.input<typeof noticeFilter>;

export const notices = {
  /** Lines of the book, newest first by recording; a page of at most 200. */
  list: query(
    'notices.read',
    z.object({
      filter: noticeFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(noticeLine),
  ),
  counts: query('notices.read', z.object({}), z.record(z.enum(NOTICE_NEEDS), z.number().int())),
  entry: query(
    'notices.read',
    z.object({ id }),
    z.object({
      entry: noticeLine,
      receipts: z.array(noticeReceiptLine),
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: z.string().nullable(),
      warnings: z.array(z.string()),
    }),
  ),

  /** A new draft. Errors: InvalidField of days out of order. */
  register: command('notices.write', registerNotice, done.extend({ scanCode: z.string() })),
  /** The text of a draft written anew. Errors: `notices.wrongState`, `entry.unchanged`. */
  rewrite: command('notices.write', z.object({ ...touch, ...wording }), done),
  /** To the one who approves. Errors: `notices.over` when its last day has gone by. */
  submit: command('notices.write', z.object(touch), done),
  /** Approved by another person than the one who wrote or submitted it. Errors: `notices.ownText`, `.over`. */
  approve: command('notices.approve', z.object({ ...touch, note: optionalText(300) }), done),
  /** Back to its writer with a reason: a draft again. */
  sendBack: command('notices.approve', z.object({ ...touch, reason: text(200, 2) }), done),
  /** Put up, or on the display. Errors: `notices.over`. */
  post: command('notices.post', z.object({ ...touch, at: instant, place: optionalText(100) }), done),
  /** Taken down; earlier than its last day too. */
  remove: command('notices.post', z.object({ ...touch, at: instant, note: optionalText(300) }), done),
  /** Given up before it was posted. */
  withdraw: command('notices.write', z.object({ ...touch, reason: text(200, 2) }), done),
  /** A line of the distribution list F33: copies or goods for a unit, signed for. Errors: `notices.unitUnknown`. */
  handOut: command(
    'notices.post',
    z.object({
      ...touch,
      unitId: id,
      copies: z.number().int().min(1).max(999),
      receiverName: text(40),
      at: instant,
    }),
    done,
  ),
  /** A wrong line of F33 is struck. Errors: `notices.alreadyStruck`. */
  strikeReceipt: command('notices.post', z.object({ ...touch, receiptId: id, reason: text(200, 2) }), done),
  /** One field corrected, as in every register (trust.md C5). */
  correct: command(
    'notices.correct',
    z.object({
      ...touch,
      field: z.enum(NOTICE_CORRECTABLE),
      value: z.string().max(2000),
      reason: optionalText(200),
    }),
    done.extend({ warnings: z.array(z.string()) }),
  ),
  /** Voids the line: number and line stay, printed 作废. Errors: `entry.managerOnly` once it was posted. */
  void: command('notices.void', z.object({ ...touch, reason: text(200, 2) }), done),
  markSeen: command('notices.read', z.object({ id }), z.object({ seen: z.boolean() })),
} as const;
