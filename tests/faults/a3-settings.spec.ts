import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assertSettings, OpenRefused, openRaw } from '../../electron/db/open';

/** trust.md A3: settings are really in force, or the program does not start. */
let dir: string;
let db: Database.Database;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'deskbook-a3-'));
  db = openRaw(join(dir, 'a.sqlite'), 'create');
});
afterAll(() => {
  db.close();
  rmSync(dir, { recursive: true, force: true });
});

const WRONG: [pragma: string, wrong: string, right: string][] = [
  ['synchronous', 'NORMAL', 'FULL'],
  ['synchronous', 'OFF', 'FULL'],
  ['foreign_keys', 'OFF', 'ON'],
  ['recursive_triggers', 'OFF', 'ON'],
  ['trusted_schema', 'ON', 'OFF'],
  ['cell_size_check', 'OFF', 'ON'],
  ['secure_delete', 'OFF', 'ON'],
  ['secure_delete', 'FAST', 'ON'],
  ['journal_mode', 'DELETE', 'WAL'],
  ['journal_mode', 'TRUNCATE', 'WAL'],
  ['journal_mode', 'MEMORY', 'WAL'],
];

describe('settings in force (A3)', () => {
  it('control: as opened they are right, also for a reader', () => {
    assertSettings(db);
    const reader = openRaw(join(dir, 'a.sqlite'), 'readonly');
    assertSettings(reader);
    reader.close();
  });

  it('control: what SQLite does by itself would be refused', () => {
    const plain = new Database(join(dir, 'plain.sqlite'));
    expect(() => assertSettings(plain)).toThrow(OpenRefused);
    plain.close();
  });

  for (const [pragma, wrong, right] of WRONG) {
    it(`refuses ${pragma} = ${wrong}`, () => {
      db.pragma(`${pragma} = ${wrong}`);
      expect(() => assertSettings(db)).toThrow(/^settings: /);
      db.pragma(`${pragma} = ${right}`);
      assertSettings(db);
    });
  }
});
