import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { headOf } from '../../electron/db/journal';
import { JOURNALLED } from '../../electron/db/migrations';
import { fill } from '../db/fill';
import { newOffice } from '../support/office';

/** What stands in a fixture, beside it as JSON: a later version must show the same after its migrations. */
export interface FixtureFacts {
  version: number;
  head: { seq: number; hash: string; at: string | null };
  rows: Record<string, number>;
  /** Search text → serial numbers it finds, newest first. */
  finds: Record<string, string[]>;
}

/**
 * Makes the fixture of the present schema: a small office with every kind of row, as one plain file (no log, rollback
 * journal). Run it once when a version is released, and never again for that version:
 * `MAKE_FIXTURE=1 npx vitest run tests/migrations`.
 */
export async function makeFixture(
  path: string,
  finds: (file: string) => FixtureFacts['finds'],
): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'deskbook-fixture-'));
  const office = await newOffice({ dataDir: dir });
  await fill(office, 60, 10);
  const { raw } = office.file;
  rmSync(path, { force: true });
  raw.prepare('VACUUM INTO ?').run(path);
  const tables = [...Object.keys(JOURNALLED), 'journal', 'journal_secrets', 'serials', 'search_entries'];
  const facts: FixtureFacts = {
    version: raw.pragma('user_version', { simple: true }) as number,
    head: headOf(raw),
    rows: Object.fromEntries(
      tables.map((table) => [
        table,
        (raw.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n,
      ]),
    ),
    finds: {},
  };
  office.close();
  rmSync(dir, { recursive: true, force: true });
  facts.finds = finds(path);
  writeFileSync(path.replace(/\.sqlite$/, '.json'), `${JSON.stringify(facts, null, 2)}\n`);
}
