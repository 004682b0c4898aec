import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headOf } from '../../electron/db/journal';
import { HEAD_VERSION, migrate } from '../../electron/db/migrate';
import { STEPS } from '../../electron/db/migrations';
import { DATABASE_NAME, openOffice } from '../../electron/db/office-file';
import { OpenRefused, openRaw } from '../../electron/db/open';
import { verifyOffice } from '../../electron/db/verify';
import { fill } from '../db/fill';
import { newOffice } from '../support/office';
import { bundle, runAndKill } from './child';
import { NEXT_STEP, SYNTHETIC_ROWS_PER_ITEM } from './next-step';

/** trust.md A5: a migration is all or nothing, keeps a verified copy, and a newer file is left alone. */
const KILLS = Number(process.env.KILLS ?? 14);
const NOW = '2027-01-01T00:00:00.000Z';

let root: string;
let items: number;
let head: string;
let child: string;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'deskbook-a5-'));
  const office = await newOffice({ dataDir: join(root, 'office') });
  await fill(office, 150, 5);
  items = (office.file.raw.prepare('SELECT count(*) AS n FROM found_items').get() as { n: number }).n;
  head = headOf(office.file.raw).hash;
  office.close();
  child = await bundle('child-migrate');
}, 120_000);
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
  rmSync(join(child, '..'), { recursive: true, force: true });
});

let copies = 0;
function copyOffice(): string {
  copies += 1;
  const dir = join(root, `copy-${copies}`);
  cpSync(join(root, 'office'), dir, { recursive: true });
  return dir;
}
const sha = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
function codeOf(work: () => void): string {
  try {
    work();
  } catch (error) {
    return error instanceof OpenRefused ? error.code : String(error);
  }
  return 'opened';
}

describe('migration (A5)', () => {
  it('leaves a newer file byte for byte as it is, a log beside it too', () => {
    const dir = copyOffice();
    const path = join(dir, DATABASE_NAME);
    const db = new Database(path);
    db.pragma(`user_version = ${HEAD_VERSION + 10}`);
    db.close();
    const before = sha(path);
    expect(codeOf(() => openOffice(dir, 'existing', NOW))).toBe('newer');
    expect(codeOf(() => verifyOffice(dir, () => {}))).toBe('newer');
    expect(sha(path)).toBe(before);

    // The newer program crashed: its version stands in the log only, and must not be folded into the file by us.
    const crashed = copyOffice();
    const crashedPath = join(crashed, DATABASE_NAME);
    const writer = openRaw(crashedPath, 'existing');
    writer.pragma('wal_autocheckpoint = 0');
    writer.pragma(`user_version = ${HEAD_VERSION + 10}`);
    const dead = join(root, 'crashed');
    cpSync(crashed, dead, { recursive: true });
    writer.close();
    const log = join(dead, `${DATABASE_NAME}-wal`);
    const parts = [sha(join(dead, DATABASE_NAME)), sha(log)];
    expect(codeOf(() => openOffice(dead, 'existing', NOW))).toBe('newer');
    expect([sha(join(dead, DATABASE_NAME)), sha(log)]).toEqual(parts);
  });

  it('rolls a failing step back whole and keeps the copy', () => {
    const dir = copyOffice();
    const broken = { ...NEXT_STEP, sql: `${NEXT_STEP.sql}\nINSERT INTO nowhere VALUES (1);` };
    const db = openRaw(join(dir, DATABASE_NAME), 'existing');
    expect(() => migrate(db, NOW, [...STEPS, broken])).toThrow(/nowhere/);
    expect(stateOf(db)).toBe('old');
    const dangling = {
      ...NEXT_STEP,
      sql: "PRAGMA defer_foreign_keys = ON; CREATE TABLE child (id TEXT REFERENCES staff (id)) STRICT; INSERT INTO child VALUES ('nobody');",
    };
    expect(codeOf(() => migrate(db, '2027-01-02T00:00:00.000Z', [...STEPS, dangling]))).not.toBe('opened');
    expect(stateOf(db)).toBe('old');
    db.close();
    expect(verifyOffice(dir, () => {}).problems).toEqual([]);
  });

  it('refuses a database whose applied step is not the one released', () => {
    const dir = copyOffice();
    const db = openRaw(join(dir, DATABASE_NAME), 'existing');
    const other = STEPS.map((step) => ({ ...step, sql: `${step.sql} ` }));
    expect(codeOf(() => migrate(db, NOW, other))).toBe('damaged');
    db.close();
  });

  it('makes a verified copy first', () => {
    const dir = copyOffice();
    const db = openRaw(join(dir, DATABASE_NAME), 'existing');
    expect(migrate(db, NOW, [...STEPS, NEXT_STEP])).toEqual({ from: HEAD_VERSION, to: NEXT_STEP.version });
    expect(stateOf(db)).toBe('new');
    db.close();
    const kept = readdirSync(join(dir, 'before-migration'));
    expect(kept).toEqual([`deskbook-v${HEAD_VERSION}-2027-01-01T000000000Z.sqlite`]);
    const copy = new Database(join(dir, 'before-migration', kept[0]!), { readonly: true });
    expect(headOf(copy).hash).toBe(head);
    expect(stateOf(copy)).toBe('old');
    copy.close();
  });

  it(`is old or new, never between, after ${KILLS} kills`, { timeout: 600_000 }, async () => {
    // How long a whole run takes here tells where the kills may fall.
    const whole = copyOffice();
    const started = performance.now();
    expect((await runAndKill(child, [whole], 600_000)).lines).toEqual(['start', 'done']);
    const longest = performance.now() - started;
    const seen = { old: 0, new: 0 };
    for (let kill = 0; kill < KILLS; kill += 1) {
      const dir = copyOffice();
      await runAndKill(child, [dir], (longest * kill) / KILLS);
      const db = openRaw(join(dir, DATABASE_NAME), 'existing');
      const state = stateOf(db);
      expect(headOf(db).hash).toBe(head);
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      if (state === 'old') migrate(db, NOW, [...STEPS, NEXT_STEP]);
      expect(stateOf(db)).toBe('new');
      db.close();
      seen[state] += 1;
      rmSync(dir, { recursive: true, force: true });
    }
    expect(seen.old).toBeGreaterThan(0);
  });
});

/** `old` or `new`; throws at anything between. */
function stateOf(db: Database.Database): 'old' | 'new' {
  const version = db.pragma('user_version', { simple: true });
  const steps = (
    db.prepare('SELECT version FROM migrations ORDER BY version').all() as { version: number }[]
  ).map((row) => row.version);
  const table = db.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE tbl_name = 'synthetic'").get() as {
    n: number;
  };
  if (version === HEAD_VERSION) {
    expect(steps).toEqual(STEPS.map((step) => step.version));
    expect(table.n).toBe(0);
    return 'old';
  }
  expect(version).toBe(NEXT_STEP.version);
  expect(steps).toEqual([...STEPS.map((step) => step.version), NEXT_STEP.version]);
  expect((db.prepare('SELECT count(*) AS n FROM synthetic').get() as { n: number }).n).toBe(
    items * SYNTHETIC_ROWS_PER_ITEM,
  );
  expect(existsSync(join(db.name, '..', 'before-migration'))).toBe(true);
  return 'new';
}
