import { sql } from 'kysely';
import { dayOf } from '../../../shared/dates';
import type { MeetingLine } from '../../../shared/registers/meetings.row';
import type { Settings } from '../../../shared/registers/office';
import type { ResolutionLine } from '../../../shared/registers/resolutions.row';
import type { ReadDb } from '../../db/context';
import { marksOf } from '../../db/story';
import type { MeetingsTable, ResolutionsTable } from '../../db/tables';
import { isLate } from '../../entries/load';
import { rowsOf, serialNosOf } from '../../entries/months';
import { unsealed } from '../../entries/seen';
import { settingsOf } from '../office/settings';
import { attendeesIn } from './load';

/** Rows become lines here and nowhere else: computed fields added, seals left out. */

/** Rows of meetings as lines, in the same order. */
export async function toMeetingLines(
  db: ReadDb,
  rows: readonly MeetingsTable[],
  settings: Settings,
): Promise<MeetingLine[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const { copies, strikes } = await marksOf(db, 'meetings', ids);
  const { rows: counted } = await sql<{ meetingId: string; n: number; open: number }>`
    select meetingId, count(*) as n, sum(case when state = 'open' then 1 else 0 end) as "open"
    from resolutions where meetingId in (${sql.join(ids)}) and state <> 'voided' group by meetingId`.execute(
    db,
  );
  const resolved = new Map(counted.map((row) => [row.meetingId, row]));
  return rows.map((row) => {
    const attendance = attendeesIn(row.attendance);
    return {
      ...unsealed(row),
      attendance,
      present: attendance.filter(({ how }) => how === 'present' || how === 'late').length,
      missing: attendance.filter(({ how }) => how === 'leave' || how === 'absent').length,
      late: isLate(row.heldAt, row.recordedAt, settings.limits.lateEntryMinutes),
      resolutions: resolved.get(row.id)?.n ?? 0,
      open: resolved.get(row.id)?.open ?? 0,
      copies: copies.get(row.id) ?? 0,
      strikes: strikes.get(row.id) ?? [],
    };
  });
}

/** Rows of resolutions as lines, in the same order. */
export async function toResolutionLines(
  db: ReadDb,
  rows: readonly ResolutionsTable[],
  now: string,
): Promise<ResolutionLine[]> {
  if (rows.length === 0) return [];
  const { copies, strikes } = await marksOf(
    db,
    'resolutions',
    rows.map((row) => row.id),
  );
  const numbers = await serialNosOf(
    db,
    'meetings',
    rows.map((row) => row.meetingId),
  );
  const today = dayOf(now);
  return rows.map((row) => ({
    ...unsealed(row),
    meetingNo: numbers.get(row.meetingId) ?? '',
    overdue: row.state === 'open' && row.dueOn < today,
    copies: copies.get(row.id) ?? 0,
    strikes: strikes.get(row.id) ?? [],
  }));
}

/** What a meeting resolved, in the order of the minutes, struck ones too. */
export const resolvedIn = async (db: ReadDb, meetingId: string, now: string): Promise<ResolutionLine[]> =>
  toResolutionLines(
    db,
    await db
      .selectFrom('resolutions')
      .selectAll()
      .where('meetingId', '=', meetingId)
      .orderBy('lineNo')
      .execute(),
    now,
  );

/** The whole minutes: what F96 prints. */
export type MinutesSheet = MeetingLine & { resolved: ResolutionLine[] };

/** Whole minutes by ids, in the order asked; unknown ids are left out. */
export async function minutesById(db: ReadDb, ids: readonly string[], now: string): Promise<MinutesSheet[]> {
  const lines = await toMeetingLines(db, await rowsOf(db, 'meetings', ids), await settingsOf(db));
  return Promise.all(lines.map(async (line) => ({ ...line, resolved: await resolvedIn(db, line.id, now) })));
}
