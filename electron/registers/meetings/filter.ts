import type Database from 'better-sqlite3';
import { expressionBuilder } from 'kysely';
import type { z } from 'zod';
import { addDays, dayOf, instantOf, timeOf } from '../../../shared/dates';
import type { OutputOf } from '../../../shared/op';
import {
  MEETING_HOURS,
  type MeetingNeed,
  type meetingFilter,
  type meetings,
} from '../../../shared/registers/meetings';
import {
  RESOLUTION_NEEDS,
  type ResolutionNeed,
  type resolutionFilter,
  type resolutions,
} from '../../../shared/registers/resolutions';
import type { ReadDb } from '../../db/context';
import type { Tables } from '../../db/tables';
import {
  branchPer,
  type Condition,
  commonConditions,
  countBranches,
  holdsPart,
  type Listing,
  listPage,
} from '../../entries/listing';
import { settingsOf } from '../office/settings';
import { toMeetingLines, toResolutionLines } from './lines';

/** Filters of meetings and resolutions: branches that share no line, each served by (state, time, id) or (time, id). */

type MeetingFilter = z.output<typeof meetingFilter>;
type ResolutionFilter = z.output<typeof resolutionFilter>;
export const MEETINGS: Listing<'meetings'> = { register: 'meetings', table: 'meetings', at: 'heldAt' };
export const RESOLUTIONS: Listing<'resolutions'> = {
  register: 'resolutions',
  table: 'resolutions',
  at: 'dueOn',
};
const met = expressionBuilder<Tables, 'meetings'>();
const resolved = expressionBuilder<Tables, 'resolutions'>();

/** A page of meetings, newest first. */
export async function meetingPage(
  db: ReadDb,
  raw: Database.Database,
  filter: MeetingFilter,
  after: string | null,
  limit: number,
  now: string,
): Promise<OutputOf<typeof meetings.list>> {
  const { need, states, kinds, person, search, ...rest } = filter;
  const common = commonConditions(MEETINGS, rest);
  if (kinds?.length) common.push(met('kind', 'in', kinds));
  if (person) common.push(met.or([holdsPart('chairName', person), holdsPart('minutesByName', person)]));
  if (need && states?.length) common.push(met('state', 'in', states));
  const branches = need
    ? meetingBranches(need, now).map((branch) => [...branch, ...common])
    : branchPer('state', states, common);
  const { rows, ...page } = await listPage(db, raw, MEETINGS, { branches, search, after, limit });
  return { rows: await toMeetingLines(db, rows, await settingsOf(db)), ...page };
}

/** A need as branches; a meeting that was not held has no line. */
export const meetingBranches = (need: MeetingNeed, now: string): Condition[][] =>
  need === 'toIssue' ? [[met('state', '=', 'open'), met('heldAt', '<', instantOf(dayOf(now)))]] : [];

export async function meetingCounts(db: ReadDb, now: string): Promise<Record<MeetingNeed, number>> {
  return {
    morning: (await isDue(db, 'morning', now)) ? 1 : 0,
    evening: (await isDue(db, 'evening', now)) ? 1 : 0,
    toIssue: await countBranches(db, 'meetings', meetingBranches('toIssue', now)),
  };
}

/** The daily meeting's hour has come (L13), and nobody has opened its minutes. */
export async function isDue(db: ReadDb, kind: 'morning' | 'evening', now: string): Promise<boolean> {
  const { from, to } = MEETING_HOURS[kind];
  const time = timeOf(now);
  return time >= from && time < to && (await meetingToday(db, kind, now)) === undefined;
}

/** The daily meeting of the day an instant lies in; undefined: none. */
export const meetingToday = (
  db: ReadDb,
  kind: 'morning' | 'evening',
  at: string,
): Promise<{ serialNo: string } | undefined> =>
  db
    .selectFrom('meetings')
    .select('serialNo')
    .where('heldAt', '>=', instantOf(dayOf(at)))
    .where('heldAt', '<', instantOf(addDays(dayOf(at), 1)))
    .where('kind', '=', kind)
    .where('state', '<>', 'voided')
    .executeTakeFirst();

/** A page of resolutions, the latest day first. */
export async function resolutionPage(
  db: ReadDb,
  raw: Database.Database,
  filter: ResolutionFilter,
  after: string | null,
  limit: number,
  now: string,
): Promise<OutputOf<typeof resolutions.list>> {
  const { need, states, person, search, ...rest } = filter;
  const common = commonConditions(RESOLUTIONS, rest);
  if (person) common.push(holdsPart('ownerName', person));
  if (need && states?.length) common.push(resolved('state', 'in', states));
  const branches = need
    ? resolutionBranches(need, now).map((branch) => [...branch, ...common])
    : branchPer('state', states, common);
  const { rows, ...page } = await listPage(db, raw, RESOLUTIONS, { branches, search, after, limit });
  return { rows: await toResolutionLines(db, rows, now), ...page };
}

/** A need as branches; specs look at their plans. */
export function resolutionBranches(need: ResolutionNeed, now: string): Condition[][] {
  const today = dayOf(now);
  const open = resolved('state', '=', 'open');
  switch (need) {
    case 'overdue':
      return [[open, resolved('dueOn', '<', today)]];
    case 'soon':
      return [[open, resolved('dueOn', '>=', today), resolved('dueOn', '<=', addDays(today, 1))]];
    case 'open':
      return [[open]];
  }
}

export async function resolutionCounts(db: ReadDb, now: string): Promise<Record<ResolutionNeed, number>> {
  const counts: [ResolutionNeed, number][] = [];
  for (const need of RESOLUTION_NEEDS)
    counts.push([need, await countBranches(db, 'resolutions', resolutionBranches(need, now))]);
  return Object.fromEntries(counts) as Record<ResolutionNeed, number>;
}
