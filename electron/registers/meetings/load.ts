import {
  type Attendee,
  attendee,
  MEETING_NEXT,
  type MeetingState,
} from '../../../shared/registers/meetings.row';
import { RESOLUTION_NEXT, type ResolutionState } from '../../../shared/registers/resolutions.row';
import { Refusal } from '../../../shared/result';
import type { ReadDb } from '../../db/context';
import type { MeetingsTable, ResolutionsTable } from '../../db/tables';
import { asFilled, movedTo } from '../../entries/load';

/** What every command of the meetings checks before it writes. */

/** The meeting as it is now. Errors: Refusal `notFound`; `conflict` (trust.md F10). */
export async function meetingOf(db: ReadDb, id: string, version?: number): Promise<MeetingsTable> {
  const row = await db.selectFrom('meetings').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

/** The resolution as it is now. Errors as `meetingOf`. */
export async function resolutionOf(db: ReadDb, id: string, version?: number): Promise<ResolutionsTable> {
  const row = await db.selectFrom('resolutions').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

/** The next state, when the chart allows it. Errors: Refusal `meetings.wrongState`. */
export const moved = (row: MeetingsTable, to: MeetingState): MeetingState =>
  movedTo(MEETING_NEXT, row.state, to, 'meetings');

/** The same of a resolution. Errors: Refusal `resolutions.wrongState`. */
export const resolutionMoved = (row: ResolutionsTable, to: ResolutionState): ResolutionState =>
  movedTo(RESOLUTION_NEXT, row.state, to, 'resolutions');

/** Minutes are written until they are issued. Errors: Refusal `meetings.wrongState`. */
export function assertOpen(row: MeetingsTable): void {
  if (row.state !== 'open') throw new Refusal('meetings.wrongState', { state: row.state });
}

/** The list out of its JSON; an erased one is empty. */
export const attendeesIn = (json: string | null): Attendee[] =>
  json === null ? [] : attendee.array().parse(JSON.parse(json));

/** Active colleagues of the department, in the order of their staff numbers; who only runs the system is none. */
export const departmentOf = (db: ReadDb): Promise<{ id: string; name: string }[]> =>
  db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('active', '=', 1)
    .where('roles', '<>', '["sysAdmin"]')
    .orderBy('staffNo')
    .execute();

/** One of them. Errors: Refusal `meetings.unknownPerson`. */
export async function colleagueOf(db: ReadDb, staffId: string): Promise<{ id: string; name: string }> {
  const person = (await departmentOf(db)).find(({ id }) => id === staffId);
  if (!person) throw new Refusal('meetings.unknownPerson');
  return person;
}
