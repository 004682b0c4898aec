import type Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schemaHash } from '../../electron/db/migrate';
import { JOURNALLED } from '../../electron/db/migrations';
import { quickCheck } from '../../electron/db/quick-check';
import { verifyFile } from '../../electron/db/verify';
import { fill } from '../db/fill';
import { newOffice, type TestOffice } from '../support/office';
import { withoutGuards } from './guards';

/** trust.md C1: registers cannot be changed behind the journal's back, by any form of SQL, on any connection. */

let office: TestOffice;
let db: Database.Database;
beforeAll(async () => {
  office = await newOffice();
  await fill(office, 60, 7);
  db = office.file.raw;
});
afterAll(() => office.close());

interface Target {
  table: string;
  key: string;
  /** A column that bugs would like to change. */
  column: string;
}
const COLUMN: Record<string, string> = {
  settings: 'value',
  staff: 'name',
  credentials: 'hash',
  attachments: 'width',
  found_items: 'name',
  lost_reports: 'name',
  journal: 'actorName',
  journal_secrets: 'value',
};
const TARGETS: Target[] = [
  ...Object.entries(JOURNALLED).map(([table, { key }]) => ({ table, key, column: COLUMN[table]! })),
  { table: 'journal', key: 'seq', column: COLUMN.journal! },
  { table: 'journal_secrets', key: 'id', column: COLUMN.journal_secrets! },
];

/** Columns of a table as they are, with one expression put in place of a column. */
const columns = (table: string): string[] =>
  (db.pragma(`table_info(${table})`) as { name: string }[]).map((c) => c.name);
const selectWith = ({ table }: Target, put: Record<string, string>): string =>
  `SELECT ${columns(table)
    .map((name) => put[name] ?? name)
    .join(', ')} FROM ${table} ORDER BY rowid LIMIT 1`;

/** The bypass statements. Each would change a row if nothing stood in its way. */
const BYPASSES: Record<string, (t: Target) => string> = {
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
const VERSIONED: Record<string, (t: Target) => string> = {
  'UPDATE to the next version': ({ table, column }) =>
    `UPDATE ${table} SET ${column} = ${column} || '1', version = version + 1`,
  'INSERT of a new row': (t) =>
    `INSERT INTO ${t.table} ${selectWith(t, { [t.key]: `'new' || ${t.key}`, serialNo: "'SW209901-0001'", staffNo: "'S999'" })}`,
};

/** All that a table holds. */
const contents = (table: string): string =>
  JSON.stringify(db.prepare(`SELECT rowid AS "#", * FROM ${table} ORDER BY rowid`).all());

/** Runs a statement in a savepoint: did it throw, did it change the table? Leaves no trace. */
function attempt(table: string, statement: string): { threw: boolean; changed: boolean } {
  const before = contents(table);
  let threw = false;
  db.exec('SAVEPOINT bypass');
  try {
    db.exec(statement);
  } catch {
    threw = true;
  }
  const changed = contents(table) !== before;
  db.exec('ROLLBACK TO bypass');
  db.exec('RELEASE bypass');
  return { threw, changed };
}

describe('bypass statements are refused (C1)', () => {
  for (const target of TARGETS) {
    const versioned = target.table in JOURNALLED;
    const bypasses = Object.entries({ ...BYPASSES, ...(versioned ? VERSIONED : {}) });
    it(`${target.table}: ${bypasses.length} statements`, () => {
      for (const recursive of [1, 0]) {
        // 0: somebody else's connection, where triggers do not run for what REPLACE deletes.
        db.pragma(`recursive_triggers = ${recursive}`);
        for (const [name, make] of bypasses) {
          expect(attempt(target.table, make(target)), `${name} on ${target.table}`).toEqual({
            threw: true,
            changed: false,
          });
        }
      }
      db.pragma('recursive_triggers = 1');
    });

    it(`${target.table}: control, the same statements bite when the guards are gone`, () => {
      db.pragma('foreign_keys = OFF');
      db.pragma('ignore_check_constraints = ON');
      withoutGuards(db, () => {
        for (const [name, make] of bypasses) {
          expect(attempt(target.table, make(target)).changed, `${name} on ${target.table}`).toBe(true);
        }
      });
      db.pragma('ignore_check_constraints = OFF');
      db.pragma('foreign_keys = ON');
    });
  }

  it('journal: an INSERT anywhere but at the end, or on another chain, is refused', () => {
    const insert = (seq: string, prevHash: string): string =>
      `INSERT INTO journal ${selectWith({ table: 'journal', key: 'seq', column: '' }, { seq, prevHash })}`;
    for (const seq of [
      '1',
      '(SELECT max(seq) FROM journal)',
      '(SELECT max(seq) + 2 FROM journal)',
      '0',
      '-1',
    ]) {
      expect(attempt('journal', insert(seq, "'x'"))).toEqual({ threw: true, changed: false });
    }
    expect(attempt('journal', insert('(SELECT max(seq) + 1 FROM journal)', "'0000'"))).toEqual({
      threw: true,
      changed: false,
    });
  });

  it('journal_secrets: values can be erased, and only erased', () => {
    expect(attempt('journal_secrets', 'UPDATE journal_secrets SET value = NULL, salt = NULL').changed).toBe(
      true,
    );
    expect(
      attempt('journal_secrets', "UPDATE journal_secrets SET value = NULL, salt = NULL, digest = 'x'")
        .changed,
    ).toBe(false);
    expect(attempt('journal_secrets', 'UPDATE journal_secrets SET value = NULL').changed).toBe(false);
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
