import type Database from 'better-sqlite3';
import { expressionBuilder } from 'kysely';
import type { z } from 'zod';
import type { OutputOf } from '../../../shared/op';
import {
  PASS_NEEDS,
  type PassNeed,
  type visitorPasses,
  type visitorPassFilter,
} from '../../../shared/registers/visitor-passes';
import { VISIT_OPEN } from '../../../shared/registers/visits.row';
import { closingYesterday } from '../../../shared/registers/visits.rules';
import type { ReadDb } from '../../db/context';
import type { Tables } from '../../db/tables';
import { branchPer, type Condition, countBranches, type Listing, listPage } from '../../entries/listing';
import { settingsOf } from '../office/settings';
import { closingOf, toPassLines } from './lines';

/** Filters of the stock of visitor passes: some hundreds of cards, in the order of their numbers. */

type Filter = z.output<typeof visitorPassFilter>;
export const PASSES: Listing<'visitor_passes'> = {
  register: 'visitorPasses',
  table: 'visitor_passes',
  at: 'passNo',
  order: 'asc',
};
const eb = expressionBuilder<Tables, 'visitor_passes'>();

/** A page of the stock. */
export async function passPage(
  db: ReadDb,
  raw: Database.Database,
  { search, ...filter }: Filter,
  after: string | null,
  limit: number,
  now: string,
): Promise<OutputOf<typeof visitorPasses.list>> {
  const branches = await passBranches(db, filter, now);
  const { rows, ...page } = await listPage(db, raw, PASSES, { branches, search, after, limit });
  return { rows: await toPassLines(db, rows, now), ...page };
}

/** How many cards ask for something. */
export async function passNeeds(db: ReadDb, now: string): Promise<Record<PassNeed, number>> {
  const counts = {} as Record<PassNeed, number>;
  for (const need of PASS_NEEDS)
    counts[need] = await countBranches(db, 'visitor_passes', await passBranches(db, { need }, now));
  return counts;
}

/** The branches of a filter; no pass fits two of them. */
export async function passBranches(
  db: ReadDb,
  { need, states }: Partial<Omit<Filter, 'search'>>,
  now: string,
): Promise<Condition[][]> {
  if (!need) return branchPer('state', states, []);
  const more: Condition[] = states?.length ? [eb('state', 'in', states)] : [];
  if (need === 'lost') return [[eb('state', '=', 'lost'), ...more]];
  const out = eb('state', '=', 'out');
  if (need === 'out') return [[out, ...more]];
  const before = closingYesterday(now, closingOf(await settingsOf(db)));
  const gone = eb('visitId', 'not in', (db) =>
    db
      .selectFrom('visits')
      .select('id')
      .where('state', 'in', [...VISIT_OPEN]),
  );
  return [[out, eb.or([eb('since', '<', before), gone]), ...more]];
}
