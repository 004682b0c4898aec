import { randomFillSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Anchors } from '../../electron/db/anchors';
import { Journal } from '../../electron/db/journal';
import { verifyFile } from '../../electron/db/verify';
import { attachmentPath } from '../../electron/db/verify-file';
import type { Verdict } from '../../shared/registers/journal';
import { Dice, fill } from '../db/fill';
import { newOffice } from '../support/office';
import { withoutGuards } from './guards';
import { TAMPERS, type Tamper } from './tamper-kinds';

/** trust.md C2: whoever edits the file outside the app is seen. The same tampers each run, so that a gate is repeatable; TAMPER_SEED (a number, or `new`) tries others. */
const SEED =
  process.env.TAMPER_SEED === 'new' ? Date.now() % 1_000_000 : Number(process.env.TAMPER_SEED ?? 20_261_121);
const RUNS = Number(process.env.TAMPER_RUNS ?? 300);
const ENTRIES = 500;

let dir: string;
/** The whole office, and the same office at half its life, as plain database files. */
let whole: Buffer;
let half: Buffer;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'deskbook-c2-'));
  const office = await newOffice({ dataDir: dir });
  const anchors = new Anchors(office.file.raw, dir);
  anchors.opened();
  office.door.deps.onCommit = (head, at) => anchors.committed(head, at);
  const snapshot = (name: string): Buffer => {
    office.file.raw.prepare('VACUUM INTO ?').run(join(dir, name));
    return readFileSync(join(dir, name));
  };
  await fill(office, ENTRIES / 2, 1);
  half = snapshot('half.sqlite');
  await fill(office, ENTRIES / 2, 2);
  whole = snapshot('whole.sqlite');
  anchors.closed();
  office.close();
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const open = (bytes: Buffer): Database.Database => {
  const db = new Database(bytes);
  db.pragma('foreign_keys = OFF');
  db.pragma('ignore_check_constraints = ON');
  return db;
};
/** The index's haystacks as one text. */
const wordsOf = (db: Database.Database): string => {
  const rows = db.prepare('SELECT hex(words) AS w FROM search_entries ORDER BY id').all() as { w: string }[];
  return rows.map((row) => row.w).join();
};
const kindsOf = (verdict: Verdict): string[] => [...new Set(verdict.problems.map((problem) => problem.kind))];

/** A tamper that a UNIQUE column refuses half-way is undone and tried elsewhere. */
function attempt(db: Database.Database, tamper: Tamper, dice: Dice): string[] | null {
  db.exec('SAVEPOINT attempt');
  try {
    return tamper.act(db, dice);
  } catch (error) {
    if (!(error instanceof Database.SqliteError) || !error.code.startsWith('SQLITE_CONSTRAINT')) throw error;
    db.exec('ROLLBACK TO attempt');
    return null;
  } finally {
    db.exec('RELEASE attempt');
  }
}

describe(`tampering is seen (C2, seed ${SEED})`, () => {
  it('control: an untouched office verifies, and so does one whose guards went and came back', () => {
    const db = open(whole);
    const before = verifyFile(db, dir);
    expect(before.problems).toEqual([]);
    expect(before.journal).toBeGreaterThan(1_000);
    expect(before.anchors).toBeGreaterThan(10);
    withoutGuards(db, () => {});
    expect(verifyFile(db, dir).problems).toEqual([]);
    db.close();
  });

  it(`finds all of ${RUNS} random tampers with SQL, and calls them by a right name`, {
    timeout: 600_000,
  }, () => {
    const dice = new Dice(SEED);
    const used = new Map<string, number>();
    for (let run = 0; run < RUNS; run += 1) {
      const tamper = TAMPERS[run % TAMPERS.length]!;
      const db = open(whole);
      let right: string[] | null = null;
      withoutGuards(db, () => {
        for (let tries = 0; right === null && tries < 500; tries += 1) right = attempt(db, tamper, dice);
      });
      tamper.afterGuards?.(db, dice);
      expect(right, `${tamper.name}: nothing to tamper with`).not.toBeNull();
      const found = kindsOf(verifyFile(db, dir));
      expect(
        found.some((kind) => right!.includes(kind)),
        `run ${run}, ${tamper.name}: found [${found.join()}], right were [${right!.join()}]`,
      ).toBe(true);
      used.set(tamper.name, (used.get(tamper.name) ?? 0) + 1);
      db.close();
    }
    expect(used.size).toBe(TAMPERS.length);
  });

  it('finds one byte changed in the file, wherever text of the evidence stands', () => {
    const dice = new Dice(SEED + 1);
    const db = open(whole);
    const sources = [
      'SELECT hash AS v FROM journal',
      'SELECT name AS v FROM found_items',
      'SELECT finderName AS v FROM found_items WHERE length(finderName) > 2',
      'SELECT reporterPhone AS v FROM lost_reports',
      'SELECT change AS v FROM journal',
      'SELECT hash AS v FROM credentials',
      'SELECT value AS v FROM journal_secrets WHERE length(value) > 6',
    ];
    const values = sources.map((sql) => (db.prepare(sql).all() as { v: string }[]).map((row) => row.v));
    const words = wordsOf(db);
    db.close();
    let tried = 0;
    for (let run = 0; run < 70; run += 1) {
      const text = Buffer.from(dice.pick(values[run % values.length]!));
      const bytes = Buffer.from(whole);
      const places: number[] = [];
      for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) places.push(at);
      if (places.length === 0) continue;
      const at = dice.pick(places) + dice.roll(text.length);
      bytes[at] = bytes[at]! ^ (1 << dice.roll(5));
      const copy = open(bytes);
      // The search index repeats names; it is no evidence, and its own damage is another test's.
      if (wordsOf(copy) !== words) continue;
      const verdict = verifyFile(copy, dir);
      copy.close();
      expect(verdict.ok, `run ${run}: byte ${at} of "${text.toString().slice(0, 60)}"`).toBe(false);
      tried += 1;
    }
    expect(tried).toBeGreaterThan(40);
  });

  it('knows an older copy put in place, and one that went on from there', () => {
    const older = open(half);
    expect(kindsOf(verifyFile(older, dir))).toEqual(['rolledBack']);
    const hand = { at: '2027-01-01T00:00:00.000Z', station: '前台一', actorId: 'x', actorName: 'x', op: 'x' };
    const journal = new Journal(older, hand, randomFillSync);
    for (let n = 0; n < 200; n += 1) journal.note('foundItems', 'F01/2026-12', { kind: 'VIEW' });
    expect(kindsOf(verifyFile(older, dir))).toContain('chainReplaced');
    older.close();
  });

  it('knows a photo that is gone or is another picture', () => {
    const db = open(whole);
    const { sha256 } = db.prepare('SELECT sha256 FROM attachments LIMIT 1').get() as { sha256: string };
    const path = attachmentPath(dir, sha256);
    const bytes = readFileSync(path);
    writeFileSync(path, Buffer.concat([bytes, Buffer.from([0])]));
    expect(kindsOf(verifyFile(db, dir))).toEqual(['attachmentEdited']);
    rmSync(path);
    expect(kindsOf(verifyFile(db, dir))).toEqual(['attachmentMissing']);
    writeFileSync(path, bytes);
    expect(verifyFile(db, dir).ok).toBe(true);
    db.close();
  });
});
