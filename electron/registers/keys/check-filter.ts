import type Database from 'better-sqlite3';
import type { z } from 'zod';
import { dayOf, isoWeekOf } from '../../../shared/dates';
import type { OutputOf } from '../../../shared/op';
import type { CheckNeed, checkFilter, keyChecks } from '../../../shared/registers/key-checks';
import type { ReadDb } from '../../db/context';
import {
  branchPer,
  type Condition,
  commonConditions,
  countBranches,
  type Listing,
  listPage,
} from '../../entries/listing';
import { cabinetsDue } from './check-acts';
import { toCheckLines } from './check-lines';

/** Filters of the weekly checks as SQL (see filter.ts). */

type Filter = z.output<typeof checkFilter>;
export const CHECKS: Listing<'key_checks'> = { register: 'keyChecks', table: 'key_checks', at: 'startedAt' };

/** A page of the checks, newest first, with its lines. */
export async function checkPage(
  db: ReadDb,
  raw: Database.Database,
  filter: Filter,
  after: string | null,
  limit: number,
): Promise<OutputOf<typeof keyChecks.list>> {
  const { search, ...rest } = filter;
  const { rows, ...page } = await listPage(db, raw, CHECKS, {
    branches: checkBranches(rest),
    search,
    after,
    limit,
  });
  return { rows: await toCheckLines(db, rows), ...page };
}

/** The branches of a filter; no check fits two of them. */
export function checkBranches({ need, states, ...days }: Partial<Omit<Filter, 'search'>>): Condition[][] {
  const wanted = need === 'open' ? ['open'] : states;
  return branchPer('state', wanted, commonConditions(CHECKS, days));
}

/** `due` is 1 while a cabinet with keys has no check in this ISO week. */
export async function checkCounts(db: ReadDb, now: string): Promise<Record<CheckNeed, number>> {
  const due = await cabinetsDue(db, isoWeekOf(dayOf(now)));
  return {
    due: due.length > 0 ? 1 : 0,
    open: await countBranches(db, 'key_checks', checkBranches({ need: 'open' })),
  };
}
