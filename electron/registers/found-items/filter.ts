import type Database from 'better-sqlite3';
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import { addDays, DAY_MS, dayOf, instantOf, isDay, isoOf, msOf } from '../../../shared/dates';
import type { OutputOf } from '../../../shared/op';
import {
  FOUND_ITEM_NEEDS,
  type FoundItemNeed,
  type foundItemFilter,
  type foundItems,
} from '../../../shared/registers/found-items';
import type { FoundItemState } from '../../../shared/registers/found-items.row';
import type { Settings } from '../../../shared/registers/office';
import { InvalidField } from '../../../shared/result';
import type { ReadDb } from '../../db/context';
import type { FoundItemsTable, Tables } from '../../db/tables';
import { settingsOf } from '../office/settings';
import { foundItemLines, foundItemRowsOf, serialSpan, toFoundItemLines } from './lines';
import { COUNT_CAP, capped, cursorOf, searchPage, type Total, tailOf } from './search-page';

/**
 * Filters of the found-item list as SQL. A filter is cut into branches that share no line, each served by one index in
 * the list's own order (state, category or time, then foundAt and id), so a page never sorts the book (speed.md §2).
 */

type Filter = z.output<typeof foundItemFilter>;
/** The filter without its search text. */
export type PlainFilter = Partial<Omit<Filter, 'search'>>;
type Condition = (eb: ExpressionBuilder<Tables, 'found_items'>) => Expression<SqlBool>;
/** A place in the list. */
export interface Key {
  id: string;
  foundAt: string;
}

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
  const typed = search ?? (await indexedPerson(db, rest.person));
  if (typed) {
    const conditions = anyOf(rest, settings, now);
    const { ids, ...page } = await searchPage(raw, 'foundItems', typed, after, limit, (ids) =>
      passing(db, conditions, ids),
    );
    return { rows: await foundItemLines(db, ids, settings), ...page };
  }
  const found = await foundItemRows(db, rest, after, limit + 1, now, settings);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const { total, more } =
    after === null ? await totalOf(db, rest, found, limit, now, settings) : cursorOf(after);
  return {
    rows: await toFoundItemLines(db, rows, settings),
    next: found.length > limit && last ? `${last.foundAt}|${last.id}${tailOf({ total, more })}` : null,
    total,
    more,
  };
}

/** Rows of a list, newest first, after a cursor. One branch is read at once; several first agree on which rows come next. */
async function foundItemRows(
  db: ReadDb,
  filter: PlainFilter,
  after: string | null,
  limit: number,
  now: string,
  settings: Settings,
): Promise<FoundItemsTable[]> {
  const [branch, ...others] = branchesOf(filter, settings, now);
  if (branch && others.length === 0)
    return pageQuery(db, branch, after, limit).clearSelect().selectAll().execute();
  const keys = await foundItemKeys(db, filter, after, limit, now, settings);
  return foundItemRowsOf(
    db,
    keys.map((key) => key.id),
  );
}

/** The total of a list whose first page is `keys`: known already when one page holds it all. */
async function totalOf(
  db: ReadDb,
  filter: PlainFilter,
  keys: readonly Key[],
  limit: number,
  now: string,
  settings: Settings,
): Promise<Total> {
  if (keys.length <= limit) return { total: keys.length, more: false };
  return capped({ total: await countUpTo(db, filter, COUNT_CAP + 1, now, settings), more: false });
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

/** Ids of a filtered list, newest first, after a cursor. Search text is not for this one. */
async function foundItemKeys(
  db: ReadDb,
  filter: PlainFilter,
  after: string | null,
  limit: number,
  now: string,
  settings: Settings,
): Promise<Key[]> {
  const keys: Key[] = [];
  for (const branch of branchesOf(filter, settings, now)) {
    keys.push(...(await pageQuery(db, branch, after, limit).execute()));
  }
  return keys.sort(newestFirst).slice(0, limit);
}

/** One branch's page: the row-value comparison lets the index jump to the cursor. */
export function pageQuery(db: ReadDb, branch: readonly Condition[], after: string | null, limit: number) {
  const cursor = after === null ? null : cursorOf(after);
  return db
    .selectFrom('found_items')
    .select(['id', 'foundAt'])
    .where((eb) =>
      eb.and([
        ...branch.map((condition) => condition(eb)),
        ...(cursor ? [eb(eb.refTuple('foundAt', 'id'), '<', eb.tuple(cursor.at, cursor.id))] : []),
      ]),
    )
    .orderBy('foundAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
}

/** How many lines need each kind of action. Open lines are few, so these are exact. */
export async function needCounts(db: ReadDb, now: string): Promise<Record<FoundItemNeed, number>> {
  const settings = await settingsOf(db);
  const counts = {} as Record<FoundItemNeed, number>;
  for (const need of FOUND_ITEM_NEEDS)
    counts[need] = await countUpTo(db, { need }, Number.MAX_SAFE_INTEGER, now, settings);
  return counts;
}

async function countUpTo(
  db: ReadDb,
  filter: PlainFilter,
  most: number,
  now: string,
  settings: Settings,
): Promise<number> {
  let total = 0;
  for (const branch of branchesOf(filter, settings, now)) {
    if (total >= most) break;
    const some = db
      .selectFrom('found_items')
      .select('id')
      .where((eb) => eb.and(branch.map((condition) => condition(eb))))
      .limit(most - total);
    const row = await db
      .selectFrom(some.as('some'))
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    total += row.n;
  }
  return total;
}

async function passing(
  db: ReadDb,
  conditions: Condition | null,
  ids: string[],
): Promise<ReadonlySet<string>> {
  if (conditions === null || ids.length === 0) return new Set(ids);
  const rows = await db
    .selectFrom('found_items')
    .select('id')
    .where('id', 'in', ids)
    .where((eb) => conditions(eb))
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** All of a filter as one condition; null when it asks for nothing. */
function anyOf(filter: PlainFilter, settings: Settings, now: string): Condition | null {
  const branches = branchesOf(filter, settings, now);
  if (branches.length === 1 && branches[0]?.length === 0) return null;
  return (eb) => eb.or(branches.map((branch) => eb.and(branch.map((condition) => condition(eb)))));
}

/** The branches of a filter: each a list of conditions to be ANDed; no line fits two of them. */
export function branchesOf(filter: PlainFilter, settings: Settings, now: string): Condition[][] {
  const { need, states, categories } = filter;
  const common = commonConditions(filter);
  if (need) {
    if (states?.length) common.push((eb) => eb('state', 'in', states));
    if (categories?.length) common.push((eb) => eb('category', 'in', categories));
    return needBranches(need, settings, now).map((branch) => [...branch, ...common]);
  }
  if (states?.length) {
    if (categories?.length) common.push((eb) => eb('category', 'in', categories));
    return [...new Set(states)].map((state) => [isState(state), ...common]);
  }
  if (categories?.length)
    return [...new Set(categories)].map((code) => [(eb) => eb('category', '=', code), ...common]);
  return [common];
}

const isState =
  (state: FoundItemState): Condition =>
  (eb) =>
    eb('state', '=', state);

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
      return inHands.map((state) => [state, (eb) => eb('foundAt', '<', before)]);
    }
    case 'cosign': {
      // The literal, not a parameter, is what lets SQLite use the partial index.
      const pending: Condition = () => sql<SqlBool>`${sql.ref('confirmer2How')} = 'pending'`;
      const uncountersigned: Condition = (eb) =>
        eb.and([
          eb('valuable', '=', 1),
          eb('countersignedAt', 'is', null),
          eb('confirmer2How', '!=', 'pending'),
        ]);
      return [
        [pending, (eb) => eb('state', '!=', 'voided')],
        ...inHands.map((state) => [state, uncountersigned]),
      ];
    }
  }
}

/** Found on or before the last day whose items the policy of their category gives up today. */
function isDue({ categories }: Settings, now: string): Condition {
  const byDays = new Map<number, string[]>();
  for (const { code, retentionDays } of categories) {
    if (retentionDays !== null) byDays.set(retentionDays, [...(byDays.get(retentionDays) ?? []), code]);
  }
  return (eb) =>
    eb.or(
      [...byDays].map(([days, codes]) =>
        eb.and([eb('category', 'in', codes), eb('foundAt', '<', instantOf(addDays(dayOf(now), 1 - days)))]),
      ),
    );
}

function commonConditions({ fromOn, toOn, person, month }: PlainFilter): Condition[] {
  const conditions: Condition[] = [];
  if (fromOn) conditions.push((eb) => eb('foundAt', '>=', instantOf(realDay('fromOn', fromOn))));
  if (toOn) conditions.push((eb) => eb('foundAt', '<', instantOf(addDays(realDay('toOn', toOn), 1))));
  if (month) {
    const span = serialSpan('foundItems', month);
    conditions.push((eb) => eb.and([eb('serialNo', '>', span.from), eb('serialNo', '<', span.to)]));
  }
  if (person) conditions.push((eb) => eb.or(PERSONS.map((column) => has(column, person))));
  return conditions;
}

const PERSONS = ['finderName', 'receivedByName', 'confirmer1Name', 'confirmer2Name', 'claimantName'] as const;
/** Part of a text, letter for letter: no wildcard of what was typed means anything. */
const has = (column: (typeof PERSONS)[number], part: string): Expression<SqlBool> =>
  sql<SqlBool>`instr(${sql.ref(column)}, ${part}) > 0`;

/** A day that exists: 31 February passes the pattern, not the calendar. Errors: InvalidField. */
export function realDay(field: string, day: string): string {
  if (!isDay(day)) throw new InvalidField(`filter.${field}`, 'day.unreadable');
  return day;
}

const newestFirst = (a: Key, b: Key): number =>
  a.foundAt === b.foundAt ? (a.id < b.id ? 1 : -1) : a.foundAt < b.foundAt ? 1 : -1;
