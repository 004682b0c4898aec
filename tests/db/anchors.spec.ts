import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Anchors, findMark, markOf, readMark } from '../../electron/db/anchors';
import { headOf } from '../../electron/db/journal';
import { DATABASE_NAME } from '../../electron/db/office-file';
import { openRaw } from '../../electron/db/open';
import { verifyOffice } from '../../electron/db/verify';
import { newOffice, type TestOffice } from '../support/office';
import { fill } from './fill';

/** Anchors outside the database (trust.md C3): written cheaply, read sceptically, never in the way. */
let root: string;
let dir: string;
let stick: string;
let office: TestOffice;
let anchors: Anchors;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'deskbook-anchors-'));
  [dir, stick] = [join(root, 'office'), join(root, 'stick')];
  mkdirSync(stick);
  office = await newOffice({ dataDir: dir, settings: { anchorFolder: { path: stick } } });
  anchors = start(office);
});
afterEach(() => {
  anchors.closed();
  office.close();
  rmSync(root, { recursive: true, force: true });
});

function start(of: TestOffice): Anchors {
  const made = new Anchors(of.file.rawReader, dir);
  made.opened();
  of.door.deps.onCommit = (head, at) => made.committed(head, at);
  return made;
}
const seqsIn = (path: string): number[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { seq: number }).seq);
const kinds = (): string[] => verifyOffice(dir, () => {}).problems.map((problem) => problem.kind);
const stickFile = (ending: string): string =>
  join(stick, readdirSync(stick).find((name) => name.endsWith(ending))!);

describe('anchors', () => {
  it('follow the head after every commit, keep a line each hundred, at opening, printing and closing, in both folders', async () => {
    const first = seqsIn(join(dir, 'anchors', 'anchors.jsonl'));
    await fill(office, 120, 1);
    const head = headOf(office.file.raw);
    expect(seqsIn(join(dir, 'anchors', 'head.json'))).toEqual([head.seq]);
    expect(readdirSync(join(dir, 'anchors')).sort()).toEqual(['anchors.jsonl', 'head.json']);
    anchors.printed();
    const lines = seqsIn(join(dir, 'anchors', 'anchors.jsonl'));
    expect(lines.slice(0, first.length)).toEqual(first);
    expect(lines.at(-1)).toBe(head.seq);
    expect(lines.length).toBeGreaterThanOrEqual(first.length + Math.floor(head.seq / 100) - 1);
    await anchors.settled();
    expect(readdirSync(stick).every((name) => name.startsWith('示例物业服务有限公司-'))).toBe(true);
    expect(seqsIn(stickFile('head.json'))).toEqual([head.seq]);
    expect(seqsIn(stickFile('anchors.jsonl')).at(-1)).toBe(head.seq);
    expect(verifyOffice(dir, () => {})).toMatchObject({ ok: true });
    expect(verifyOffice(dir, () => {}).anchors).toBeGreaterThan(2);
  });

  it('know an older file put in place, from either folder alone, and say so at the next start', async () => {
    await fill(office, 30, 1);
    office.file.raw.prepare('VACUUM INTO ?').run(join(root, 'old.sqlite'));
    await fill(office, 30, 2);
    anchors.closed();
    office.close();
    rmSync(join(dir, `${DATABASE_NAME}-wal`), { force: true });
    cpSync(join(root, 'old.sqlite'), join(dir, DATABASE_NAME));
    expect(kinds()).toEqual(['rolledBack']);
    renameSync(join(dir, 'anchors'), join(root, 'hidden'));
    expect(kinds()).toEqual(['rolledBack']);
    renameSync(stick, join(root, 'unplugged'));
    expect(kinds()).toEqual([]);
    renameSync(join(root, 'hidden'), join(dir, 'anchors'));
    const raw = openRaw(join(dir, DATABASE_NAME), 'existing');
    const again = new Anchors(raw, dir);
    expect(again.opened().sort()).toEqual(['anchors.rolledBack', 'anchors.secondMissing']);
    again.closed();
    raw.close();
    // What the next start wrote did not wipe the evidence away.
    expect(kinds()).toEqual(['rolledBack']);
  });

  it('survive an unplugged folder and catch up when it is back', async () => {
    await anchors.settled();
    renameSync(stick, join(root, 'away'));
    await fill(office, 60, 1);
    await anchors.settled();
    expect([...anchors.banners]).toEqual(['anchors.secondMissing']);
    renameSync(join(root, 'away'), stick);
    await fill(office, 30, 2);
    await anchors.settled();
    expect([...anchors.banners]).toEqual([]);
    expect(seqsIn(stickFile('head.json'))).toEqual([headOf(office.file.raw).seq]);
  });

  it('read past torn and foreign lines', async () => {
    await fill(office, 30, 1);
    await anchors.settled();
    appendFileSync(join(dir, 'anchors', 'anchors.jsonl'), '{"seq": 12, "ha');
    writeFileSync(join(stick, `x-${'0'.repeat(12)}-anchors.jsonl`), '{"seq":999999,"hash":"","at":""}\n');
    writeFileSync(join(dir, 'anchors', 'head.json'), '\0\0\0\0');
    expect(kinds()).toEqual([]);
  });

  it('make no files for an office in memory', async () => {
    const memory = await newOffice();
    const none = new Anchors(memory.file.raw, ':memory:');
    expect(none.opened()).toEqual([]);
    none.committed(headOf(memory.file.raw), memory.now());
    none.printed();
    none.closed();
    memory.close();
    expect(existsSync(':memory:')).toBe(false);
  });
});

describe('marks on paper', () => {
  it('are found again however they are typed', async () => {
    await fill(office, 30, 1);
    const head = headOf(office.file.raw);
    const mark = markOf(head);
    expect(mark).toMatch(/^#\d+·[0-9a-f]{16}$/);
    for (const typed of [mark, ` ${mark.slice(1)} `, mark.replace('·', ' '), mark.toUpperCase()]) {
      expect(findMark(office.file.rawReader, typed)).toMatchObject({ found: 'match', seq: head.seq });
    }
    expect(findMark(office.file.rawReader, `#${head.seq}·${'0'.repeat(16)}`).found).toBe('differs');
    expect(findMark(office.file.rawReader, `#${head.seq + 1}·${'0'.repeat(16)}`).found).toBe('beyond');
    for (const typed of ['', '#12', '#12·zzzz', '#0·0000000000000000']) {
      expect(findMark(office.file.rawReader, typed).found).toBe('unreadable');
    }
    expect(readMark('nothing')).toBeNull();
  });
});
