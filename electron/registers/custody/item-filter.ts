import type Database from 'better-sqlite3';
import { expressionBuilder } from 'kysely';
import type { z } from 'zod';
import { DAY_MS, dayOf, isoOf, msOf } from '../../../shared/dates';
import type { OutputOf } from '../../../shared/op';
import {
  CUSTODY_NEEDS,
  type CustodyNeed,
  type custodyItemFilter,
  type custodyItems,
} from '../../../shared/registers/custody-items';
import { CUSTODY_DECIDE_DAYS, CUSTODY_OPEN } from '../../../shared/registers/custody-items.row';
import type { ReadDb } from '../../db/context';
import type { Tables } from '../../db/tables';
import {
  branchPer,
  type Condition,
  commonConditions,
  holdsPart,
  type Listing,
  listPage,
  needCounts,
} from '../../entries/listing';
import { toItemLines } from './items';

/** Filters of the custody book: branches that share no line, each served by (state, keptAt, id) or (keptAt, id). */

type Filter = z.output<typeof custodyItemFilter>;
export const ITEMS: Listing<'custody_items'> = {
  register: 'custodyItems',
  table: 'custody_items',
  at: 'keptAt',
};
const eb = expressionBuilder<Tables, 'custody_items'>();

/** A page of the book, newest first. */
export async function itemPage(
  db: ReadDb,
  raw: Database.Database,
  filter: Filter,
  after: string | null,
  limit: number,
  now: string,
): Promise<OutputOf<typeof custodyItems.list>> {
  const { rows, ...page } = await listPage(db, raw, ITEMS, {
    branches: itemBranches(filter, now),
    search: filter.search,
    after,
    limit,
  });
  return { rows: await toItemLines(db, rows, now), ...page };
}

/** How many items need each kind of action. */
export async function itemCounts(db: ReadDb, now: string): Promise<Record<CustodyNeed, number>> {
  return needCounts(db, 'custody_items', CUSTODY_NEEDS, (need) => needBranches(need, now));
}

/** The filter as branches. Errors: InvalidField of a day that does not exist. */
export function itemBranches(filter: Partial<Omit<Filter, 'search'>>, now: string): Condition[][] {
  const { need, states, kinds, unitId, person, ...rest } = filter;
  const common = commonConditions(ITEMS, rest);
  if (kinds?.length) common.push(eb('kind', 'in', kinds));
  if (unitId) common.push(eb('unitId', '=', unitId));
  if (person)
    common.push(
      eb.or([
        holdsPart('depositorName', person),
        holdsPart('collectorNames', person),
        holdsPart('recorderName', person),
      ]),
    );
  if (!need) return branchPer('state', states, common);
  if (states?.length) common.push(eb('state', 'in', states));
  return needBranches(need, now).map((branch) => [...branch, ...common]);
}

/** A need as branches; specs look at their plans. */
export function needBranches(need: CustodyNeed, now: string): Condition[][] {
  return CUSTODY_OPEN.map((state) => [eb('state', '=', state), ...needConditions(need, now)]);
}

function needConditions(need: CustodyNeed, now: string): Condition[] {
  const today = dayOf(now);
  const overdue = eb('dueOn', '<', today);
  switch (need) {
    case 'dueToday':
      return [eb('dueOn', '=', today)];
    case 'overdue':
      return [overdue];
    case 'toNotice':
      return [overdue, eb('noticedAt', 'is', null)];
    case 'toDecide':
      return [overdue, eb('noticedAt', '<', isoOf(msOf(now) - CUSTODY_DECIDE_DAYS * DAY_MS))];
  }
}
