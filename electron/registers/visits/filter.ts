import type Database from 'better-sqlite3';
import { expressionBuilder, type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import { addDays, dayOf, instantOf } from '../../../shared/dates';
import type { OutputOf } from '../../../shared/op';
import type { Settings } from '../../../shared/registers/office';
import type { visits } from '../../../shared/registers/visits';
import { VISIT_NEEDS, type VisitNeed, type visitFilter } from '../../../shared/registers/visits.forms';
import { VISIT_TYPES, type VisitState } from '../../../shared/registers/visits.row';
import { CONSENT_TYPES, closingYesterday, keptFrom } from '../../../shared/registers/visits.rules';
import type { ReadDb } from '../../db/context';
import { STILL_PERSONAL } from '../../db/migrations/0050-visits';
import type { Tables } from '../../db/tables';
import {
  branchPer,
  type Condition,
  commonConditions,
  countBranches,
  type Listing,
  seenPage,
} from '../../entries/listing';
import { settingsOf } from '../office/settings';
import { closingOf, type Reader, toVisitLines } from './lines';

/**
 * Filters of the visitor book as SQL: branches that share no line, each served by one index in the list's own order
 * (state, type, unit or time, then visitAt and id), so a page never sorts the book (speed.md §2). What asks for action are
 * open lines, which are few however many the book holds.
 */

type Filter = z.output<typeof visitFilter>;
/** The filter without its search text. */
export type PlainVisitFilter = Partial<Omit<Filter, 'search'>>;
export const VISITS: Listing<'visits'> = { register: 'visits', table: 'visits', at: 'visitAt' };
const eb = expressionBuilder<Tables, 'visits'>();

/** A page of the book, newest first, with its lines. */
export async function visitPage(
  db: ReadDb,
  raw: Database.Database,
  filter: Filter,
  after: string | null,
  limit: number,
  reader: Reader,
): Promise<OutputOf<typeof visits.list>> {
  const settings = await settingsOf(db);
  const { search, ...rest } = filter;
  const { rows, ...page } = await seenPage(db, raw, VISITS, {
    branches: visitBranches(rest, settings, reader.now),
    search,
    after,
    limit,
  });
  return { rows: await toVisitLines(db, rows, reader, settings), ...page };
}

/** Counted up to here: open lines are few, but what is due for erasure may be years of the book. */
const MOST_COUNTED = 999;

/** How many lines need each kind of action. */
export async function visitNeeds(db: ReadDb, now: string): Promise<Record<VisitNeed, number>> {
  const settings = await settingsOf(db);
  const counts = {} as Record<VisitNeed, number>;
  for (const need of VISIT_NEEDS)
    counts[need] = await countBranches(db, 'visits', visitBranches({ need }, settings, now), MOST_COUNTED);
  return counts;
}

/** The branches of a filter: each a list of conditions to be ANDed; no line fits two of them. */
export function visitBranches(filter: PlainVisitFilter, settings: Settings, now: string): Condition[][] {
  const { need, states, types, unitId } = filter;
  const common = commonConditions(VISITS, filter);
  if (unitId) common.push(eb('unitId', '=', unitId));
  if (need) {
    if (states?.length) common.push(eb('state', 'in', states));
    if (types?.length) common.push(eb('type', 'in', types));
    return needBranches(need, settings, now).map((branch) => [...branch, ...common]);
  }
  // A unit's own lines are few: its index serves any further condition.
  if (states?.length && (unitId || !types?.length))
    return unitId
      ? [[eb('state', 'in', states), ...typed(types), ...common]]
      : branchPer('state', states, common);
  if (states?.length) return branchPer('state', states, [...typed(types), ...common]);
  return unitId ? [[...typed(types), ...common]] : branchPer('type', types, common);
}

const typed = (types: Filter['types']): Condition[] => (types?.length ? [eb('type', 'in', types)] : []);
const isState = (state: VisitState): Condition => eb('state', '=', state);
/** Literals, not parameters, are what lets SQLite use a partial index. */
const KEPT = sql<SqlBool>`state NOT IN ('expected', 'in', 'steppedOut') AND ${sql.raw(STILL_PERSONAL)}`;

function needBranches(need: VisitNeed, settings: Settings, now: string): Condition[][] {
  const here: Condition[] = [isState('in'), isState('steppedOut')];
  switch (need) {
    case 'in':
      return here.map((state) => [state]);
    case 'expected':
      return [[isState('expected'), eb('visitAt', '<', instantOf(addDays(dayOf(now), 1)))]];
    case 'overstay': {
      const before = closingYesterday(now, closingOf(settings));
      return here.map((state) => [state, eb('arrivedAt', '<', before)]);
    }
    case 'consent':
      return here.map((state) => [state, eb('consentAt', 'is', null), eb('type', 'in', CONSENT_TYPES)]);
    case 'retention':
      return VISIT_TYPES.map((type) => [
        eb('type', '=', type),
        eb('visitAt', '<', keptFrom(settings.visits.retentionDays[type], now)),
        KEPT,
      ]);
  }
}
