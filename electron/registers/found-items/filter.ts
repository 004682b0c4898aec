import type Database from 'better-sqlite3';
import { expressionBuilder, type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import { addDays, DAY_MS, dayOf, instantOf, isoOf, msOf } from '../../../shared/dates';
import type { OutputOf } from '../../../shared/op';
import {
  FOUND_ITEM_NEEDS,
  type FoundItemNeed,
  type foundItemFilter,
  type foundItems,
} from '../../../shared/registers/found-items';
import type { FoundItemState } from '../../../shared/registers/found-items.row';
import type { Settings } from '../../../shared/registers/office';
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
import { toFoundItemLines } from './lines';

/**
 * Filters of the found-item list as SQL. A filter is cut into branches that share no line, each served by one index in
 * the list's own order (state, category or time, then foundAt and id), so a page never sorts the book (speed.md §2).
 */

type Filter = z.output<typeof foundItemFilter>;
/** The filter without its search text. */
export type PlainFilter = Partial<Omit<Filter, 'search'>>;
export const LISTING: Listing<'found_items'> = {
  register: 'foundItems',
  table: 'found_items',
  at: 'foundAt',
};
const eb = expressionBuilder<Tables, 'found_items'>();

/** A page of the list, newest first, with its lines. */
export async function foundItemPage(
  db: ReadDb,
  raw: Database.Database,
  filter: Filter,
  after: string | null,
  limit: number,
  now: string,
): Promise<OutputOf<typeof foundItems.list>> {
  const settings = await settingsOf(db);
  const { search, ...rest } = filter;
  const { rows, ...page } = await listPage(db, raw, LISTING, {
    branches: branchesOf(rest, settings, now),
    search: search ?? (await indexedPerson(db, rest.person)),
    after,
    limit,
  });
  return { rows: await toFoundItemLines(db, rows, settings), ...page };
}

/**
 * A person who was never of the staff (staff names, old ones too, stand in the journal) can only be a finder, a claimant or
 * a witness: those are in the search index, which spares reading the whole book for a rare name. Answers what to look up.
 */
async function indexedPerson(db: ReadDb, person: string | null | undefined): Promise<string | null> {
  if (!person || !/^\p{Script=Han}+$/u.test(person)) return null;
  const staff = await db
    .selectFrom('journal')
    .select('seq')
    .where('register', '=', 'staff')
    .where(sql<SqlBool>`instr(${sql.ref('change')}, ${person}) > 0`)
    .limit(1)
    .executeTakeFirst();
  return staff ? null : person;
}

/** How many lines need each kind of action. Open lines are few, so these are exact. */
export async function needCounts(db: ReadDb, now: string): Promise<Record<FoundItemNeed, number>> {
  const settings = await settingsOf(db);
  const counts = {} as Record<FoundItemNeed, number>;
  for (const need of FOUND_ITEM_NEEDS)
    counts[need] = await countBranches(db, 'found_items', branchesOf({ need }, settings, now));
  return counts;
}

/** The branches of a filter: each a list of conditions to be ANDed; no line fits two of them. */
export function branchesOf(filter: PlainFilter, settings: Settings, now: string): Condition[][] {
  const { need, states, categories, person } = filter;
  const common = commonConditions(LISTING, filter);
  if (person) common.push(eb.or(PERSONS.map((column) => holdsPart(column, person))));
  if (need) {
    if (states?.length) common.push(eb('state', 'in', states));
    if (categories?.length) common.push(eb('category', 'in', categories));
    return needBranches(need, settings, now).map((branch) => [...branch, ...common]);
  }
  if (states?.length) {
    if (categories?.length) common.push(eb('category', 'in', categories));
    return branchPer('state', states, common);
  }
  return branchPer('category', categories, common);
}

const isState = (state: FoundItemState): Condition => eb('state', '=', state);

function needBranches(need: FoundItemNeed, settings: Settings, now: string): Condition[][] {
  const inHands: Condition[] = [isState('registered'), isState('notified')];
  switch (need) {
    case 'notify':
      return [[isState('registered')]];
    case 'partyA':
      return [[isState('notified')]];
    case 'disposal':
      return inHands.map((state) => [state, isDue(settings, now)]);
    case 'long': {
      const before = isoOf(msOf(now) - settings.limits.openLongDays * DAY_MS);
      return inHands.map((state) => [state, eb('foundAt', '<', before)]);
    }
    case 'cosign': {
      // The literal, not a parameter, is what lets SQLite use the partial index.
      const pending = sql<SqlBool>`${sql.ref('confirmer2How')} = 'pending'`;
      const uncountersigned: Condition = eb.and([
        eb('valuable', '=', 1),
        eb('countersignedAt', 'is', null),
        eb('confirmer2How', '!=', 'pending'),
      ]);
      return [[pending, eb('state', '!=', 'voided')], ...inHands.map((state) => [state, uncountersigned])];
    }
  }
}

/** Found on or before the last day whose items the policy of their category gives up today. */
function isDue({ categories }: Settings, now: string): Condition {
  const byDays = new Map<number, string[]>();
  for (const { code, retentionDays } of categories) {
    if (retentionDays !== null) byDays.set(retentionDays, [...(byDays.get(retentionDays) ?? []), code]);
  }
  return eb.or(
    [...byDays].map(([days, codes]) =>
      eb.and([eb('category', 'in', codes), eb('foundAt', '<', instantOf(addDays(dayOf(now), 1 - days)))]),
    ),
  );
}

const PERSONS = ['finderName', 'receivedByName', 'confirmer1Name', 'confirmer2Name', 'claimantName'] as const;
