import type Database from 'better-sqlite3';
import { expressionBuilder, type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import { addDays, dayOf } from '../../../shared/dates';
import type { OutputOf } from '../../../shared/op';
import {
  type keyMandates,
  MANDATE_NEEDS,
  type MandateNeed,
  type mandateFilter,
} from '../../../shared/registers/key-mandates';
import type { Settings } from '../../../shared/registers/office';
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
import { settingsOf } from '../office/settings';
import { toMandateLines } from './mandate-lines';

/** Filters of the mandate book as SQL (see filter.ts). */

type Filter = z.output<typeof mandateFilter>;
export const MANDATES: Listing<'key_mandates'> = {
  register: 'keyMandates',
  table: 'key_mandates',
  at: 'receivedAt',
};
const eb = expressionBuilder<Tables, 'key_mandates'>();

/** A page of the mandate book, newest first, with its lines. */
export async function mandatePage(
  db: ReadDb,
  raw: Database.Database,
  filter: Filter,
  after: string | null,
  limit: number,
  now: string,
): Promise<OutputOf<typeof keyMandates.list>> {
  const { search, ...rest } = filter;
  const { rows, ...page } = await listPage(db, raw, MANDATES, {
    branches: mandateBranches(rest, await settingsOf(db), now),
    search,
    after,
    limit,
  });
  return { rows: await toMandateLines(db, rows, now), ...page };
}

/** How many mandates need each kind of action. */
export async function mandateCounts(db: ReadDb, now: string): Promise<Record<MandateNeed, number>> {
  const settings = await settingsOf(db);
  const counts = {} as Record<MandateNeed, number>;
  for (const need of MANDATE_NEEDS)
    counts[need] = await countBranches(db, 'key_mandates', mandateBranches({ need }, settings, now));
  return counts;
}

/** The branches of a filter; no mandate fits two of them. */
export function mandateBranches(
  filter: Partial<Omit<Filter, 'search'>>,
  settings: Settings,
  now: string,
): Condition[][] {
  const { need, states, unitId } = filter;
  const common = commonConditions(MANDATES, filter);
  if (unitId) common.push(eb('unitId', '=', unitId));
  if (need) {
    if (states?.length) common.push(eb('state', 'in', states));
    return [[...needOf(need, settings, dayOf(now)), ...common]];
  }
  return branchPer('state', states, common);
}

/** The literals, not parameters, are what lets SQLite use the partial index of the mandates in force. */
function needOf(need: MandateNeed, { keys }: Settings, today: string): Condition[] {
  const inForce = sql<SqlBool>`${sql.ref('state')} in ('active', 'renewed')`;
  if (need === 'expired') return [inForce, eb('toOn', '<', today)];
  return [inForce, eb('toOn', '>=', today), eb('toOn', '<=', addDays(today, keys.mandateWarnDays))];
}
