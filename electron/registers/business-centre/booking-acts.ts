import { dayTimeOf, monthOf, msOf, timeOf } from '../../../shared/dates';
import {
  BOOKING_HOLDS,
  halfHoursCents,
  PREPARATIONS,
  type RoomBooking,
} from '../../../shared/registers/room-bookings.row';
import { InvalidField, Refusal } from '../../../shared/result';
import { lengthOf } from '../../../shared/text';
import type { CommandContext, ReadDb } from '../../db/context';
import type { MeetingRoomsTable, RoomBookingsTable } from '../../db/tables';
import { assertTime, done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { unitCodes } from '../units/briefs';
import { bookingMoved, bookingOf } from './bookings';
import { roomOf } from './rooms';
import { indexBooking } from './words';

/** S22: a room is asked for, confirmed, prepared, used and looked after; nobody else has it meanwhile. */

type Ops = HandlersFor<'roomBookings'>;

/** Columns that only later acts write. */
export const BOOKING_UNTOUCHED = {
  confirmedAt: null,
  confirmedByName: null,
  prepared: null,
  preparedAt: null,
  preparedByName: null,
  startedAt: null,
  endedAt: null,
  overtimeCents: null,
  damaged: null,
  damageList: null,
  checkedAt: null,
  checkedByName: null,
  settlement: null,
  receiptNo: null,
  depositBackCents: null,
  cancelReason: null,
  cancelledAt: null,
  cancelledByName: null,
  voidReason: null,
  voidedAt: null,
  voidedByName: null,
} as const;

export async function index(ctx: CommandContext, row: RoomBookingsTable): Promise<void> {
  const codes = await unitCodes(ctx.db, [row.unitId]);
  indexBooking(ctx, row, codes.get(row.unitId ?? '') ?? null);
}

type Slot = Pick<RoomBooking, 'roomId' | 'fromAt' | 'toAt'>;

/**
 * The room is open and nobody else's in these hours; the database holds the same rule. Errors: Refusal
 * `roomBookings.roomUnknown`, `.roomClosed`, `.taken`; InvalidField `toAt`, `fromAt`.
 */
async function assertSlot(
  db: ReadDb,
  slot: Slot,
  ownId: string | null,
  now: string,
): Promise<MeetingRoomsTable> {
  const room = await db
    .selectFrom('meeting_rooms')
    .selectAll()
    .where('id', '=', slot.roomId)
    .executeTakeFirst();
  if (!room) throw new Refusal('roomBookings.roomUnknown');
  if (room.active === 0) throw new Refusal('roomBookings.roomClosed');
  if (slot.toAt <= slot.fromAt) throw new InvalidField('toAt', 'time.early');
  if (slot.toAt <= now) throw new InvalidField('fromAt', 'time.early');
  const taken = await db
    .selectFrom('room_bookings')
    .select(['id', 'serialNo', 'fromAt', 'toAt'])
    .where('roomId', '=', slot.roomId)
    .where('state', 'in', [...BOOKING_HOLDS])
    .where('fromAt', '<', slot.toAt)
    .where('toAt', '>', slot.fromAt)
    .execute();
  const other = taken.find((row) => row.id !== ownId);
  if (other)
    throw new Refusal('roomBookings.taken', {
      room: room.name,
      no: other.serialNo,
      hours: `${dayTimeOf(other.fromAt)}–${timeOf(other.toAt)}`,
    });
  return room;
}

const feeOf = (slot: Slot, room: MeetingRoomsTable): number =>
  halfHoursCents(msOf(slot.fromAt), msOf(slot.toAt), room.hourCents);

/** See `roomBookings.ask`. */
export const ask: Ops['ask'] = async (input, ctx) => {
  const room = await assertSlot(ctx.db, input, null, ctx.now);
  if (input.people > room.seats) throw new Refusal('roomBookings.tooMany', { seats: room.seats });
  if (input.depositCents > 0 && input.depositReceiptNo === null)
    throw new Refusal('roomBookings.receiptMissing');
  if (input.unitId && !(await unitCodes(ctx.db, [input.unitId])).has(input.unitId))
    throw new Refusal('roomBookings.unitUnknown');
  const { actor, journal, numbers, newId, now } = ctx;
  const { serialNo, scanCode } = numbers.next('roomBookings', monthOf(now));
  const row = journal.create('roomBookings', {
    ...BOOKING_UNTOUCHED,
    ...input,
    roomName: room.name,
    feeCents: feeOf(input, room),
    id: newId(),
    serialNo,
    scanCode,
    state: 'asked',
    recordedAt: now,
    recorderId: actor.staffId,
    recorderName: actor.name,
  });
  await index(ctx, row);
  return { ...done(row), scanCode };
};

export const confirm: Ops['confirm'] = async ({ id, version }, ctx) => {
  const row = await bookingOf(ctx.db, id, version);
  const patch = {
    state: bookingMoved(row, 'confirmed'),
    confirmedAt: ctx.now,
    confirmedByName: ctx.actor.name,
  };
  return done(ctx.journal.change('roomBookings', row, patch, { kind: 'CHANGE' }));
};

export const reschedule: Ops['reschedule'] = async ({ id, version, ...slot }, ctx) => {
  const row = await bookingOf(ctx.db, id, version);
  if (row.state !== 'asked' && row.state !== 'confirmed' && row.state !== 'prepared')
    throw new Refusal('roomBookings.wrongState', { state: row.state });
  const room = await assertSlot(ctx.db, slot, row.id, ctx.now);
  if (row.people > room.seats) throw new Refusal('roomBookings.tooMany', { seats: room.seats });
  const patch = { ...slot, roomName: room.name, feeCents: feeOf(slot, room) };
  const next = ctx.journal.change('roomBookings', row, patch, { kind: 'CHANGE' });
  await index(ctx, next);
  return done(next);
};

export const prepare: Ops['prepare'] = async ({ id, version, ticked, note }, ctx) => {
  const row = await bookingOf(ctx.db, id, version);
  const state = bookingMoved(row, 'prepared');
  const open = PREPARATIONS.filter((one) => !ticked.includes(one));
  if (open.length > 0 && lengthOf(note ?? '') < 2) throw new Refusal('roomBookings.notReady');
  const patch = {
    state,
    prepared: PREPARATIONS.filter((one) => ticked.includes(one)).join(','),
    preparedAt: ctx.now,
    preparedByName: ctx.actor.name,
    ...(note ? { note } : {}),
  };
  const next = ctx.journal.change('roomBookings', row, patch, { kind: 'CHANGE' });
  await index(ctx, next);
  return done(next);
};

export const begin: Ops['begin'] = async ({ id, version, at }, ctx) => {
  const row = await bookingOf(ctx.db, id, version);
  const state = bookingMoved(row, 'inUse');
  assertTime('at', at, row.preparedAt, ctx.now);
  return done(ctx.journal.change('roomBookings', row, { state, startedAt: at }, { kind: 'CHANGE' }));
};

export const check: Ops['check'] = async (input, ctx) => {
  const { id, version, endedAt, damaged, damageList, settlement, receiptNo, depositBackCents, note } = input;
  const row = await bookingOf(ctx.db, id, version);
  const state = bookingMoved(row, 'checked');
  assertTime('endedAt', endedAt, row.startedAt, ctx.now);
  if (damaged && lengthOf(damageList ?? '') < 2) throw new Refusal('roomBookings.damageMissing');
  if (depositBackCents > row.depositCents) throw new Refusal('roomBookings.tooMuchBack');
  if (depositBackCents < row.depositCents && lengthOf(note ?? damageList ?? '') < 2)
    throw new Refusal('roomBookings.reasonMissing');
  const room = await roomOf(ctx.db, row.roomId);
  const overtimeCents = halfHoursCents(msOf(row.toAt), msOf(endedAt), room.hourCents);
  const money = row.feeCents + overtimeCents > 0 && settlement !== 'charged' && settlement !== 'free';
  if (money && receiptNo === null) throw new Refusal('roomBookings.receiptMissing');
  const next = ctx.journal.change(
    'roomBookings',
    row,
    {
      state,
      endedAt,
      overtimeCents,
      damaged: damaged ? 1 : 0,
      damageList: damaged ? damageList : null,
      checkedAt: ctx.now,
      checkedByName: ctx.actor.name,
      settlement,
      receiptNo,
      depositBackCents: row.depositCents > 0 ? depositBackCents : null,
      ...(note ? { note } : {}),
    },
    { kind: 'CHANGE' },
  );
  await index(ctx, next);
  return { ...done(next), overtimeCents };
};

export const cancel: Ops['cancel'] = async ({ id, version, reason }, ctx) => {
  const row = await bookingOf(ctx.db, id, version);
  const state = bookingMoved(row, 'cancelled');
  const patch = { state, cancelReason: reason, cancelledAt: ctx.now, cancelledByName: ctx.actor.name };
  return done(ctx.journal.change('roomBookings', row, patch, { kind: 'CHANGE' }));
};
