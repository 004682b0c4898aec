import { z } from 'zod';
import { strike } from './found-items.row';

/**
 * S20 搬家登记: who moves in or out, when, by which lift, and which posts were told, as read from the database and as
 * printed on the move list. Who is still to be told is computed, never stored.
 */
export const MOVE_DIRECTIONS = ['in', 'out'] as const;
export const MOVE_STATES = ['announced', 'done', 'cancelled', 'voided'] as const;
export type MoveState = (typeof MOVE_STATES)[number];

export const MOVE_NEXT: Record<MoveState, readonly MoveState[]> = {
  announced: ['done', 'cancelled', 'voided'],
  done: ['voided'],
  cancelled: ['voided'],
  voided: [],
};

/** The posts S20 names: steward, gate, lift post. The lift's is told only where a lift is booked. */
export const MOVE_POSTS = ['steward', 'gate', 'lift'] as const;
export type MovePost = (typeof MOVE_POSTS)[number];

/** Personal values: in the row as typed, in the journal only as salted digests (architecture.md §4). */
export const MOVE_PERSONAL = ['contactName', 'contactPhone', 'plate'] as const;

/** Fields a correction may touch; day, lift and hours have an act of their own. */
export const MOVE_CORRECTABLE = [
  'contactName',
  'contactPhone',
  'moverCompany',
  'plate',
  'announcedAt',
  'note',
] as const;
export type MoveCorrectable = (typeof MOVE_CORRECTABLE)[number];

const s = z.string();
const maybe = z.string().nullable();

export const moveNotice = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(MOVE_STATES),
  version: z.number().int(),
  unitId: s,
  direction: z.enum(MOVE_DIRECTIONS),
  announcedAt: s,
  /** Null once erased. */
  contactName: maybe,
  contactPhone: maybe,
  moveOn: s,
  /** Lift that is booked; null: none is needed. */
  lift: maybe,
  /** Hours of the day, `HH:mm`, `to` excluded: a lift is nobody else's meanwhile. */
  fromTime: s,
  toTime: s,
  moverCompany: maybe,
  plate: maybe,
  /** The application of the goods release that goes with a removal. */
  releaseRequestId: maybe,
  /** Who of each post was told, and when. */
  stewardName: maybe,
  stewardToldAt: maybe,
  gateName: maybe,
  gateToldAt: maybe,
  liftName: maybe,
  liftToldAt: maybe,
  doneAt: maybe,
  doneByName: maybe,
  cancelReason: maybe,
  cancelledAt: maybe,
  cancelledByName: maybe,
  voidReason: maybe,
  voidedAt: maybe,
  voidedByName: maybe,
  note: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type MoveNotice = z.infer<typeof moveNotice>;

/** A line of the list: the notice and what is computed for it. */
export const moveNoticeLine = moveNotice.extend({
  unitCode: s,
  /** Posts still to be told. */
  untold: z.array(z.enum(MOVE_POSTS)),
  /** Announced, and its day is over. */
  past: z.boolean(),
  /** Number of the release slip that came of the linked application; null before it is issued. */
  releaseNo: maybe,
  late: z.boolean(),
  copies: z.number().int(),
  strikes: z.array(strike),
});
export type MoveNoticeLine = z.infer<typeof moveNoticeLine>;
