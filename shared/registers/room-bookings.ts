import { z } from 'zod';
import { command, query } from '../op';
import { count, day, id, instant, month, optionalPhone, optionalText, text, version } from '../text';
import { cents } from './amounts';
import {
  BOOKING_CORRECTABLE,
  BOOKING_STATES,
  LAYOUTS,
  meetingRoom,
  PREPARATIONS,
  roomBooking,
  roomBookingLine,
  SETTLEMENTS,
} from './room-bookings.row';
import { pageOf, storyLine } from './shapes';

/** S22: the operations of rooms and bookings and the permit each needs. Rules: domain.md S22, F29, F30. */

/** Counts that ask for action: to confirm, to prepare before tomorrow ends, in use now, over and not looked after. */
export const BOOKING_NEEDS = ['toConfirm', 'toPrepare', 'today', 'toCheck'] as const;
export type BookingNeed = (typeof BOOKING_NEEDS)[number];

const touch = { id, version };
const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });
const roomDone = z.object({ id: z.string(), version: z.number().int() });

export const roomForm = z.object({
  name: text(30),
  seats: count.max(2000, { error: 'count.high' }),
  equipment: optionalText(120),
  hourCents: cents,
  depositCents: cents,
  note: optionalText(200),
});

/** The stock of rooms: few, without numbers. */
export const meetingRooms = {
  /** Open ones first, by name. */
  list: query('roomBookings.read', z.object({}), z.array(meetingRoom)),
  /** Errors: `meetingRooms.nameTaken`. */
  add: command('meetingRooms.manage', roomForm, roomDone),
  /** Errors: `meetingRooms.nameTaken`, `.closed`, `entry.unchanged`. */
  amend: command('meetingRooms.manage', roomForm.extend(touch), roomDone),
  /** No longer booked. Errors: `meetingRooms.closed`, `.booked` {no} while somebody has it in days to come. */
  close: command('meetingRooms.manage', z.object(touch), roomDone),
} as const;

const slot = { roomId: id, fromAt: instant, toAt: instant };

/** What the form of a booking sends. */
export const bookRoom = z.object({
  ...slot,
  customerName: text(60),
  contactName: text(40),
  contactPhone: optionalPhone,
  unitId: id.nullish().transform((value) => value ?? null),
  subject: text(80),
  people: count.max(2000, { error: 'count.high' }),
  layout: z.enum(LAYOUTS),
  equipment: optionalText(120),
  depositCents: cents,
  depositReceiptNo: optionalText(30),
  note: optionalText(300),
});

/** Filters of the list; all optional and joined by AND. Days are those of the meeting. */
export const roomBookingFilter = z.object({
  need: z.enum(BOOKING_NEEDS).nullish(),
  states: z.array(z.enum(BOOKING_STATES)).max(7).nullish(),
  roomId: id.nullish(),
  unitId: id.nullish(),
  fromOn: day.nullish(),
  toOn: day.nullish(),
  month: month.nullish(),
  /** Customer, contact or recorder: part of the name. */
  person: optionalText(40),
  search: optionalText(60),
});
export type RoomBookingFilter = z.input<typeof roomBookingFilter>;

/** A booking as the week board draws it. */
export const boardBooking = roomBooking
  .pick({
    id: true,
    serialNo: true,
    state: true,
    roomId: true,
    fromAt: true,
    toAt: true,
    subject: true,
    customerName: true,
  })
  .extend({ over: z.boolean() });
export type BoardBooking = z.infer<typeof boardBooking>;

export const roomBookings = {
  /** Bookings, latest beginning first; a page of at most 200. */
  list: query(
    'roomBookings.read',
    z.object({
      filter: roomBookingFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(roomBookingLine),
  ),
  counts: query('roomBookings.read', z.object({}), z.record(z.enum(BOOKING_NEEDS), z.number().int())),
  /** F30: the week a day falls in, Monday to Sunday, with every booking that holds a room then. */
  board: query(
    'roomBookings.read',
    z.object({ on: day }),
    z.object({
      days: z.array(z.string()).length(7),
      rooms: z.array(meetingRoom),
      bookings: z.array(boardBooking),
    }),
  ),
  entry: query(
    'roomBookings.read',
    z.object({ id }),
    z.object({
      entry: roomBookingLine,
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: z.string().nullable(),
      warnings: z.array(z.string()),
    }),
  ),
  /**
   * Asks for a room. Errors: `roomBookings.taken` {no, hours}, `.roomClosed`, `.roomUnknown`, `.tooMany` {seats},
   * `.receiptMissing`, `.unitUnknown`; InvalidField `toAt`, `fromAt`.
   */
  ask: command('roomBookings.book', bookRoom, done.extend({ scanCode: z.string() })),
  /** Confirmed to the customer. */
  confirm: command('roomBookings.confirm', z.object(touch), done),
  /** Another room or other hours before it begins. Errors: those of `ask`. */
  reschedule: command('roomBookings.book', z.object({ ...touch, ...slot }), done),
  /** The room is ready. Errors: `roomBookings.notReady` when something of the list is open and no note says why. */
  prepare: command(
    'roomBookings.prepare',
    z.object({
      ...touch,
      ticked: z.array(z.enum(PREPARATIONS)).max(PREPARATIONS.length),
      note: optionalText(300),
    }),
    done,
  ),
  /** The meeting begins. */
  begin: command('roomBookings.prepare', z.object({ ...touch, at: instant }), done),
  /**
   * The meeting is over and the room looked after: overtime follows from the end, damage is listed. Errors:
   * `roomBookings.damageMissing`, `.receiptMissing`, `.tooMuchBack`.
   */
  check: command(
    'roomBookings.prepare',
    z.object({
      ...touch,
      endedAt: instant,
      damaged: z.boolean(),
      damageList: optionalText(300),
      settlement: z.enum(SETTLEMENTS),
      receiptNo: optionalText(30),
      depositBackCents: cents,
      note: optionalText(300),
    }),
    done.extend({ overtimeCents: z.number().int() }),
  ),
  /** It does not take place; the room is free again. */
  cancel: command('roomBookings.book', z.object({ ...touch, reason: text(200, 2) }), done),
  /** One field corrected (trust.md C5). */
  correct: command(
    'roomBookings.correct',
    z.object({
      ...touch,
      field: z.enum(BOOKING_CORRECTABLE),
      value: z.string().max(2000),
      reason: optionalText(200),
    }),
    done.extend({ warnings: z.array(z.string()) }),
  ),
  /** Voids the line: number and line stay, printed 作废. Errors: `entry.managerOnly` once it was looked after. */
  void: command('roomBookings.void', z.object({ ...touch, reason: text(200, 2) }), done),
  markSeen: command('roomBookings.read', z.object({ id }), z.object({ seen: z.boolean() })),
  /** Shows the phone in full: role, reason, journal event. */
  unmask: command(
    'roomBookings.unmask',
    z.object({ id, reason: text(100, 2) }),
    roomBooking.pick({ contactPhone: true }),
  ),
} as const;
