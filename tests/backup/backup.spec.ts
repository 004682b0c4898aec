import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBackup, peek } from '../../electron/backup/check';
import { newRecoveryKey, passphraseHolder, recoveryHalf } from '../../electron/backup/keys';
import { BackupRefused } from '../../electron/backup/refused';
import { type BackupMade, backupName, makeBackup } from '../../electron/backup/write';
import type { TestOffice } from '../support/office';
import { type Bench, backUp, bench, filled, PASSPHRASE, RECOVERY } from './support';

/** S101, trust.md B1 and D7: one encrypted file that is whole or is refused. */
let place: Bench;
let office: TestOffice;
let made: BackupMade;
beforeAll(async () => {
  place = bench('backup');
  office = await filled(place.dataDir, 60);
  made = await backUp(place);
});
afterAll(() => {
  office.close();
  place.remove();
});

/** The code with which reading a file is refused; `whole` when it is not. */
async function refusalOf(path: string, secret = PASSPHRASE): Promise<string> {
  try {
    await checkBackup(path, secret);
    return 'whole';
  } catch (error) {
    if (error instanceof BackupRefused) return error.code;
    throw error;
  }
}
const spoiled = (change: (bytes: Buffer) => Buffer): string => {
  const path = join(place.dir, 'spoiled.deskbook');
  writeFileSync(path, change(readFileSync(made.path)));
  return path;
};

describe('a backup', () => {
  it('holds the whole office and is proven before it has its name', async () => {
    const checked = await checkBackup(made.path, PASSPHRASE);
    const counts = checked!.manifest.counts;
    const there = (table: string): number =>
      Number(office.file.rawReader.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
    expect(counts.journal).toBe(there('journal'));
    expect(counts.found_items).toBe(there('found_items'));
    expect(counts.found_items).toBeGreaterThan(20);
    expect(checked!.manifest.attachments.files).toBe(there('attachments'));
    expect(checked!.manifest.attachments.files).toBeGreaterThan(0);
    expect(checked!.sha256).toBe(made.sha256);
    expect(readdirSync(place.stick)).toEqual(['one.deskbook']);
    expect(existsSync(join(place.dataDir, 'backup-work'))).toBe(false);
  });

  it('is opened by the passphrase and by the printed recovery key, however it is typed, and by nothing else', async () => {
    expect(await refusalOf(made.path, RECOVERY)).toBe('whole');
    expect(await refusalOf(made.path, RECOVERY.toLowerCase().replaceAll('-', ' ').replace('0', 'o'))).toBe(
      'whole',
    );
    expect(await refusalOf(made.path, `${PASSPHRASE} `)).toBe('wrongSecret');
    expect(await refusalOf(made.path, newRecoveryKey())).toBe('wrongSecret');
    expect(await refusalOf(made.path, '')).toBe('wrongSecret');
  });

  it('shows nothing of the office to somebody without a secret', () => {
    const bytes = readFileSync(made.path);
    const row = office.file.rawReader
      .prepare('SELECT name, finderName, foundPlace FROM found_items LIMIT 1')
      .get() as Record<string, string>;
    for (const text of [...Object.values(row), 'SQLite format 3', 'found_items', '示例物业'])
      expect(bytes.includes(Buffer.from(text)), text).toBe(false);
  });

  it('is refused when any byte is changed, wherever it stands', async () => {
    const { key } = await peek(made.path, PASSPHRASE);
    expect(key.length).toBe(32);
    const size = made.bytes;
    const codes = new Set<string>();
    for (let i = 0; i < 60; i += 1) {
      const at = Math.floor((size * i) / 60);
      const path = spoiled((bytes) => {
        bytes[at] = bytes[at]! ^ 0x10;
        return bytes;
      });
      const code = await refusalOf(path);
      expect(code, `byte ${at}`).not.toBe('whole');
      codes.add(code);
    }
    expect([...codes]).toContain('damaged');
  }, 120_000);

  it('is refused when it is cut, doubled or has its chunks moved', async () => {
    expect(await refusalOf(spoiled((bytes) => bytes.subarray(0, 0)))).toBe('notABackup');
    expect(await refusalOf(spoiled((bytes) => bytes.subarray(0, 12)))).toBe('notABackup');
    for (const part of [0.3, 0.6, 0.9])
      expect(await refusalOf(spoiled((bytes) => bytes.subarray(0, Math.floor(bytes.length * part))))).toBe(
        'cutShort',
      );
    expect(await refusalOf(spoiled((bytes) => bytes.subarray(0, -1)))).toBe('cutShort');
    expect(await refusalOf(spoiled((bytes) => Buffer.concat([bytes, Buffer.alloc(1)])))).toBe('damaged');
    expect(await refusalOf(spoiled(() => Buffer.from('SQLite format 3\0 is no backup of ours')))).toBe(
      'notABackup',
    );
  });

  it('says plainly that it comes from a newer program', async () => {
    const path = spoiled((bytes) => {
      const text = bytes.toString('latin1').replace('"format":1', '"format":9');
      return Buffer.from(text, 'latin1');
    });
    expect(await refusalOf(path)).toBe('newerFormat');
  });
});

describe('making one', () => {
  const order = async (folder: string, name = 'two') => ({
    dataDir: place.dataDir,
    folder,
    madeAt: '2026-11-27T10:00:00.000Z',
    name,
    passphrase: await passphraseHolder(PASSPHRASE),
    recovery: recoveryHalf(RECOVERY),
  });
  const codeOf = (work: () => unknown): string => {
    try {
      work();
      return 'made';
    } catch (error) {
      return (error as BackupRefused).code;
    }
  };

  it('refuses a folder that is not there or lies inside the office, and never writes over a file', async () => {
    const [away, inside, there] = [
      await order(join(place.dir, 'no stick')),
      await order(join(place.dataDir, 'attachments')),
      await order(place.stick, 'one'),
    ];
    expect(codeOf(() => makeBackup(away))).toBe('folderMissing');
    expect(codeOf(() => makeBackup(inside))).toBe('insideOffice');
    const before = readFileSync(made.path);
    expect(codeOf(() => makeBackup(there))).toBe('fileExists');
    expect(readFileSync(made.path).equals(before)).toBe(true);
  });

  it('leaves nothing behind when it is cancelled at any moment', async () => {
    const wanted = await order(place.stick);
    for (const after of [0, 1, 2, 3]) {
      let steps = 0;
      const result = makeBackup(wanted, undefined, () => {
        steps += 1;
        return steps > after;
      });
      expect(result).toBeNull();
      expect(readdirSync(place.stick)).toEqual(['one.deskbook']);
      expect(existsSync(join(place.dataDir, 'backup-work'))).toBe(false);
    }
  });

  it('replaces what a pulled stick left half written', async () => {
    copyFileSync(made.path, join(place.stick, 'two.deskbook.partial'));
    const result = makeBackup(await order(place.stick));
    expect(result!.path).toBe(join(place.stick, 'two.deskbook'));
    expect(readdirSync(place.stick).sort()).toEqual(['one.deskbook', 'two.deskbook']);
    expect(await refusalOf(result!.path)).toBe('whole');
  });

  it('names files by the office’s wall clock, so that a folder sorts itself', () => {
    expect(backupName('2026-11-27T16:05:09.000Z')).toBe('前台簿-20261128-0005-09');
  });
});
