import type Database from 'better-sqlite3';

/**
 * Rows of one table, put in by the batch. Handing a value over costs as much as storing it, and most values of a batch are
 * the same in all its rows (who, when, which register, nothing): those are handed over once. One statement for many rows also
 * opens one savepoint for all of them, which the guards of the table ask for.
 */

type Value = string | number | null;

/** Rows of one batch: twice as many gain nothing more. */
const ROWS = 32;

/** How a column was filled so far; it only ever moves on, so that there are few statements. */
const EMPTY = 0;
const SHARED = 1;
const OWN = 2;

export const insertOf = (table: string, columns: readonly string[]): string =>
  `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;

export class Batch {
  readonly #db: Database.Database;
  readonly #table: string;
  readonly #columns: readonly string[];
  readonly #ways: number[];
  readonly #one: Database.Statement;
  #many: Database.Statement | null = null;
  #rows: (readonly Value[])[] = [];

  /** `columns`: the order of the values of each row. */
  constructor(db: Database.Database, table: string, columns: readonly string[]) {
    this.#db = db;
    this.#table = table;
    this.#columns = columns;
    this.#ways = columns.map(() => EMPTY);
    this.#one = db.prepare(insertOf(table, columns));
  }

  /** Keeps a row back; answers true when it is time to `flush`. */
  add(values: readonly Value[]): boolean {
    this.#rows.push(values);
    return this.#rows.length >= ROWS;
  }

  /** Writes what is kept, in the order it came. Errors: those of the table. */
  flush(): void {
    const rows = this.#rows;
    if (rows.length === 0) return;
    this.#rows = [];
    if (rows.length === ROWS) this.#writeMany(rows);
    else for (const row of rows) this.#one.run(row);
  }

  #writeMany(rows: readonly (readonly Value[])[]): void {
    const [first] = rows as [readonly Value[]];
    const own: number[] = [];
    const shared: Record<string, Value> = {};
    let named = false;
    for (let at = 0; at < first.length; at += 1) {
      const value = first[at]!;
      let way = value === null ? EMPTY : SHARED;
      if (this.#ways[at] === OWN || rows.some((row) => row[at] !== value)) way = OWN;
      if (way > this.#ways[at]!) {
        this.#ways[at] = way;
        this.#many = null;
      }
      if (way === OWN) own.push(at);
      else if (this.#ways[at] === SHARED) {
        shared[`c${at}`] = value;
        named = true;
      }
    }
    this.#many ??= this.#prepare();
    const values: Value[] = [];
    for (const row of rows) for (const at of own) values.push(row[at]!);
    if (named) this.#many.run(values, shared);
    else this.#many.run(values);
  }

  /** Columns that are empty in every row are left out: their default is nothing. */
  #prepare(): Database.Statement {
    const names: string[] = [];
    const places: string[] = [];
    for (const [at, way] of this.#ways.entries()) {
      if (way === EMPTY) continue;
      names.push(this.#columns[at]!);
      places.push(way === OWN ? '?' : `@c${at}`);
    }
    const row = `(${places.join(', ')})`;
    const all = Array.from({ length: ROWS }, () => row).join(', ');
    return this.#db.prepare(`INSERT INTO ${this.#table} (${names.join(', ')}) VALUES ${all}`);
  }
}
