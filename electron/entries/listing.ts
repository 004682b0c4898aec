import type Database from 'better-sqlite3';
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import { addDays, instantOf, isDay } from '../../shared/dates';
import type { NumberedRegister } from '../../shared/ids';
import { InvalidField } from '../../shared/result';
import type { ReadDb } from '../db/context';
import type { Tables } from '../db/tables';
import { rowsByIds, serialSpan } from './months';
import { COUNT_CAP, capped, cursorOf, placeOf, searchPage, type Total, tailOf } from './search-page';
import { type Seen, seenColumns } from './seen';

/**
 * Lists of every register (speed.md §2). A filter is cut into branches that share no line, each served by one index in the
 * list's own order, so a page jumps to its cursor by the row-value comparison and never sorts the book. Conditions are made
 * with `expressionBuilder<Tables, '<table>'>()`; search text goes through the omni-box's index (search-page.ts).
 */

export type Condition = Expression<SqlBool>;
/** Conditions to be ANDed; no line of the table fits two branches of one filter. */
export type Branch = readonly Condition[];

/** How a register lists: its table, and the text column whose order the list has (with id as tie-breaker). */
export interface Listing<T extends keyof Tables> {
  register: NumberedRegister;
  table: T;
  at: string;
  /** Newest first unless said otherwise (units go by their code). */
  order?: 'asc' | 'desc';
}

export interface Asked {
  branches: readonly Branch[];
  /** Search text, same rules as the omni-box; null: none. */
  search: string | null;
  after: string | null;
  limit: number;
}

export interface Listed<Row> extends Total {
  rows: Row[];
  next: string | null;
}

/** One page of rows. Errors: InvalidField `after` when the cursor is none of ours. */
export const listPage = <T extends keyof Tables>(
  db: ReadDb,
  raw: Database.Database,
  listing: Listing<T>,
  asked: Asked,
): Promise<Listed<Tables[T] & { id: string }>> =>
  pageOf<T, Tables[T] & { id: string }>(db, raw, listing, asked, sql`*`);

/** As `listPage`, without the seals: for lines made with `unsealed`, a quarter of the time of a wide book's page. */
export const seenPage = <T extends keyof Tables>(
  db: ReadDb,
  raw: Database.Database,
  listing: Listing<T>,
  asked: Asked,
): Promise<Listed<Seen<Tables[T]> & { id: string }>> =>
  pageOf<T, Seen<Tables[T]> & { id: string }>(db, raw, listing, asked, seenColumns(raw, listing.table));

async function pageOf<T extends keyof Tables, Row extends { id: string }>(
  db: ReadDb,
  raw: Database.Database,
  listing: Listing<T>,
  { branches, search, after, limit }: Asked,
  columns: RawBuilder<unknown>,
): Promise<Listed<Row>> {
  if (search) {
    const { ids, ...page } = await searchPage(raw, listing.register, search, after, limit, (found) =>
      passing(db, listing.table, branches, found),
    );
    return { rows: await rowsByIds<Row>(db, listing.table, ids, columns), ...page };
  }
  const found = await pageRows<Row>(db, listing, branches, after, limit + 1, columns);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const { total, more } =
    after === null ? await totalOf(db, listing.table, branches, found.length, limit) : cursorOf(after);
  return {
    rows,
    next:
      found.length > limit && last
        ? `${placeOf(textAt(last, listing.at), last.id)}${tailOf({ total, more })}`
        : null,
    total,
    more,
  };
}

const textAt = (row: object, column: string): string => String((row as Record<string, unknown>)[column]);

/** Rows after a cursor. One branch is read at once; several are merged in the list's order. */
async function pageRows<Row extends { id: string }>(
  db: ReadDb,
  listing: Listing<keyof Tables>,
  branches: readonly Branch[],
  after: string | null,
  limit: number,
  columns: RawBuilder<unknown>,
): Promise<Row[]> {
  const down = listing.order !== 'asc';
  const rows: Row[] = [];
  for (const branch of branches) {
    const page = await pageSql<Row>(listing, branch, after, limit, columns).execute(db);
    rows.push(...page.rows);
  }
  if (branches.length > 1)
    rows.sort((a, b) => {
      const [x, y] = [textAt(a, listing.at), textAt(b, listing.at)];
      const up = x === y ? (a.id < b.id ? -1 : 1) : x < y ? -1 : 1;
      return down ? -up : up;
    });
  return rows.slice(0, limit);
}

/**
 * The statement of one branch's page; specs look at its plan. The limit stands in the text: SQLite plans a statement anew on
 * every run when its limit is bound.
 */
export function pageSql<Row>(
  { table, at, order }: Pick<Listing<keyof Tables>, 'table' | 'at' | 'order'>,
  branch: Branch,
  after: string | null,
  limit: number,
  columns: RawBuilder<unknown> = sql`*`,
): RawBuilder<Row> {
  const cursor = after === null ? null : cursorOf(after);
  const [place, id] = [sql.ref(at), sql.ref('id')];
  const [than, by] = order === 'asc' ? [sql`>`, sql`asc`] : [sql`<`, sql`desc`];
  const conditions = [
    ...branch,
    ...(cursor ? [sql<SqlBool>`(${place}, ${id}) ${than} (${cursor.at}, ${cursor.id})`] : []),
  ];
  return sql<Row>`select ${columns} from ${sql.table(table)} where ${every(conditions)}
    order by ${place} ${by}, ${id} ${by} limit ${sql.lit(limit)}`;
}

const every = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? sql<SqlBool>`1` : sql<SqlBool>`${sql.join(conditions, sql` and `)}`;

const anyBranch = (branches: readonly Branch[]): Condition =>
  branches.length === 0
    ? sql<SqlBool>`0`
    : sql<SqlBool>`(${sql.join(
        branches.map((branch) => sql`(${every(branch)})`),
        sql` or `,
      )})`;

async function passing(
  db: ReadDb,
  table: keyof Tables,
  branches: readonly Branch[],
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0 || branches.some((branch) => branch.length === 0)) return new Set(ids);
  const { rows } = await sql<{ id: string }>`select ${sql.ref('id')} from ${sql.table(table)}
    where ${sql.ref('id')} in (${sql.join(ids)}) and ${anyBranch(branches)}`.execute(db);
  return new Set(rows.map((row) => row.id));
}

/** The total of a list from its first page: known already when one page holds it all. */
async function totalOf(
  db: ReadDb,
  table: keyof Tables,
  branches: readonly Branch[],
  found: number,
  limit: number,
): Promise<Total> {
  if (found <= limit) return { total: found, more: false };
  return capped({ total: await countBranches(db, table, branches, COUNT_CAP + 1), more: false });
}

/** How many lines fit any of the branches, counted up to `most`. */
export async function countBranches(
  db: ReadDb,
  table: keyof Tables,
  branches: readonly Branch[],
  most = Number.MAX_SAFE_INTEGER,
): Promise<number> {
  let total = 0;
  for (const branch of branches) {
    if (total >= most) break;
    const { rows } = await sql<{ n: number }>`select count(*) as n from (
      select 1 from ${sql.table(table)} where ${every(branch)} limit ${sql.lit(most)})`.execute(db);
    total += rows[0]?.n ?? 0;
  }
  return Math.min(total, most);
}

/** How many rows each need of a book has, by the need's branches. */
export async function needCounts<Need extends string>(
  db: ReadDb,
  table: keyof Tables,
  needs: readonly Need[],
  branchesOf: (need: Need) => readonly Branch[],
): Promise<Record<Need, number>> {
  const counts: [Need, number][] = [];
  for (const need of needs) counts.push([need, await countBranches(db, table, branchesOf(need))]);
  return Object.fromEntries(counts) as Record<Need, number>;
}

/** The conditions every filter shares: days on the time column and the month of the number. Errors: InvalidField of a day that does not exist. */
export function commonConditions(
  { register, at }: Pick<Listing<keyof Tables>, 'register' | 'at'>,
  { fromOn, toOn, month }: { fromOn?: string | null; toOn?: string | null; month?: string | null },
): Condition[] {
  const conditions: Condition[] = [];
  const place = sql.ref(at);
  if (fromOn) conditions.push(sql<SqlBool>`${place} >= ${instantOf(realDay('fromOn', fromOn))}`);
  if (toOn) conditions.push(sql<SqlBool>`${place} < ${instantOf(addDays(realDay('toOn', toOn), 1))}`);
  if (month) {
    const span = serialSpan(register, month);
    const serial = sql.ref('serialNo');
    conditions.push(sql<SqlBool>`${serial} > ${span.from} and ${serial} < ${span.to}`);
  }
  return conditions;
}

/** Part of a text column, letter for letter: no wildcard of what was typed means anything. */
export const holdsPart = (column: string, part: string): Condition =>
  sql<SqlBool>`instr(${sql.ref(column)}, ${part}) > 0`;

/** One branch per value of a column (states, categories), each with the common conditions; one branch when none is asked. */
export function branchPer(
  column: string,
  values: readonly string[] | null | undefined,
  common: readonly Condition[],
): Condition[][] {
  if (!values?.length) return [[...common]];
  return [...new Set(values)].map((value) => [sql<SqlBool>`${sql.ref(column)} = ${value}`, ...common]);
}

/** A day that exists: 31 February passes the pattern, not the calendar. Errors: InvalidField. */
export function realDay(field: string, day: string): string {
  if (!isDay(day)) throw new InvalidField(`filter.${field}`, 'day.unreadable');
  return day;
}
