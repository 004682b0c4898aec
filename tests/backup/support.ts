import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { passphraseHolder, recoveryHalf } from '../../electron/backup/keys';
import { type BackupMade, makeBackup } from '../../electron/backup/write';
import { JOURNALLED } from '../../electron/db/migrations';
import { DATABASE_NAME } from '../../electron/db/office-file';
import { fill } from '../db/fill';
import { newOffice, type TestOffice } from '../support/office';

/** Offices on disk, a stick beside them, and the logical content of a database as one digest. */

export const PASSPHRASE = 'qian tai bei fen 2026';
export const RECOVERY = 'ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345-6789';

export interface Bench {
  dir: string;
  dataDir: string;
  stick: string;
  remove(): void;
}
export function bench(name: string): Bench {
  const dir = mkdtempSync(join(tmpdir(), `deskbook-${name}-`));
  const [dataDir, stick] = [join(dir, 'office'), join(dir, 'stick')];
  mkdirSync(stick);
  return { dir, dataDir, stick, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/** An office with entries and photos. The caller closes it. */
export async function filled(dataDir: string, entries: number): Promise<TestOffice> {
  const office = await newOffice({ dataDir });
  await fill(office, entries, 1);
  return office;
}

let holder: Awaited<ReturnType<typeof passphraseHolder>> | undefined;
/** A backup of the office onto the stick. */
export async function backUp({ dataDir, stick }: Bench, name = 'one'): Promise<BackupMade> {
  holder ??= await passphraseHolder(PASSPHRASE);
  const made = makeBackup({
    dataDir,
    folder: stick,
    madeAt: '2026-11-27T10:00:00.000Z',
    name,
    passphrase: holder,
    recovery: recoveryHalf(RECOVERY),
  });
  if (!made) throw new Error('cancelled');
  return made;
}

/** Every row of every table of evidence, in order, as one SHA-256 (trust.md B2). */
export function dumpOf(dataDir: string): string {
  const db = new Database(join(dataDir, DATABASE_NAME), { readonly: true });
  const sha = createHash('sha256');
  try {
    for (const table of ['journal', 'journal_secrets', 'serials', ...Object.keys(JOURNALLED).sort()]) {
      const rows = db
        .prepare(`SELECT * FROM ${table}`)
        .all()
        .map((row) => JSON.stringify(row));
      sha.update(`${table}\n${rows.sort().join('\n')}\n`);
    }
    return sha.digest('hex');
  } finally {
    db.close();
  }
}
