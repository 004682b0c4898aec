import type Database from 'better-sqlite3';
import { expressionBuilder } from 'kysely';
import type { z } from 'zod';
import { isoOf, MINUTE_MS, msOf } from '../../../shared/dates';
import type { OutputOf } from '../../../shared/op';
import {
  DUTY_LINE_NEEDS,
  type DutyLineNeed,
  type dutyLineFilter,
  type dutyLines,
} from '../../../shared/registers/duty-lines';
import {
  type DutyLogNeed,
  type dutyLogFilter,
  type dutyLogs,
  NEAR_END_MINUTES,
} from '../../../shared/registers/duty-logs';
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
import { toDutyLines, toLogLines } from './lines';
import { missingPosts } from './posts';

/** Filters of the logs and of their lines: branches that share no line, each served by (state, time, id) or (time, id). */

type LogFilter = z.output<typeof dutyLogFilter>;
type LineFilter = z.output<typeof dutyLineFilter>;
export const LOGS: Listing<'duty_logs'> = { register: 'dutyLogs', table: 'duty_logs', at: 'fromAt' };
export const LINES: Listing<'duty_lines'> = { register: 'dutyLines', table: 'duty_lines', at: 'happenedAt' };
const log = expressionBuilder<Tables, 'duty_logs'>();
const line = expressionBuilder<Tables, 'duty_lines'>();

/** A page of logs, newest shift first. */
export async function logPage(
  db: ReadDb,
  raw: Database.Database,
  filter: LogFilter,
  after: string | null,
  limit: number,
  now: string,
): Promise<OutputOf<typeof dutyLogs.list>> {
  const { need, states, person, search, ...rest } = filter;
  const common = commonConditions(LOGS, rest);
  if (person) common.push(holdsPart('post', person));
  if (need && states?.length) common.push(log('state', 'in', states));
  const branches = need
    ? logBranches(need, now).map((branch) => [...branch, ...common])
    : branchPer('state', states, common);
  const { rows, ...page } = await listPage(db, raw, LOGS, { branches, search, after, limit });
  return { rows: await toLogLines(db, rows, await settingsOf(db), now), ...page };
}

/** A need as branches; a log that is missing has no line. */
export function logBranches(need: DutyLogNeed, now: string): Condition[][] {
  const open = log('state', '=', 'open');
  switch (need) {
    case 'missing':
      return [];
    case 'unread':
      return [[open, log('message', 'is not', null), log('reads', '=', '[]')]];
    case 'toSign':
      return [[open, log('toAt', '<=', isoOf(msOf(now) + NEAR_END_MINUTES * MINUTE_MS))]];
  }
}

/** How many logs, or posts without one, need each kind of action. */
export async function logCounts(db: ReadDb, now: string): Promise<Record<DutyLogNeed, number>> {
  const count = (need: DutyLogNeed) => countBranches(db, 'duty_logs', logBranches(need, now));
  return {
    missing: (await missingPosts(db, await settingsOf(db), now)).length,
    unread: await count('unread'),
    toSign: await count('toSign'),
  };
}

/** A page of typed lines of all posts, newest first. */
export async function linePage(
  db: ReadDb,
  raw: Database.Database,
  filter: LineFilter,
  after: string | null,
  limit: number,
): Promise<OutputOf<typeof dutyLines.list>> {
  const { need, states, kinds, person, search, ...rest } = filter;
  const common = commonConditions(LINES, rest);
  if (kinds?.length) common.push(line('kind', 'in', kinds));
  if (person) common.push(line.or([holdsPart('recorderName', person), holdsPart('handler', person)]));
  if (need && states?.length) common.push(line('state', 'in', states));
  const branches = need
    ? lineBranches(need).map((branch) => [...branch, ...common])
    : branchPer('state', states, common);
  const { rows, ...page } = await listPage(db, raw, LINES, { branches, search, after, limit });
  return { rows: await toDutyLines(db, rows, await settingsOf(db)), ...page };
}

/** Lines without their result; specs look at the plans. */
export const lineBranches = (need: DutyLineNeed): Condition[][] => [
  [line('state', '=', 'open'), ...(need === 'big' ? [line('kind', '=', 'big')] : [])],
];

export async function lineCounts(db: ReadDb): Promise<Record<DutyLineNeed, number>> {
  const counts: [DutyLineNeed, number][] = [];
  for (const need of DUTY_LINE_NEEDS)
    counts.push([need, await countBranches(db, 'duty_lines', lineBranches(need))]);
  return Object.fromEntries(counts) as Record<DutyLineNeed, number>;
}
