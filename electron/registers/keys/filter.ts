import type Database from 'better-sqlite3';
import { expressionBuilder } from 'kysely';
import type { z } from 'zod';
import { dayOf } from '../../../shared/dates';
import type { OutputOf } from '../../../shared/op';
import { KEY_NEEDS, type KeyNeed, type keyFilter, type keys } from '../../../shared/registers/keys';
import { KEY_KEPT } from '../../../shared/registers/keys.row';
import type { ReadDb } from '../../db/context';
import type { Tables } from '../../db/tables';
import { branchPer, type Condition, countBranches, type Listing, listPage } from '../../entries/listing';
import { toKeyLines } from './lines';

/** Filters of the inventory as SQL: branches that share no line, each served by one index in the order of the numbers. */

type Filter = z.output<typeof keyFilter>;
export const LISTING: Listing<'keys'> = { register: 'keys', table: 'keys', at: 'keyNo', order: 'asc' };
const eb = expressionBuilder<Tables, 'keys'>();

/** A page of the inventory with its lines. */
export async function keyPage(
  db: ReadDb,
  raw: Database.Database,
  filter: Filter,
  after: string | null,
  limit: number,
  now: string,
): Promise<OutputOf<typeof keys.list>> {
  const { search, ...rest } = filter;
  const { rows, ...page } = await listPage(db, raw, LISTING, {
    branches: keyBranches(rest, now),
    search,
    after,
    limit,
  });
  return { rows: await toKeyLines(db, rows, now), ...page };
}

/** How many keys need each kind of action. */
export async function keyCounts(db: ReadDb, now: string): Promise<Record<KeyNeed, number>> {
  const counts = {} as Record<KeyNeed, number>;
  for (const need of KEY_NEEDS) counts[need] = await countBranches(db, 'keys', keyBranches({ need }, now));
  return counts;
}

/** The branches of a filter: each a list of conditions to be ANDed; no key fits two of them. */
export function keyBranches(filter: Partial<Omit<Filter, 'search'>>, now: string): Condition[][] {
  const { need, states, categories, cabinetId } = filter;
  const common: Condition[] = [];
  if (cabinetId) common.push(eb('cabinetId', '=', cabinetId));
  if (need) {
    if (states?.length) common.push(eb('state', 'in', states));
    if (categories?.length) common.push(eb('category', 'in', categories));
    return needBranches(need, dayOf(now)).map((branch) => [...branch, ...common]);
  }
  if (states?.length) {
    if (categories?.length) common.push(eb('category', 'in', categories));
    return branchPer('state', states, common);
  }
  return branchPer('category', categories, common);
}

function needBranches(need: KeyNeed, today: string): Condition[][] {
  if (need !== 'withoutMandate') return [[eb('state', '=', need)]];
  const covered = eb.exists(
    eb
      .selectFrom('key_mandates')
      .select('key_mandates.id')
      .whereRef('key_mandates.id', '=', 'keys.mandateId')
      .where('key_mandates.state', 'in', ['active', 'renewed'])
      .where('key_mandates.toOn', '>=', today),
  );
  return KEY_KEPT.map((state) => [
    eb('state', '=', state),
    eb('category', '=', 'entrusted'),
    eb.not(covered),
  ]);
}
