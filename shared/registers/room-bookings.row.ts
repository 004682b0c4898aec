import { z } from 'zod';
import { strike } from './found-items.row';

/**
 * S22 会议室租用与准备: the rooms, and who has which of them when, as read from the database and as printed on F29 and F30.
 */

/** A room that can be booked; it has no number, a closed one is booked no more. */
export const meetingRoom = z.object({
  id: z.string(),
  version: z.number().int(),
  name: z.string(),
  seats: z.number().int(),
  equipment: z.string().nullable(),
  /** Fen an hour; every half hour begun is charged. */
  hourCents: z.number().int(),
  depositCents: z.number().int(),
  active: z.number().int().min(0).max(1),
  note: z.string().nullable(),
  addedAt: z.string(),
});
export type MeetingRoom = z.infer<typeof meetingRoom>;

export const BOOKING_STATES = [
  'asked',
  'confirmed',
  'prepared',
  'inUse',
  'checked',
  'cancelled',
  'voided',
] as const;
export type BookingState = (typeof BOOKING_STATES)[number];

/** State chart: asked for, confirmed, prepared, in use, looked over afterwards. */
export const BOOKING_NEXT: Record<BookingState, readonly BookingState[]> = {
  asked: ['confirmed', 'cancelled', 'voided'],
  confirmed: ['prepared', 'cancelled', 'voided'],
  prepared: ['inUse', 'cancelled', 'voided'],
  inUse: ['checked', 'voided'],
  checked: ['voided'],
  cancelled: ['voided'],
  voided: [],
};
/** These have the room to themselves: no two of one room overlap. */
export const BOOKING_HOLDS: readonly BookingState[] = ['asked', 'confirmed', 'prepared', 'inUse', 'checked'];

/** The preparation checklist (S22): cleaned, seats, equipment tried, water, signs. */
export const PREPARATIONS = ['clean', 'layout', 'equipment', 'water', 'signs'] as const;
export const LAYOUTS = ['boardroom', 'classroom', 'theatre', 'uShape', 'reception'] as const;
export const SETTLEMENTS = ['cash', 'mobile', 'transfer', 'charged', 'free'] as const;

/** Personal values: in the row as typed, in the journal only as salted digests (architecture.md §4). */
export const BOOKING_PERSONAL = ['contactName', 'contactPhone'] as const;

/** Fields a correction may touch; room and hours have an act of their own. */
export const BOOKING_CORRECTABLE = [
  'customerName',
  'contactName',
  'contactPhone',
  'subject',
  'people',
  'equipment',
  'note',
] as const;
export type BookingCorrectable = (typeof BOOKING_CORRECTABLE)[number];

const s = z.string();
const maybe = z.string().nullable();
const whole = z.number().int();

export const roomBooking = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(BOOKING_STATES),
  version: whole,
  roomId: s,
  /** As it was called when it was booked. */
  roomName: s,
  /** Department or firm that has the room. */
  customerName: s,
  /** 会议负责人; null once erased. */
  contactName: maybe,
  contactPhone: maybe,
  unitId: maybe,
  subject: s,
  people: whole,
  fromAt: s,
  toAt: s,
  layout: z.enum(LAYOUTS),
  equipment: maybe,
  /** Agreed for these hours: fen. */
  feeCents: whole,
  depositCents: whole,
  depositReceiptNo: maybe,
  confirmedAt: maybe,
  confirmedByName: maybe,
  /** Ticked preparations, joined by commas. */
  prepared: maybe,
  preparedAt: maybe,
  preparedByName: maybe,
  startedAt: maybe,
  endedAt: maybe,
  /** Half hours begun beyond the booked end, in fen. */
  overtimeCents: whole.nullable(),
  damaged: whole.min(0).max(1).nullable(),
  damageList: maybe,
  checkedAt: maybe,
  checkedByName: maybe,
  settlement: z.enum(SETTLEMENTS).nullable(),
  receiptNo: maybe,
  depositBackCents: whole.nullable(),
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
export type RoomBooking = z.infer<typeof roomBooking>;

/** A line of the book: the booking and what is computed for it. */
export const roomBookingLine = roomBooking.extend({
  unitCode: maybe,
  /** In use, and its time is over. */
  over: z.boolean(),
  copies: whole,
  strikes: z.array(strike),
});
export type RoomBookingLine = z.infer<typeof roomBookingLine>;

/** Half hours begun between two instants, at the hour's price. F29: overtime under half an hour is charged as half an hour. */
export const halfHoursCents = (fromMs: number, toMs: number, hourCents: number): number =>
  Math.max(0, Math.ceil((toMs - fromMs) / 1_800_000)) * Math.round(hourCents / 2);
