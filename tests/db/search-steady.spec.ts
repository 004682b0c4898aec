import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOffice } from '../../electron/db/office-file';
import { fillSearch, optimizeSearch, SearchIndex } from '../../electron/db/search';
import { isoOf, msOf } from '../../shared/dates';

/** Bulk work leaves one big segment on a low level; the entries that follow one by one must not pay for it. */
describe('the search index after bulk work', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'deskbook-steady-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is never rewritten as a whole by one entry', () => {
    const size = writeBulk(folder);
    const { raw, path, close } = openOffice(folder, 'existing', NOW);
    const index = new SearchIndex(raw);
    const log = (): number => statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
    raw.pragma('wal_autocheckpoint = 0');
    let most = 0;
    // FTS5's own limit would come at the 240th entry.
    for (let n = BULK; n < BULK + 300; n += 1) {
      const before = log();
      raw.exec('BEGIN');
      index.put(...entry(n));
      raw.exec('COMMIT');
      most = Math.max(most, log() - before);
    }
    close();
    expect(most).toBeLessThan(size / 3);
  });
});

const NOW = '2026-11-21T02:00:00.000Z';
const BULK = 12_000;

/** An office with so many entries in its index, written as the seed does: everything on one level, then one segment. Answers its bytes. */
function writeBulk(folder: string): number {
  const { raw, close } = openOffice(folder, 'create', NOW);
  const index = new SearchIndex(raw);
  tune(raw, { automerge: 0n, crisismerge: 1000n });
  raw.exec('BEGIN');
  for (let n = 0; n < BULK; n += 1) index.keep(...entry(n));
  fillSearch(raw);
  raw.exec('COMMIT');
  optimizeSearch(raw);
  // FTS5's defaults, which a file may have from anywhere.
  tune(raw, { automerge: 4n, crisismerge: 16n });
  const bytes = raw.prepare("SELECT sum(pgsize) FROM dbstat WHERE name = 'search_fts_data'").pluck().get();
  close();
  return bytes as number;
}

function tune(raw: Database.Database, settings: Record<string, bigint>): void {
  const set = raw.prepare('INSERT INTO search_fts (search_fts, rank) VALUES (?, ?)');
  for (const [name, value] of Object.entries(settings)) set.run(name, value);
}

/** An entry a minute, each with words and digits of its own. */
function entry(n: number): Parameters<SearchIndex['put']> {
  const own = Array.from({ length: 60 }, (_, i) =>
    String.fromCodePoint(0x4e00 + ((n * 7919 + i * 104_729 + n * i * 31) % 20_000)),
  ).join('');
  return [
    'foundItems',
    `E${n}`,
    isoOf(msOf(NOW) + n * 60_000),
    { texts: [own], names: [], phones: [], codes: [`SW202611-${String(n).padStart(4, '0')}`] },
  ];
}
