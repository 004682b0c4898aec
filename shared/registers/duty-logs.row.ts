import { z } from 'zod';
import { dutyLineLine } from './duty-lines.row';
import { strike } from './found-items.row';

/**
 * S14 值班日志: what happened at one post in one shift of one day, as read from the database and as printed on F20 (F20b at a
 * gate). Its typed lines are entries of their own (duty-lines.row.ts); what the other books did meanwhile is read from the
 * journal and stored nowhere. Whether a log is complete is computed.
 */
export const DUTY_LOG_STATES = ['open', 'signed', 'voided'] as const;
export type DutyLogState = (typeof DUTY_LOG_STATES)[number];

/** State chart: the supervisor's signature closes the day. */
export const DUTY_LOG_NEXT: Record<DutyLogState, readonly DutyLogState[]> = {
  open: ['signed', 'voided'],
  signed: ['voided'],
  voided: [],
};

/** Free text about people: in the row as typed, in the journal only as salted digests (architecture.md §4). */
export const DUTY_LOG_PERSONAL = ['message', 'signNote'] as const;
export const DUTY_LOG_CORRECTABLE = ['weather', 'note'] as const;
export type DutyLogCorrectable = (typeof DUTY_LOG_CORRECTABLE)[number];

/** What a log still wants before it counts as a complete day (KPI of S14). */
export const DUTY_LACKS = ['weather', 'unread', 'big', 'points', 'signature'] as const;
export type DutyLack = (typeof DUTY_LACKS)[number];

const s = z.string();
const maybe = z.string().nullable();
const n = z.number().int();

/** 值班人: came on at `at`. */
export const onDuty = z.object({ id: s, name: s, at: s });
export type OnDuty = z.infer<typeof onDuty>;

export const dutyLog = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(DUTY_LOG_STATES),
  version: n,
  post: s,
  shiftCode: s,
  /** Day the shift began by its plan. */
  shiftOn: s,
  /** Begin and end of the shift as planned when the log was opened. */
  fromAt: s,
  toAt: s,
  weather: maybe,
  /** JSON of `onDuty[]`: who signed on here or wrote a line. */
  people: s,
  /** 领导留言; more than one stand below each other. */
  message: maybe,
  messageAt: maybe,
  messageById: maybe,
  messageByName: maybe,
  /** JSON of `onDuty[]`: who has read the message, and when. */
  reads: s,
  signedAt: maybe,
  signedById: maybe,
  signedByName: maybe,
  signNote: maybe,
  voidReason: maybe,
  voidedAt: maybe,
  voidedByName: maybe,
  note: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type DutyLog = z.infer<typeof dutyLog>;

/** A line of the book of logs: the log's head and what is computed for it. */
export const dutyLogLine = dutyLog.omit({ people: true, reads: true }).extend({
  people: z.array(onDuty),
  /** Planned by the roster, whether they signed on or not. */
  planned: z.array(z.object({ id: s, name: s })),
  reads: z.array(onDuty),
  /** Name of the shift in both languages; its code when the office no longer has it. */
  shiftZh: s,
  shiftEn: s,
  lines: n,
  /** Lines that still want their result. */
  open: n,
  running: z.boolean(),
  lacks: z.array(z.enum(DUTY_LACKS)),
  copies: n,
  strikes: z.array(strike),
});
export type DutyLogLine = z.infer<typeof dutyLogLine>;

/** 签到表: a point with who was there and when, the latest last. */
export const dutyPoint = z.object({ point: s, rounds: z.array(z.object({ at: s, name: s })) });
/** Acts of the shift in the other books by kind: i18n keys of book and act with their namespaces, and how often. */
export const dutyWork = z.object({ book: s, label: s, count: n });

/** 会议纪要摘要: a meeting held in the shift (S84: minutes stand in the duty log). */
export const dutyMeeting = z.object({
  id: s,
  serialNo: s,
  kind: s,
  title: maybe,
  heldAt: s,
  said: maybe,
  resolved: z.array(z.object({ matter: s, ownerName: s, dueOn: s })),
});
export type DutyMeeting = z.infer<typeof dutyMeeting>;

/** The whole log: what the page shows and F20 prints. */
export const dutySheet = dutyLogLine.extend({
  typed: z.array(dutyLineLine),
  points: z.array(dutyPoint),
  switches: z.array(s),
  /** A post with points or switches prints F20b as well. */
  gate: z.boolean(),
  work: z.array(dutyWork),
  meetings: z.array(dutyMeeting),
});
export type DutySheet = z.infer<typeof dutySheet>;

/** A line of the timeline: typed here, or an act of another book by somebody on duty here. No personal values of that book. */
export const timelineLine = z.discriminatedUnion('source', [
  z.object({ source: z.literal('typed'), at: s, key: s, line: dutyLineLine }),
  z.object({
    source: z.literal('book'),
    at: s,
    key: s,
    register: s,
    op: s,
    entryId: s,
    serialNo: maybe,
    person: s,
  }),
]);
export type TimelineLine = z.infer<typeof timelineLine>;
