import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_NAME, openOffice } from '../../electron/db/office-file';
import { OpenRefused } from '../../electron/db/open';
import { verifyOffice } from '../../electron/db/verify';
import { newOffice } from '../support/office';

/** trust.md A6: a wrong file is refused in plain words and stays as it is; no new empty office grows in its place. */
const NOW = '2026-11-21T02:00:00.000Z';
let root: string;
let ours: Buffer;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'deskbook-a6-'));
  const office = await newOffice({ dataDir: join(root, 'office') });
  office.close();
  ours = readFileSync(join(root, 'office', DATABASE_NAME));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A database of some other program. */
function foreign(): Buffer {
  const path = join(root, 'foreign.sqlite');
  const db = new Database(path);
  db.exec("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT); INSERT INTO notes (text) VALUES ('mine')");
  db.close();
  return readFileSync(path);
}
/** The smallest ZIP: one stored file. */
const zip = (): Buffer =>
  Buffer.concat([
    Buffer.from('504b0304140000000000', 'hex'),
    Buffer.alloc(200, 1),
    Buffer.from('504b0506', 'hex'),
    Buffer.alloc(18),
  ]);
const withId = (id: number): Buffer => {
  const bytes = Buffer.from(ours);
  bytes.writeUInt32BE(id, 68);
  return bytes;
};

const WRONG: [name: string, bytes: () => Buffer, code: string][] = [
  ['an empty file', () => Buffer.alloc(0), 'notOurs'],
  ['one byte', () => Buffer.from('S'), 'notOurs'],
  ['a text file', () => Buffer.from('捡拾物品登记\n'.repeat(50)), 'notOurs'],
  ['a ZIP', zip, 'notOurs'],
  ["another program's database", foreign, 'notOurs'],
  ['ours with another application id', () => withId(0x12345678), 'notOurs'],
  ['ours cut to half', () => ours.subarray(0, Math.floor(ours.length / 2)), 'damaged'],
  ['ours cut to its header', () => ours.subarray(0, 100), 'damaged'],
  [
    'ours with a ruined first page',
    () => Buffer.concat([ours.subarray(0, 100), Buffer.alloc(3_000, 7), ours.subarray(3_100)]),
    'damaged',
  ],
];

describe('the right file (A6)', () => {
  for (const [name, bytes, code] of WRONG) {
    it(`refuses ${name} and leaves it alone`, () => {
      const dir = join(root, name.replace(/\W+/g, '-'));
      mkdirSync(dir);
      const path = join(dir, DATABASE_NAME);
      writeFileSync(path, bytes());
      const sha = (): string => createHash('sha256').update(readFileSync(path)).digest('hex');
      const before = sha();
      expect(codeOf(() => openOffice(dir, 'existing', NOW))).toBe(code);
      expect(codeOf(() => openOffice(dir, 'create', NOW))).toBe('notOurs');
      expect(sha()).toBe(before);
      expect(readdirSync(dir).filter((file) => !/-(wal|shm)$/.test(file))).toEqual([DATABASE_NAME]);
      // The verifier says so too: refused, or a finding; never "ok", never a crash.
      try {
        expect(verifyOffice(dir, () => {}).problems[0]?.kind).toBe('fileDamaged');
      } catch (error) {
        expect(['notOurs', code]).toContain((error as OpenRefused).code);
      }
    });
  }

  it('refuses a missing file and makes none', () => {
    const dir = join(root, 'nothing');
    expect(codeOf(() => openOffice(dir, 'existing', NOW))).toBe('missing');
    expect(existsSync(join(dir, DATABASE_NAME))).toBe(false);
  });

  it('control: the very same bytes unharmed are opened', () => {
    const dir = join(root, 'sound');
    mkdirSync(dir);
    writeFileSync(join(dir, DATABASE_NAME), ours);
    openOffice(dir, 'existing', NOW).close();
    expect(verifyOffice(dir, () => {}).ok).toBe(true);
  });
});

function codeOf(work: () => void): string {
  try {
    work();
  } catch (error) {
    return error instanceof OpenRefused ? error.code : `other: ${String(error)}`;
  }
  return 'opened';
}
