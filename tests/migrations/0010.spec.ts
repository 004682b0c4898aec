import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headOf } from '../../electron/db/journal';
import { HEAD_VERSION } from '../../electron/db/migrate';
import { DATABASE_NAME, openOffice } from '../../electron/db/office-file';
import { find } from '../../electron/db/search';
import { verifyOffice } from '../../electron/db/verify';
import { type FixtureFacts, makeFixture } from './make-fixture';

/** The released office of schema 10 opens in this version with everything in it (trust.md A5). */
const FIXTURE = join(import.meta.dirname, '..', 'fixtures', 'deskbook-v10.sqlite');
const QUERIES = ['雨伞', 'zw', 'SW202611', '138', '电梯厅', 'airpods', '1'];

function serialsFor(db: Database.Database): FixtureFacts['finds'] {
  const serial = db.prepare(
    'SELECT serialNo FROM found_items WHERE id = @id UNION ALL SELECT serialNo FROM lost_reports WHERE id = @id',
  );
  return Object.fromEntries(
    QUERIES.map((typed) => [
      typed,
      find(db, { typed, limit: 20 }).map(
        (hit) => (serial.get({ id: hit.entryId }) as { serialNo: string }).serialNo,
      ),
    ]),
  );
}

let dir: string;
let facts: FixtureFacts;
beforeAll(async () => {
  if (process.env.MAKE_FIXTURE) {
    await makeFixture(FIXTURE, (path) => {
      const db = new Database(path, { readonly: true });
      const finds = serialsFor(db);
      db.close();
      return finds;
    });
  }
  facts = JSON.parse(readFileSync(FIXTURE.replace(/\.sqlite$/, '.json'), 'utf8')) as FixtureFacts;
  dir = mkdtempSync(join(tmpdir(), 'deskbook-m10-'));
  mkdirSync(join(dir, 'office'));
  cpSync(FIXTURE, join(dir, 'office', DATABASE_NAME));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('schema 10', () => {
  it('opens at the head version with its rows, its chain and its index', () => {
    const file = openOffice(join(dir, 'office'), 'existing', '2027-01-01T00:00:00.000Z');
    expect(facts.version).toBe(10);
    expect(file.raw.pragma('user_version', { simple: true })).toBe(HEAD_VERSION);
    expect(headOf(file.raw)).toEqual(facts.head);
    for (const [table, rows] of Object.entries(facts.rows)) {
      expect(file.raw.prepare(`SELECT count(*) AS n FROM ${table}`).get(), table).toEqual({ n: rows });
    }
    expect(serialsFor(file.rawReader)).toEqual(facts.finds);
    for (const typed of QUERIES) expect(facts.finds[typed]!.length, typed).toBeGreaterThan(0);
    file.close();
  });

  it('verifies, photos apart (the fixture is the database alone)', () => {
    const verdict = verifyOffice(join(dir, 'office'), () => {});
    expect([...new Set(verdict.problems.map((problem) => problem.kind))]).toEqual(['attachmentMissing']);
    expect(verdict.journal).toBe(facts.head.seq);
  });
});
