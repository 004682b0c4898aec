import { z } from 'zod';
import { strike } from './found-items.row';

/**
 * S25 公告、宣传栏、LED: a text of the office from its draft to the day it is taken down, as read from the database and as
 * printed on F34. Whether it is over and still hangs there is computed, never stored.
 */
export const NOTICE_KINDS = ['general', 'service', 'activity', 'safety', 'goods', 'other'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** 公告栏, 宣传栏, LED, 门头屏, 单元门, 入户. */
export const NOTICE_MEDIA = ['board', 'bulletin', 'led', 'doorDisplay', 'unitDoor', 'home'] as const;
export type NoticeMedium = (typeof NOTICE_MEDIA)[number];
/** Media that play a text in an order of their own. */
export const PLAYED_MEDIA: readonly NoticeMedium[] = ['led', 'doorDisplay'];

export const NOTICE_STATES = [
  'draft',
  'submitted',
  'approved',
  'posted',
  'removed',
  'withdrawn',
  'voided',
] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** State chart: nothing is posted that nobody approved; what was sent back is a draft again. */
export const NOTICE_NEXT: Record<NoticeState, readonly NoticeState[]> = {
  draft: ['submitted', 'withdrawn', 'voided'],
  submitted: ['approved', 'draft', 'withdrawn', 'voided'],
  approved: ['posted', 'withdrawn', 'voided'],
  posted: ['removed', 'voided'],
  removed: ['voided'],
  withdrawn: ['voided'],
  voided: [],
};

/** Personal values of a line of the distribution list (F33). */
export const NOTICE_RECEIPT_PERSONAL = ['receiverName'] as const;

/** What may still be corrected once others read it; the text itself is written anew as a draft (`notices.rewrite`). */
export const NOTICE_CORRECTABLE = ['kind', 'department', 'plays', 'note'] as const;
export type NoticeCorrectable = (typeof NOTICE_CORRECTABLE)[number];

const s = z.string();
const maybe = z.string().nullable();

export const notice = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(NOTICE_STATES),
  version: z.number().int(),
  kind: z.enum(NOTICE_KINDS),
  medium: z.enum(NOTICE_MEDIA),
  title: s,
  body: s,
  /** Where it is to hang or play. */
  place: s,
  fromOn: s,
  /** Last day it may be seen. */
  toOn: s,
  /** Play order of a display: 每 30 分钟一次. */
  plays: maybe,
  /** Department that asked for it; null: the office itself. */
  department: maybe,
  submittedAt: maybe,
  submitterId: maybe,
  submitterName: maybe,
  /** Last time it was sent back, and why. */
  sentBackAt: maybe,
  sentBackByName: maybe,
  sentBackReason: maybe,
  approvedAt: maybe,
  approvedByName: maybe,
  postedAt: maybe,
  postedByName: maybe,
  /** Where it was really put; null: at its place. */
  postedPlace: maybe,
  removedAt: maybe,
  removedByName: maybe,
  withdrawnReason: maybe,
  voidReason: maybe,
  voidedAt: maybe,
  voidedByName: maybe,
  note: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type Notice = z.infer<typeof notice>;

/** A line of F33: who took how many, for which unit. A wrong one is struck with a reason, never taken away. */
export const noticeReceipt = z.object({
  id: s,
  version: z.number().int(),
  noticeId: s,
  lineNo: z.number().int(),
  unitId: s,
  copies: z.number().int(),
  receiverName: maybe,
  deliveredAt: s,
  deliveredByName: s,
  struckReason: maybe,
  struckByName: maybe,
});
export type NoticeReceipt = z.infer<typeof noticeReceipt>;
export const noticeReceiptLine = noticeReceipt.extend({ unitCode: maybe });
export type NoticeReceiptLine = z.infer<typeof noticeReceiptLine>;

/** A line of the book: the notice and what is computed for it. */
export const noticeLine = notice.extend({
  /** Posted, and its last day is over. */
  expired: z.boolean(),
  /** Approved, its first day has come, and it does not hang there yet. */
  toPost: z.boolean(),
  /** Copies handed out by F33. */
  handedOut: z.number().int(),
  copies: z.number().int(),
  strikes: z.array(strike),
});
export type NoticeLine = z.infer<typeof noticeLine>;
