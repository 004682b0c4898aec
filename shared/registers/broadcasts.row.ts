import { z } from 'zod';
import { strike } from './found-items.row';

/** S28 播音: a broadcast from its request to its result, as read from the database. */
export const BROADCAST_KINDS = ['daily', 'temporary', 'emergency'] as const;
/** 日常, 广告, 促销, 寻人, 移车, 失物, 紧急, 其他. */
export const BROADCAST_PURPOSES = [
  'routine',
  'advert',
  'promotion',
  'missingPerson',
  'moveCar',
  'lostItem',
  'emergency',
  'other',
] as const;
export const BROADCAST_STATES = ['requested', 'approved', 'refused', 'closed', 'voided'] as const;
export type BroadcastState = (typeof BROADCAST_STATES)[number];

/** State chart: nothing is played or closed that nobody approved. */
export const BROADCAST_NEXT: Record<BroadcastState, readonly BroadcastState[]> = {
  requested: ['approved', 'refused', 'voided'],
  approved: ['closed', 'voided'],
  refused: ['voided'],
  closed: ['voided'],
  voided: [],
};

/** What may be corrected; the script and its kind stay as they were approved. */
export const BROADCAST_CORRECTABLE = ['purpose', 'department', 'requester', 'note'] as const;

const s = z.string();
const maybe = z.string().nullable();

export const broadcast = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(BROADCAST_STATES),
  version: z.number().int(),
  kind: z.enum(BROADCAST_KINDS),
  purpose: z.enum(BROADCAST_PURPOSES),
  summary: s,
  /** The words as they are read out; kept (S28). */
  script: s,
  department: s,
  requester: s,
  /** First and last instant it may be played. */
  fromAt: s,
  toAt: s,
  /** How often it is to be played. */
  repetitions: z.number().int(),
  /** How often it was played: plays that are not struck. */
  played: z.number().int(),
  approvedAt: maybe,
  approvedByName: maybe,
  /** Emergency: who ordered it as department manager and as general manager. */
  managerOrder: maybe,
  generalOrder: maybe,
  refusedAt: maybe,
  refusedByName: maybe,
  refusedReason: maybe,
  closedAt: maybe,
  closedByName: maybe,
  result: maybe,
  notPlayedReason: maybe,
  voidReason: maybe,
  voidedAt: maybe,
  voidedByName: maybe,
  note: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type Broadcast = z.infer<typeof broadcast>;

/** One play with its time and announcer; a wrong one is struck, never taken away. */
export const broadcastPlay = z.object({
  id: s,
  version: z.number().int(),
  broadcastId: s,
  lineNo: z.number().int(),
  playedAt: s,
  announcerName: s,
  struckReason: maybe,
  struckByName: maybe,
});
export type BroadcastPlay = z.infer<typeof broadcastPlay>;

/** A line of the book: the broadcast and what is computed for it. */
export const broadcastLine = broadcast.extend({
  /** Approved, its time is over, and nobody closed it. */
  over: z.boolean(),
  /** Announcers of the plays that stand, each once. */
  announcers: z.array(s),
  firstPlayedAt: maybe,
  lastPlayedAt: maybe,
  copies: z.number().int(),
  strikes: z.array(strike),
});
export type BroadcastLine = z.infer<typeof broadcastLine>;
