import type { z } from 'zod';
import { bookRoom } from '../../../shared/registers/room-bookings';
import type { BookingCorrectable } from '../../../shared/registers/room-bookings.row';
import { InvalidField, Refusal } from '../../../shared/result';
import type { RoomBookingsTable } from '../../db/tables';
import { besideLine } from '../../entries/answer';
import { asTyped, correctionOf, seen } from '../../entries/correction';
import { correctionWarnings } from '../../entries/freeze';
import { done } from '../../entries/load';
import { isManager } from '../../entries/rights';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { index } from './booking-acts';
import {
  boardOf,
  bookingActs,
  bookingCounts,
  bookingMoved,
  bookingOf,
  bookingPage,
  toBookingLines,
} from './bookings';
import { roomOf } from './rooms';

/** Reading bookings and the week board; corrections, voids and looks behind the mask (trust.md C5, C6). */

type Ops = HandlersFor<'roomBookings'>;
const form = bookRoom.shape;

export const list: Ops['list'] = ({ filter, after, limit }, { db, now, door }) =>
  bookingPage(db, door.rawReader, filter, after ?? null, limit, now);

export const counts: Ops['counts'] = (_, { db, now }) => bookingCounts(db, now);

export const board: Ops['board'] = ({ on }, { db, now }) => boardOf(db, on, now);

export const entry: Ops['entry'] = async ({ id }, { db, actor, now }) => {
  const row = await bookingOf(db, id);
  const { limits } = await settingsOf(db);
  const [line] = await toBookingLines(db, [row], now);
  return {
    entry: line!,
    next: bookingActs(row, actor),
    ...(await besideLine({ db, actor, now }, 'roomBookings', row, limits, [
      ...(line!.over ? ['over'] : []),
      ...(row.damaged === 1 ? ['damaged'] : []),
    ])),
  };
};

/** One field corrected. Errors: `roomBookings.wrongState` of a void line, `.tooMany`; those of every correction; InvalidField `value`. */
export const correct: Ops['correct'] = async ({ id, version, field, value, reason }, ctx) => {
  const row = await bookingOf(ctx.db, id, version);
  if (row.state === 'voided') throw new Refusal('roomBookings.wrongState', { state: row.state });
  const patch = patchOf(field, value);
  if (patch[field] === row[field]) throw new Refusal('entry.unchanged');
  if (patch.people !== undefined) {
    const { seats } = await roomOf(ctx.db, row.roomId);
    if (patch.people > seats) throw new Refusal('roomBookings.tooMany', { seats });
  }
  const { limits } = await settingsOf(ctx.db);
  const correction = await correctionOf(ctx, 'roomBookings', row, field, reason, limits);
  const written = ctx.journal.change('roomBookings', row, patch, correction);
  await index(ctx, written);
  return { ...done(written), warnings: await correctionWarnings(ctx.db, 'roomBookings', written, limits) };
};

function patchOf(
  field: BookingCorrectable,
  value: string,
): Partial<Pick<RoomBookingsTable, BookingCorrectable>> {
  const schema: z.ZodType = form[field];
  if (field !== 'people') return { [field]: asTyped(schema, value) };
  if (!/^\d{1,4}$/.test(value)) throw new InvalidField('value', 'count.whole');
  return { people: asTyped(form.people, Number(value)) };
}

/** Number and line stay, printed 作废; the room is free again. */
export const voidBooking: Ops['void'] = async ({ id, version, reason }, ctx) => {
  const row = await bookingOf(ctx.db, id, version);
  const state = bookingMoved(row, 'voided');
  if (row.state === 'checked' && !isManager(ctx.actor)) throw new Refusal('entry.managerOnly');
  const patch = { state, voidReason: reason, voidedAt: ctx.now, voidedByName: ctx.actor.name };
  return done(ctx.journal.change('roomBookings', row, patch, { kind: 'VOID' }));
};

/** Another person opened the entry: ends the recorder's free window, once. */
export const markSeen: Ops['markSeen'] = async ({ id }, ctx) => {
  const row = await bookingOf(ctx.db, id);
  await seen(ctx, 'roomBookings', row, (await settingsOf(ctx.db)).limits);
  return { seen: true };
};

export const unmask: Ops['unmask'] = async ({ id, reason }, { db, journal }) => {
  const row = await bookingOf(db, id);
  const what = { kind: 'UNMASK', facts: { reason, fields: ['contactPhone'] } } as const;
  journal.note('roomBookings', id, what, row.serialNo);
  return { contactPhone: row.contactPhone };
};
