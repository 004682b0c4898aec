import type Database from 'better-sqlite3';
import { expressionBuilder } from 'kysely';
import type { z } from 'zod';
import type { OpName } from '../../../shared/api';
import { addDays, dayOf, instantOf } from '../../../shared/dates';
import type { OutputOf } from '../../../shared/op';
import {
  BOOKING_NEEDS,
  type BookingNeed,
  type roomBookingFilter,
  type roomBookings,
} from '../../../shared/registers/room-bookings';
import {
  BOOKING_HOLDS,
  BOOKING_NEXT,
  type BookingState,
  type RoomBooking,
  type RoomBookingLine,
} from '../../../shared/registers/room-bookings.row';
import type { Actor } from '../../../shared/registers/session';
import { holds, type Permit } from '../../../shared/roles';
import { maskPhone } from '../../../shared/text';
import type { ReadDb } from '../../db/context';
import { marksOf } from '../../db/story';
import type { RoomBookingsTable, Tables } from '../../db/tables';
import {
  branchPer,
  type Condition,
  commonConditions,
  holdsPart,
  type Listing,
  listPage,
  needCounts,
  realDay,
} from '../../entries/listing';
import { asFilled, movedTo } from '../../entries/load';
import { rowsOf } from '../../entries/months';
import { isManager, mayCorrect } from '../../entries/rights';
import { unitCodes } from '../units/briefs';
import { roomsOf } from './rooms';

/** Bookings of meeting rooms (S22): rows as lines, what may follow, filters of the list, the week board. */

/** The booking as it is now. Errors: Refusal `notFound`; `conflict` (trust.md F10). */
export async function bookingOf(db: ReadDb, id: string, version?: number): Promise<RoomBookingsTable> {
  const row = await db.selectFrom('room_bookings').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

/** The next state, when the chart allows it. Errors: Refusal `roomBookings.wrongState`. */
export const bookingMoved = (row: RoomBookingsTable, to: BookingState): BookingState =>
  movedTo(BOOKING_NEXT, row.state, to, 'roomBookings');

/** In use, and its time is over. */
const isOver = (row: Pick<RoomBooking, 'state' | 'toAt'>, now: string): boolean =>
  row.state === 'inUse' && row.toAt < now;

/** The next step of each state. */
export const mainBookingAct = ({ state }: Pick<RoomBooking, 'state'>): OpName | null =>
  ({
    asked: 'roomBookings.confirm' as const,
    confirmed: 'roomBookings.prepare' as const,
    prepared: 'roomBookings.begin' as const,
    inUse: 'roomBookings.check' as const,
    checked: null,
    cancelled: null,
    voided: null,
  })[state];

/** Every operation this reader may do on the booking now, the awaited one first. */
export function bookingActs(row: RoomBooking, actor: Actor | null): OpName[] {
  const may = BOOKING_NEXT[row.state];
  const all: [act: OpName, permit: Permit, possible: boolean][] = [
    ['roomBookings.confirm', 'roomBookings.confirm', may.includes('confirmed')],
    ['roomBookings.prepare', 'roomBookings.prepare', may.includes('prepared')],
    ['roomBookings.begin', 'roomBookings.prepare', may.includes('inUse')],
    ['roomBookings.check', 'roomBookings.prepare', may.includes('checked')],
    ['roomBookings.reschedule', 'roomBookings.book', may.includes('cancelled')],
    ['roomBookings.cancel', 'roomBookings.book', may.includes('cancelled')],
    [
      'roomBookings.correct',
      'roomBookings.correct',
      row.state !== 'voided' && mayCorrect(row.recorderId, actor),
    ],
    [
      'roomBookings.void',
      'roomBookings.void',
      may.includes('voided') && (row.state !== 'checked' || isManager(actor)),
    ],
  ];
  return all
    .filter(([, permit, possible]) => possible && holds(actor?.roles ?? [], permit))
    .map(([act]) => act);
}

/** Rows as lines, in the same order: phones masked. */
export async function toBookingLines(
  db: ReadDb,
  rows: readonly RoomBookingsTable[],
  now: string,
): Promise<RoomBookingLine[]> {
  if (rows.length === 0) return [];
  const { strikes, copies } = await marksOf(
    db,
    'roomBookings',
    rows.map((row) => row.id),
  );
  const units = await unitCodes(
    db,
    rows.map((row) => row.unitId),
  );
  return rows.map(({ sealed: _, ...row }) => ({
    ...row,
    contactPhone: row.contactPhone === null ? null : maskPhone(row.contactPhone),
    unitCode: units.get(row.unitId ?? '') ?? null,
    over: isOver(row, now),
    copies: copies.get(row.id) ?? 0,
    strikes: strikes.get(row.id) ?? [],
  }));
}

/** Lines by ids, in the order asked; unknown ids are left out. */
export const bookingLinesById = async (
  db: ReadDb,
  ids: readonly string[],
  now: string,
): Promise<RoomBookingLine[]> => toBookingLines(db, await rowsOf(db, 'room_bookings', ids), now);

/** The week a day falls in, Monday to Sunday. */
export function weekOf(on: string): string[] {
  const weekday = (new Date(`${realDay('on', on)}T00:00:00.000Z`).getUTCDay() + 6) % 7;
  return Array.from({ length: 7 }, (_, i) => addDays(on, i - weekday));
}

/** The board of the week a day falls in (F30): open rooms, and closed ones that still have something then. */
export async function boardOf(
  db: ReadDb,
  on: string,
  now: string,
): Promise<OutputOf<typeof roomBookings.board>> {
  const days = weekOf(on);
  const rows = await db
    .selectFrom('room_bookings')
    .select(['id', 'serialNo', 'state', 'roomId', 'fromAt', 'toAt', 'subject', 'customerName'])
    .where('toAt', '>', instantOf(days[0]!))
    .where('fromAt', '<', instantOf(addDays(days[6]!, 1)))
    .where('state', 'in', [...BOOKING_HOLDS])
    .orderBy('fromAt')
    .execute();
  const rooms = await roomsOf(db);
  return {
    days,
    rooms: rooms.filter((room) => room.active === 1 || rows.some((row) => row.roomId === room.id)),
    bookings: rows.map((row) => ({ ...row, over: isOver(row, now) })),
  };
}

export const BOOKINGS: Listing<'room_bookings'> = {
  register: 'roomBookings',
  table: 'room_bookings',
  at: 'fromAt',
};
const eb = expressionBuilder<Tables, 'room_bookings'>();

/** A page of bookings, latest beginning first. */
export async function bookingPage(
  db: ReadDb,
  raw: Database.Database,
  filter: z.output<typeof roomBookingFilter>,
  after: string | null,
  limit: number,
  now: string,
): Promise<OutputOf<typeof roomBookings.list>> {
  const { search, need, states, roomId, unitId, person, ...rest } = filter;
  const common = commonConditions(BOOKINGS, rest);
  if (roomId) common.push(eb('roomId', '=', roomId));
  if (unitId) common.push(eb('unitId', '=', unitId));
  if (person)
    common.push(
      eb.or([
        holdsPart('customerName', person),
        holdsPart('contactName', person),
        holdsPart('recorderName', person),
      ]),
    );
  if (need && states?.length) common.push(eb('state', 'in', states));
  const branches = need
    ? bookingNeed(need, now).map((branch) => [...branch, ...common])
    : branchPer('state', states, common);
  const { rows, ...page } = await listPage(db, raw, BOOKINGS, { branches, search, after, limit });
  return { rows: await toBookingLines(db, rows, now), ...page };
}

export async function bookingCounts(db: ReadDb, now: string): Promise<Record<BookingNeed, number>> {
  return needCounts(db, 'room_bookings', BOOKING_NEEDS, (need) => bookingNeed(need, now));
}

/** A need as branches; specs look at their plans. */
export function bookingNeed(need: BookingNeed, now: string): Condition[][] {
  const tomorrow = instantOf(addDays(dayOf(now), 1));
  const is = (state: BookingState) => eb('state', '=', state);
  switch (need) {
    case 'toConfirm':
      return [[is('asked')]];
    case 'toPrepare':
      return [[is('confirmed'), eb('fromAt', '<', instantOf(addDays(dayOf(now), 2)))]];
    case 'today':
      return (['confirmed', 'prepared', 'inUse'] as const).map((state) => [
        is(state),
        eb('fromAt', '>=', instantOf(dayOf(now))),
        eb('fromAt', '<', tomorrow),
      ]);
    case 'toCheck':
      return [[is('inUse'), eb('toAt', '<', now)]];
  }
}
