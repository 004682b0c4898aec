import { Refusal } from '../../../shared/result';
import type { ReadDb } from '../../db/context';
import type { MeetingRoomsTable } from '../../db/tables';
import { asFilled } from '../../entries/load';
import type { HandlersFor } from '../handlers';

/** The stock of meeting rooms (S22): few, without numbers. */

type Ops = HandlersFor<'meetingRooms'>;

/** The room as it is now. Errors: Refusal `notFound`; `conflict` (trust.md F10). */
export async function roomOf(db: ReadDb, id: string, version?: number): Promise<MeetingRoomsTable> {
  const row = await db.selectFrom('meeting_rooms').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

/** Open rooms first, by name. */
export const roomsOf = (db: ReadDb): Promise<MeetingRoomsTable[]> =>
  db.selectFrom('meeting_rooms').selectAll().orderBy('active', 'desc').orderBy('name').execute();

/** Errors: Refusal `meetingRooms.nameTaken`. */
async function assertNameFree(db: ReadDb, name: string, ownId: string | null): Promise<void> {
  const other = await db
    .selectFrom('meeting_rooms')
    .select('id')
    .where('name', '=', name)
    .where('active', '=', 1)
    .executeTakeFirst();
  if (other && other.id !== ownId) throw new Refusal('meetingRooms.nameTaken', { name });
}

export const list: Ops['list'] = (_, { db }) => roomsOf(db);

export const add: Ops['add'] = async (input, ctx) => {
  await assertNameFree(ctx.db, input.name, null);
  const row = ctx.journal.create('meetingRooms', { ...input, id: ctx.newId(), active: 1, addedAt: ctx.now });
  return { id: row.id, version: row.version };
};

/** What is booked keeps the name and price it was booked with. */
export const amend: Ops['amend'] = async ({ id, version, ...patch }, ctx) => {
  const old = await roomOf(ctx.db, id, version);
  if (old.active === 0) throw new Refusal('meetingRooms.closed');
  if (Object.entries(patch).every(([field, value]) => old[field as keyof typeof patch] === value))
    throw new Refusal('entry.unchanged');
  await assertNameFree(ctx.db, patch.name, id);
  const row = ctx.journal.change('meetingRooms', old, patch, { kind: 'CHANGE' });
  return { id, version: row.version };
};

export const close: Ops['close'] = async ({ id, version }, ctx) => {
  const old = await roomOf(ctx.db, id, version);
  if (old.active === 0) throw new Refusal('meetingRooms.closed');
  const booked = await ctx.db
    .selectFrom('room_bookings')
    .select('serialNo')
    .where('roomId', '=', id)
    .where('toAt', '>', ctx.now)
    .where('state', 'in', ['asked', 'confirmed', 'prepared', 'inUse'])
    .executeTakeFirst();
  if (booked) throw new Refusal('meetingRooms.booked', { no: booked.serialNo });
  const row = ctx.journal.change('meetingRooms', old, { active: 0 }, { kind: 'CHANGE' });
  return { id, version: row.version };
};
