import type Database from 'better-sqlite3';
import { expressionBuilder } from 'kysely';
import type { z } from 'zod';
import type { OutputOf } from '../../../shared/op';
import {
  ROSTER_NEEDS,
  type RosterNeed,
  type rosterFilter,
  type rosters,
} from '../../../shared/registers/rosters';
import type { ReadDb } from '../../db/context';
import type { Tables } from '../../db/tables';
import {
  branchPer,
  type Condition,
  commonConditions,
  countBranches,
  type Listing,
  listPage,
} from '../../entries/listing';
import { cellsOf } from './cells';
import { toRosterLines } from './lines';
import { gapsOf, nearWeeks, wantedWeeks } from './week';

/** Filters of the book of rosters: branches that share no line, each served by (state, weekOn, id) or (weekOn, id). */

type Filter = z.output<typeof rosterFilter>;
const LISTING: Listing<'rosters'> = { register: 'rosters', table: 'rosters', at: 'weekOn' };
const eb = expressionBuilder<Tables, 'rosters'>();

/** A page of weeks, the latest first. */
export async function rosterPage(
  db: ReadDb,
  raw: Database.Database,
  filter: Filter,
  after: string | null,
  limit: number,
  now: string,
): Promise<OutputOf<typeof rosters.list>> {
  const { rows, ...page } = await listPage(db, raw, LISTING, {
    branches: await branchesOf(db, filter, now),
    search: filter.search,
    after,
    limit,
  });
  return { rows: await toRosterLines(db, rows), ...page };
}

/** How many weeks need each kind of action. */
export async function rosterCounts(db: ReadDb, now: string): Promise<Record<RosterNeed, number>> {
  const counts: [RosterNeed, number][] = [['missing', (await missingWeeks(db, now)).length]];
  for (const need of ROSTER_NEEDS)
    if (need !== 'missing')
      counts.push([need, await countBranches(db, 'rosters', await needBranches(db, need, now))]);
  return Object.fromEntries(counts) as Record<RosterNeed, number>;
}

/** Weeks that should have a roster by now and have none, not even a draft. */
export async function missingWeeks(db: ReadDb, now: string): Promise<string[]> {
  const wanted = wantedWeeks(now);
  const there = await db
    .selectFrom('rosters')
    .select('weekOn')
    .where('weekOn', 'in', wanted)
    .where('state', '<>', 'voided')
    .execute();
  return wanted.filter((weekOn) => !there.some((row) => row.weekOn === weekOn));
}

/** The filter as branches. Errors: InvalidField of a day that does not exist. */
async function branchesOf(
  db: ReadDb,
  { need, states, ...rest }: Omit<Filter, 'search'>,
  now: string,
): Promise<Condition[][]> {
  const common = commonConditions(LISTING, rest);
  if (!need) return branchPer('state', states, common);
  if (states?.length) common.push(eb('state', 'in', states));
  return (await needBranches(db, need, now)).map((branch) => [...branch, ...common]);
}

/** A need as branches; a week that is missing has no line. */
export async function needBranches(db: ReadDb, need: RosterNeed, now: string): Promise<Condition[][]> {
  const { current, next } = nearWeeks(now);
  switch (need) {
    case 'missing':
      return [];
    case 'unpublished':
      return [[eb('state', '=', 'draft'), eb('weekOn', '<=', next)]];
    case 'short': {
      const ids = await shortWeeks(db, current);
      return ids.length === 0 ? [] : [[eb('id', 'in', ids)]];
    }
  }
}

/** Published weeks from this one on with a post below its minimum: a handful of rows, counted as the sheet counts them. */
async function shortWeeks(db: ReadDb, from: string): Promise<string[]> {
  const rows = await db
    .selectFrom('rosters')
    .select(['id', 'weekOn', 'demand'])
    .where('state', '=', 'published')
    .where('weekOn', '>=', from)
    .execute();
  const short: string[] = [];
  for (const row of rows) if (gapsOf(row, await cellsOf(db, row.id)).length > 0) short.push(row.id);
  return short;
}
