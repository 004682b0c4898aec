import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { peek } from '../../electron/backup/check';
import { BackupRefused } from '../../electron/backup/refused';
import { decide, finishRestore, livingHead, stage, untoldRestore } from '../../electron/backup/restore';
import { tellRestore } from '../../electron/backup/tell';
import { Anchors } from '../../electron/db/anchors';
import { DATABASE_NAME, openOffice } from '../../electron/db/office-file';
import { verifyOffice } from '../../electron/db/verify';
import { fill } from '../db/fill';
import type { TestOffice } from '../support/office';
import { type Bench, backUp, bench, dumpOf, filled, PASSPHRASE } from './support';

/** trust.md B2: a restore never destroys, and ends with the old office or the new one. */
let place: Bench;
let office: TestOffice;
const AT = '2026-11-28T01:00:00.000Z';
beforeEach(async () => {
  place = bench('restore');
  office = await filled(place.dataDir, 40);
});
afterEach(() => place.remove());

async function restore(path: string, dataDir = place.dataDir): Promise<void> {
  const { key } = await peek(path, PASSPHRASE);
  const staged = stage(dataDir, path, key)!;
  expect(staged.problems).toBe(0);
  decide(dataDir, {
    at: AT,
    by: { id: 'x', name: '管理员' },
    second: null,
    madeAt: staged.manifest.madeAt,
    sha256: staged.sha256,
    head: staged.manifest.head,
    replaced: livingHead(dataDir),
  });
  finishRestore(dataDir);
}

describe('restoring', () => {
  it('brings back the office as it was, row by row, keeps what was there, and tells the journal', async () => {
    const anchors = new Anchors(office.file.raw, place.dataDir);
    anchors.opened();
    office.door.deps.onCommit = (head, at) => anchors.committed(head, at);
    const before = dumpOf(place.dataDir);
    const made = await backUp(place);
    await fill(office, 20, 2);
    const later = dumpOf(place.dataDir);
    expect(later).not.toBe(before);
    anchors.closed();
    office.close();

    await restore(made.path);
    expect(dumpOf(place.dataDir)).toBe(before);
    const [aside] = readdirSync(join(place.dataDir, 'aside'));
    expect(dumpOf(join(place.dataDir, 'aside', aside!))).toBe(later);
    expect(existsSync(join(place.dataDir, 'restore-work'))).toBe(false);

    const file = openOffice(place.dataDir, 'existing', AT);
    tellRestore(file, '前台一');
    expect(untoldRestore(place.dataDir)).toBeNull();
    const line = file.raw
      .prepare("SELECT actorName, change FROM journal WHERE register = 'office' AND entryId = 'restore'")
      .get() as { actorName: string; change: string };
    expect(line.actorName).toBe('管理员');
    expect(JSON.parse(line.change)).toMatchObject({ what: 'restored', sha256: made.sha256 });
    // The anchors of the chain that was put aside are explained; no false alarm for ever after.
    const again = new Anchors(file.raw, place.dataDir);
    expect(again.opened()).toEqual([]);
    again.closed();
    file.close();
    expect(verifyOffice(place.dataDir, () => {}).problems).toEqual([]);
  });

  it('an older file put in place by hand is still seen: only a restore explains it', async () => {
    const anchors = new Anchors(office.file.raw, place.dataDir);
    anchors.opened();
    office.door.deps.onCommit = (head, at) => anchors.committed(head, at);
    office.file.raw.prepare('VACUUM INTO ?').run(join(place.dir, 'older.sqlite'));
    await fill(office, 10, 3);
    anchors.closed();
    office.close();
    writeFileSync(join(place.dataDir, DATABASE_NAME), readFileSync(join(place.dir, 'older.sqlite')));
    expect(verifyOffice(place.dataDir, () => {}).problems.map(({ kind }) => kind)).toEqual(['rolledBack']);
  });

  it('works into an empty folder and over a destroyed database', async () => {
    const before = dumpOf(place.dataDir);
    const made = await backUp(place);
    office.close();
    const elsewhere = join(place.dir, 'new machine');
    await restore(made.path, elsewhere);
    expect(dumpOf(elsewhere)).toBe(before);
    expect(verifyOffice(elsewhere, () => {}).problems).toEqual([]);

    truncateSync(join(place.dataDir, DATABASE_NAME), 5000);
    await restore(made.path);
    expect(dumpOf(place.dataDir)).toBe(before);
  });

  it('touches nothing when the backup is refused or staging is cancelled', async () => {
    const made = await backUp(place);
    const before = dumpOf(place.dataDir);
    const bytes = readFileSync(made.path);
    bytes[bytes.length - 200] = bytes[bytes.length - 200]! ^ 1;
    const broken = join(place.dir, 'broken.deskbook');
    writeFileSync(broken, bytes);
    const { key } = await peek(broken, PASSPHRASE);
    expect(() => stage(place.dataDir, broken, key)).toThrow(BackupRefused);
    expect(stage(place.dataDir, made.path, key, undefined, () => true)).toBeNull();
    finishRestore(place.dataDir);
    office.close();
    expect(dumpOf(place.dataDir)).toBe(before);
    expect(existsSync(join(place.dataDir, 'aside'))).toBe(false);
  });

  it('a decided restore is finished by the next opening, whatever had been done of it', async () => {
    const before = dumpOf(place.dataDir);
    const made = await backUp(place);
    await fill(office, 5, 4);
    office.close();
    const { key } = await peek(made.path, PASSPHRASE);
    stage(place.dataDir, made.path, key);
    decide(place.dataDir, {
      at: AT,
      by: { id: 'x', name: '管理员' },
      second: null,
      madeAt: made.manifest.madeAt,
      sha256: made.sha256,
      head: made.manifest.head,
      replaced: null,
    });
    // As if the power had gone after the first rename.
    const aside = join(place.dataDir, 'aside', '20261128010000');
    mkdirSync(aside, { recursive: true });
    writeFileSync(join(aside, DATABASE_NAME), readFileSync(join(place.dataDir, DATABASE_NAME)));
    writeFileSync(join(place.dataDir, DATABASE_NAME), '');
    finishRestore(place.dataDir);
    finishRestore(place.dataDir);
    expect(dumpOf(place.dataDir)).toBe(before);
  });
});
