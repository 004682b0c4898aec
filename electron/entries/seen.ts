import type Database from 'better-sqlite3';
import { type RawBuilder, sql } from 'kysely';
import type { Tables } from '../db/tables';

/** Rows as lists read them: the seals (db/seal.ts) stay in the book, as no line shows them. */

/** A row that may have been read without its seals. */
export type Seen<Row> = Omit<Row, 'sealed'> & { sealed?: string };

/**
 * The row without its seals. A row that came without them is answered as it is: taking one property of fifty out costs more
 * than reading the row did.
 */
export function unsealed<Row extends { sealed?: string }>(row: Row): Omit<Row, 'sealed'> {
  if (!('sealed' in row)) return row;
  const { sealed: _, ...rest } = row;
  return rest;
}

const columns = new WeakMap<Database.Database, Map<string, RawBuilder<unknown>>>();

/** All columns of a table but the seals, as a select names them. The schema stays as it is while an office is open. */
export function seenColumns(raw: Database.Database, table: keyof Tables): RawBuilder<unknown> {
  let known = columns.get(raw);
  if (!known) {
    known = new Map();
    columns.set(raw, known);
  }
  let list = known.get(table);
  if (!list) {
    const all = raw.pragma(`table_info(${table})`) as { name: string }[];
    const names = all.map(({ name }) => name).filter((name) => name !== 'sealed');
    list = sql.raw(names.map((name) => `"${name}"`).join(', '));
    known.set(table, list);
  }
  return list;
}
