import type Database from 'better-sqlite3';
import { expressionBuilder } from 'kysely';
import type { z } from 'zod';
import { dayOf } from '../../../shared/dates';
import type { OutputOf } from '../../../shared/op';
import {
  NOTICE_NEEDS,
  type NoticeNeed,
  type noticeFilter,
  type notices,
} from '../../../shared/registers/notices';
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
import { toNoticeLines } from './lines';

/** Filters of the notice list: branches that share no line, each served by (state, recordedAt, id) or (recordedAt, id). */

type Filter = z.output<typeof noticeFilter>;
export const LISTING: Listing<'notices'> = { register: 'notices', table: 'notices', at: 'recordedAt' };
const eb = expressionBuilder<Tables, 'notices'>();

/** A page of notices, newest first. */
export async function noticePage(
  db: ReadDb,
  raw: Database.Database,
  filter: Filter,
  after: string | null,
  limit: number,
  now: string,
): Promise<OutputOf<typeof notices.list>> {
  const { rows, ...page } = await listPage(db, raw, LISTING, {
    branches: branchesOf(filter, now),
    search: filter.search,
    after,
    limit,
  });
  return { rows: await toNoticeLines(db, rows, now), ...page };
}

/** How many notices need each kind of action. */
export async function needCounts(db: ReadDb, now: string): Promise<Record<NoticeNeed, number>> {
  const counts: [NoticeNeed, number][] = [];
  for (const need of NOTICE_NEEDS)
    counts.push([need, await countBranches(db, 'notices', needBranches(need, now))]);
  return Object.fromEntries(counts) as Record<NoticeNeed, number>;
}

/** The filter as branches. Errors: InvalidField of a day that does not exist. */
export function branchesOf(filter: Partial<Omit<Filter, 'search'>>, now: string): Condition[][] {
  const { need, states, media, person, ...rest } = filter;
  const common = commonConditions(LISTING, rest);
  if (media?.length) common.push(eb('medium', 'in', media));
  if (person) common.push(eb.or([holdsPart('recorderName', person), holdsPart('approvedByName', person)]));
  if (!need) return branchPer('state', states, common);
  if (states?.length) common.push(eb('state', 'in', states));
  return needBranches(need, now).map((branch) => [...branch, ...common]);
}

/** A need as branches; specs look at their plans. */
export function needBranches(need: NoticeNeed, now: string): Condition[][] {
  const today = dayOf(now);
  switch (need) {
    case 'toApprove':
      return [[eb('state', '=', 'submitted')]];
    case 'sentBack':
      return [[eb('state', '=', 'draft'), eb('sentBackAt', 'is not', null)]];
    case 'toPost':
      return [[eb('state', '=', 'approved'), eb('fromOn', '<=', today), eb('toOn', '>=', today)]];
    case 'toRemove':
      return [[eb('state', '=', 'posted'), eb('toOn', '<', today)]];
  }
}
