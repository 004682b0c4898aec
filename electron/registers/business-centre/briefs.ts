import type { OpName } from '../../../shared/api';
import { yuan } from '../../../shared/money';
import { hoursOf } from '../../../shared/registers/room-bookings.columns';
import type { Actor } from '../../../shared/registers/session';
import type { ReadDb } from '../../db/context';
import { rowsOf } from '../../entries/months';
import type { Brief } from '../search/brief';
import { unitCodes } from '../units/briefs';
import { bookingActs, bookingOf, mainBookingAct } from './bookings';
import { jobActs, jobOf, mainJobAct } from './jobs';

/** This room's entries in the omni-box, on the scanner's card and on a unit's page: no title of a document anywhere. */

type Ids = readonly string[];

export async function officeJobBriefs(db: ReadDb, ids: Ids): Promise<Brief[]> {
  const rows = await rowsOf(db, 'office_jobs', ids);
  const units = await unitCodes(
    db,
    rows.map((row) => row.unitId),
  );
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: row.customerName ?? row.serialNo,
    detail: [units.get(row.unitId ?? ''), yuan(row.amountCents)].filter(Boolean).join(' · '),
    state: row.state,
    at: row.takenAt,
    next: mainJobAct(row),
  }));
}

export async function roomBookingBriefs(db: ReadDb, ids: Ids): Promise<Brief[]> {
  const rows = await rowsOf(db, 'room_bookings', ids);
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: `${row.roomName} ${row.subject}`,
    detail: [hoursOf(row), row.customerName].join(' · '),
    state: row.state,
    at: row.fromAt,
    next: mainBookingAct(row),
  }));
}

/** What this reader may do on an entry now, the awaited act first. Errors: Refusal `notFound`. */
type Acts = (db: ReadDb, id: string, actor: Actor | null) => Promise<OpName[]>;
export const officeJobActs: Acts = async (db, id, actor) => jobActs(await jobOf(db, id), actor);
export const roomBookingActs: Acts = async (db, id, actor) => bookingActs(await bookingOf(db, id), actor);
