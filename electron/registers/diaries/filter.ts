import type Database from 'better-sqlite3';
import { expressionBuilder } from 'kysely';
import type { z } from 'zod';
import { dayOf } from '../../../shared/dates';
import type { OutputOf } from '../../../shared/op';
import type { DiaryNeed, diaryFilter, stewardDiaries } from '../../../shared/registers/steward-diaries';
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
import { mondayOf } from '../rosters/week';
import { toDiaryLines } from './lines';

/** Filters of the diaries: branches that share no line, each served by (state, recordedAt, id) or (recordedAt, id). */

type Filter = z.output<typeof diaryFilter>;
export const LISTING: Listing<'steward_diaries'> = {
  register: 'stewardDiaries',
  table: 'steward_diaries',
  at: 'recordedAt',
};
const eb = expressionBuilder<Tables, 'steward_diaries'>();

/** A page of diaries, newest first. */
export async function diaryPage(
  db: ReadDb,
  raw: Database.Database,
  filter: Filter,
  after: string | null,
  limit: number,
): Promise<OutputOf<typeof stewardDiaries.list>> {
  const { need, states, person, search, ...rest } = filter;
  const common = commonConditions(LISTING, rest);
  if (person) common.push(holdsPart('stewardName', person));
  if (need && states?.length) common.push(eb('state', 'in', states));
  const branches = need
    ? needBranches(need).map((branch) => [...branch, ...common])
    : branchPer('state', states, common);
  const { rows, ...page } = await listPage(db, raw, LISTING, { branches, search, after, limit });
  return { rows: await toDiaryLines(db, rows), ...page };
}

/** A need as branches; a diary that is missing has no line. */
export function needBranches(need: DiaryNeed): Condition[][] {
  const submitted = eb('state', '=', 'submitted');
  switch (need) {
    case 'missing':
      return [];
    case 'problems':
      return [[submitted, eb('problems', 'is not', null)]];
    case 'toReview':
      return [[submitted]];
  }
}

export async function needCounts(db: ReadDb, now: string): Promise<Record<DiaryNeed, number>> {
  const count = (need: DiaryNeed) => countBranches(db, 'steward_diaries', needBranches(need));
  return {
    missing: (await missingStewards(db, now)).length,
    problems: await count('problems'),
    toReview: await count('toReview'),
  };
}

/**
 * Stewards who have not handed in the diary of today: those the roster plans today, or everybody where no roster of this
 * week is published.
 */
export async function missingStewards(db: ReadDb, now: string): Promise<string[]> {
  const today = dayOf(now);
  const stewards = await db
    .selectFrom('staff')
    .select('id')
    .where('active', '=', 1)
    .where('roles', 'like', '%"csSteward"%')
    .execute();
  const written = await db
    .selectFrom('steward_diaries')
    .select('stewardId')
    .where('dayOn', '=', today)
    .where('state', 'in', ['submitted', 'reviewed'])
    .execute();
  const roster = await db
    .selectFrom('rosters')
    .select('id')
    .where('weekOn', '=', mondayOf(today))
    .where('state', '=', 'published')
    .executeTakeFirst();
  const planned = roster
    ? await db
        .selectFrom('roster_cells')
        .select('staffId')
        .where('rosterId', '=', roster.id)
        .where('dayOn', '=', today)
        .where('state', '=', 'planned')
        .execute()
    : null;
  return stewards
    .map(({ id }) => id)
    .filter((id) => planned === null || planned.some(({ staffId }) => staffId === id))
    .filter((id) => !written.some(({ stewardId }) => stewardId === id));
}
