import type Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schemaHash } from '../../electron/db/migrate';
import { JOURNALLED } from '../../electron/db/migrations';
import { quickCheck } from '../../electron/db/quick-check';
import { verifyFile } from '../../electron/db/verify';
import { fill } from '../db/fill';
import { seededDb } from '../db/seeded';
import { newOffice, type TestOffice } from '../support/office';
import { withoutGuards } from './guards';

/** trust.md C1: registers cannot be changed behind the journal's back, by any form of SQL, on any connection. */

let office: TestOffice;
/** Rows made through the door, photos and all. */
let db: Database.Database;
/** Rows of every register in every state, as the seed leaves them. */
let everything: Database.Database;
beforeAll(async () => {
  office = await newOffice();
  await fill(office, 60, 7);
  db = office.file.raw;
  everything = await seededDb(120);
});
afterAll(() => {
  office.close();
  everything.close();
});

interface Target {
  table: string;
  key: string;
}
const TARGETS: Target[] = [
  ...Object.entries(JOURNALLED).map(([table, { key }]) => ({ table, key })),
  { table: 'journal', key: 'seq' },
  { table: 'journal_secrets', key: 'id' },
];

/** What bugs would like to change, where it is not simply the first text. */
const COLUMN: Record<string, string> = { journal: 'actorName', journal_secrets: 'value' };

interface Info {
  name: string;
  type: string;
  notnull: number;
  pk: number;
}
const infoOf = (at: Database.Database, table: string): Info[] => at.pragma(`table_info(${table})`) as Info[];
const columnOf = ({ table }: Target): string =>
  COLUMN[table] ??
  infoOf(everything, table).find(({ type, notnull, pk }) => type === 'TEXT' && notnull && !pk)?.name ??
  'width';
/** Text columns that must differ from row to row, besides the key. */
const uniqueTexts = ({ table, key }: Target): string[] => {
  const texts = infoOf(everything, table).filter(({ type }) => type === 'TEXT');
  const indexes = everything.pragma(`index_list(${table})`) as { name: string; unique: number }[];
  const inUnique = new Set(
    indexes
      .filter(({ unique }) => unique)
      .flatMap(({ name }) =>
        (everything.pragma(`index_info(${name})`) as { name: string }[]).map((c) => c.name),
      ),
  );
  return texts.map(({ name }) => name).filter((name) => inUnique.has(name) && name !== key);
};

/** Columns of a table as they are, with one expression put in place of a column. */
const columns = (table: string): string[] => infoOf(everything, table).map((c) => c.name);
const selectWith = ({ table }: Target, put: Record<string, string>): string =>
  `SELECT ${columns(table)
    .map((name) => put[name] ?? name)
    .join(', ')} FROM ${table} ORDER BY rowid LIMIT 1`;

/** The bypass statements. Each would change a row if nothing stood in its way. */
type Aimed = Target & { column: string };
const BYPASSES: Record<string, (t: Aimed) => string> = {
  UPDATE: ({ table, column }) => `UPDATE ${table} SET ${column} = ${column} || '1'`,
  'UPDATE by rowid': ({ table, column }) =>
    `UPDATE ${table} SET ${column} = ${column} || '1' WHERE rowid = (SELECT min(rowid) FROM ${table})`,
  'UPDATE by _rowid_ to another rowid': ({ table }) =>
    `UPDATE ${table} SET _rowid_ = _rowid_ + 100000 WHERE _rowid_ = (SELECT max(_rowid_) FROM ${table})`,
  'UPDATE OR REPLACE': (t) =>
    `UPDATE OR REPLACE ${t.table} SET ${t.key} = (SELECT ${t.key} FROM ${t.table} ORDER BY rowid DESC LIMIT 1) WHERE rowid = (SELECT min(rowid) FROM ${t.table})`,
  'UPDATE OR IGNORE': ({ table, column }) => `UPDATE OR IGNORE ${table} SET ${column} = ${column} || '1'`,
  'UPDATE FROM': ({ table, key, column }) =>
    `UPDATE ${table} SET ${column} = other.v FROM (SELECT ${key} AS k, ${column} || '1' AS v FROM ${table}) AS other WHERE other.k = ${key}`,
  DELETE: ({ table }) => `DELETE FROM ${table} WHERE rowid = (SELECT max(rowid) FROM ${table})`,
  'DELETE of all': ({ table }) => `DELETE FROM ${table}`,
  'DELETE RETURNING': ({ table }) =>
    `DELETE FROM ${table} WHERE rowid = (SELECT max(rowid) FROM ${table}) RETURNING 1`,
  'INSERT OR REPLACE': (t) =>
    `INSERT OR REPLACE INTO ${t.table} ${selectWith(t, { [t.column]: `${t.column} || '1'` })}`,
  REPLACE: (t) => `REPLACE INTO ${t.table} ${selectWith(t, { [t.column]: `${t.column} || '1'` })}`,
  upsert: (t) =>
    `INSERT INTO ${t.table} SELECT * FROM (${selectWith(t, {})}) WHERE true ON CONFLICT (${t.key}) DO UPDATE SET ${t.column} = ${t.column} || '1'`,
  'through a view': ({ table, column }) =>
    `CREATE TEMP VIEW IF NOT EXISTS v_${table} AS SELECT * FROM ${table};
     CREATE TEMP TRIGGER IF NOT EXISTS v_${table}_u INSTEAD OF UPDATE ON v_${table} BEGIN UPDATE ${table} SET ${column} = NEW.${column} WHERE rowid = (SELECT min(rowid) FROM ${table}); END;
     UPDATE v_${table} SET ${column} = ${column} || '1'`,
};
/** Only for tables whose rows carry a version: the next version without its line, a new row without its line. */
const VERSIONED: Record<string, (t: Aimed) => string> = {
  'UPDATE to the next version': ({ table, column }) =>
    `UPDATE ${table} SET ${column} = ${column} || '1', version = version + 1`,
  'INSERT of a new row': (t) =>
    `INSERT INTO ${t.table} ${selectWith(t, Object.fromEntries([t.key, ...uniqueTexts(t)].map((name) => [name, `'new' || ${name}`])))}`,
};

/** All that a table holds. */
const contents = (at: Database.Database, table: string): string =>
  JSON.stringify(at.prepare(`SELECT rowid AS "#", * FROM ${table} ORDER BY rowid`).all());

/** Runs a statement in a savepoint: did it throw, did it change the table? Leaves no trace. */
function attempt(
  at: Database.Database,
  table: string,
  statement: string,
): { threw: boolean; changed: boolean } {
  const before = contents(at, table);
  let threw = false;
  at.exec('SAVEPOINT bypass');
  try {
    at.exec(statement);
  } catch {
    threw = true;
  }
  const changed = contents(at, table) !== before;
  at.exec('ROLLBACK TO bypass');
  at.exec('RELEASE bypass');
  return { threw, changed };
}

/** Where the table has rows enough to be attacked: made through the door, else by the seed. */
function placeOf(table: string): Database.Database {
  const rows = (at: Database.Database): number =>
    (at.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n;
  const place = rows(db) >= 2 ? db : everything;
  expect(rows(place), `${table} has rows to attack`).toBeGreaterThanOrEqual(2);
  return place;
}

describe('bypass statements are refused (C1)', () => {
  for (const target of TARGETS) {
    const versioned = target.table in JOURNALLED;
    const bypasses = Object.entries({ ...BYPASSES, ...(versioned ? VERSIONED : {}) });
    it(`${target.table}: ${bypasses.length} statements`, () => {
      const at = placeOf(target.table);
      const aimed = { ...target, column: columnOf(target) };
      for (const recursive of [1, 0]) {
        // 0: somebody else's connection, where triggers do not run for what REPLACE deletes.
        at.pragma(`recursive_triggers = ${recursive}`);
        for (const [name, make] of bypasses) {
          expect(attempt(at, target.table, make(aimed)), `${name} on ${target.table}`).toEqual({
            threw: true,
            changed: false,
          });
        }
      }
      at.pragma('recursive_triggers = 1');
    });

    it(`${target.table}: control, the same statements bite when the guards are gone`, () => {
      const at = placeOf(target.table);
      const aimed = { ...target, column: columnOf(target) };
      at.pragma('foreign_keys = OFF');
      at.pragma('ignore_check_constraints = ON');
      withoutGuards(at, () => {
        for (const [name, make] of bypasses) {
          expect(attempt(at, target.table, make(aimed)).changed, `${name} on ${target.table}`).toBe(true);
        }
      });
      at.pragma('ignore_check_constraints = OFF');
      at.pragma('foreign_keys = ON');
    });
  }

  it('journal: an INSERT anywhere but at the end, or on another chain, is refused', () => {
    const insert = (seq: string, prevHash: string): string =>
      `INSERT INTO journal ${selectWith({ table: 'journal', key: 'seq' }, { seq, prevHash })}`;
    for (const seq of [
      '1',
      '(SELECT max(seq) FROM journal)',
      '(SELECT max(seq) + 2 FROM journal)',
      '0',
      '-1',
    ]) {
      expect(attempt(db, 'journal', insert(seq, "'x'"))).toEqual({ threw: true, changed: false });
    }
    expect(attempt(db, 'journal', insert('(SELECT max(seq) + 1 FROM journal)', "'0000'"))).toEqual({
      threw: true,
      changed: false,
    });
  });

  it('journal_secrets: values can be erased, and only erased', () => {
    expect(
      attempt(db, 'journal_secrets', 'UPDATE journal_secrets SET value = NULL, salt = NULL').changed,
    ).toBe(true);
    expect(
      attempt(db, 'journal_secrets', "UPDATE journal_secrets SET value = NULL, salt = NULL, digest = 'x'")
        .changed,
    ).toBe(false);
    expect(attempt(db, 'journal_secrets', 'UPDATE journal_secrets SET value = NULL').changed).toBe(false);
  });

  it('writable_schema is refused, and what SQLite lets anybody do to a schema shows', () => {
    db.pragma('writable_schema = ON');
    expect(() => db.exec("DELETE FROM sqlite_schema WHERE name = 'journal_update'")).toThrow();
    const ours = schemaHash(db);
    for (const statement of [
      'DROP TRIGGER journal_update',
      'ALTER TABLE found_items ADD COLUMN note2 TEXT',
      'ALTER TABLE found_items RENAME TO old_items',
      'DROP TABLE sign_in_tries',
      'DROP INDEX journal_entry',
      'CREATE TRIGGER t AFTER INSERT ON journal BEGIN SELECT 1; END',
    ]) {
      db.exec('BEGIN');
      db.exec(statement);
      expect(schemaHash(db), statement).not.toBe(ours);
      if (!statement.includes('RENAME')) {
        const kinds = verifyFile(db, null).problems.map((problem) => problem.kind);
        expect(kinds, statement).toContain('schemaChanged');
      }
      expect(quickCheck(db), statement).toEqual(['schemaChanged']);
      db.exec('ROLLBACK');
    }
    expect(verifyFile(db, null).problems).toEqual([]);
    expect(quickCheck(db)).toEqual([]);
  });
});
