import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { Book, type BookRow, Chain } from '../../electron/cli/seed/book';
import { Chance } from '../../electron/cli/seed/chance';
import { FOUND_COLUMNS } from '../../electron/cli/seed/found-intake';
import { STATION } from '../../electron/cli/seed/people';
import { migrate } from '../../electron/db/migrate';
import { openRaw } from '../../electron/db/open';
import { fillSearch, SearchIndex } from '../../electron/db/search';
import type { FoundItemsTable } from '../../electron/db/tables';
import { indexItem } from '../../electron/registers/found-items/words';
import { UNTIL } from './data';
import { percentile, round, timed } from './report';

/**
 * Many entries at once, as an import or the seed writes them: each row with its journal line, its seals and digests,
 * chained; against raw prepared statements that write the very same rows and lines with nothing left to compute.
 * Neither side keeps secondary indexes or triggers while it writes.
 */

const ROWS = 20_000;
const ROUNDS = 3;

export interface Bulk {
  rows: number;
  /** Evidence path / raw path, in entries per second. */
  ratio: number;
  evidencePerSecond: number;
  rawPerSecond: number;
  /** Evidence and search index together. */
  withIndexPerSecond: number;
}

export function measureBulk(source: Database.Database, folder: string): Bulk {
  const items = source
    .prepare('SELECT * FROM found_items ORDER BY foundAt DESC LIMIT ?')
    .all(ROWS) as FoundItemsTable[];
  const rows = items.map(({ version: _, sealed: __, ...row }) => row as BookRow<'foundItems'>);
  const evidence: number[] = [];
  const raw: number[] = [];
  const index: number[] = [];
  for (let round_ = 0; round_ < ROUNDS; round_ += 1) {
    const full = emptyOffice(join(folder, `bulk-${round_}`));
    const plain = emptyOffice(join(folder, `plain-${round_}`));
    try {
      evidence.push(timed(() => writeEvidence(full, rows)));
      index.push(timed(() => writeIndex(full, items)));
      const lines = full.prepare('SELECT * FROM journal').raw().all() as unknown[][];
      const stored = full.prepare('SELECT * FROM found_items').raw().all() as unknown[][];
      raw.push(timed(() => writeRaw(plain, lines, stored)));
    } finally {
      full.close();
      plain.close();
    }
  }
  const [e, r, i] = [evidence, raw, index].map((times) => percentile(times, 0.5)) as [number, number, number];
  const perSecond = (ms: number): number => Math.round((rows.length / ms) * 1000);
  return {
    rows: rows.length,
    ratio: round(r / e),
    evidencePerSecond: perSecond(e),
    rawPerSecond: perSecond(r),
    withIndexPerSecond: perSecond(e + i),
  };
}

/** A migrated file set for bulk writing, as the seed sets it. */
function emptyOffice(path: string): Database.Database {
  const db = openRaw(path, 'create');
  migrate(db, UNTIL);
  const helpers = db
    .prepare("SELECT type, name FROM sqlite_schema WHERE type IN ('trigger', 'index') AND sql IS NOT NULL")
    .all() as { type: string; name: string }[];
  for (const { type, name } of helpers) db.exec(`DROP ${type} ${name}`);
  for (const pragma of [
    'journal_mode = DELETE',
    'journal_mode = OFF',
    'synchronous = OFF',
    'foreign_keys = OFF',
  ])
    db.pragma(pragma);
  return db;
}

function writeEvidence(db: Database.Database, rows: readonly BookRow<'foundItems'>[]): void {
  const chance = new Chance('bench bulk');
  const book = new Book(db, new Chain(db), 'foundItems', FOUND_COLUMNS, chance.fill);
  const hand = { station: STATION, actorId: 'system', actorName: '系统', op: 'foundItems.register' };
  db.exec('BEGIN');
  for (const row of rows) book.settle(book.open(row, { ...hand, at: row.recordedAt }));
  db.exec('COMMIT');
}

function writeIndex(db: Database.Database, items: readonly FoundItemsTable[]): void {
  const index = new SearchIndex(db);
  const search = { search: { put: index.keep.bind(index) } };
  db.exec('BEGIN');
  for (const item of items) indexItem(search, item);
  fillSearch(db);
  db.exec('COMMIT');
}

function writeRaw(db: Database.Database, lines: readonly unknown[][], rows: readonly unknown[][]): void {
  const insert = (table: string, width: number): Database.Statement =>
    db.prepare(`INSERT INTO ${table} VALUES (${Array.from({ length: width }, () => '?').join(', ')})`);
  const line = insert('journal', lines[0]!.length);
  const row = insert('found_items', rows[0]!.length);
  db.exec('BEGIN');
  for (let i = 0; i < rows.length; i += 1) {
    line.run(lines[i]!);
    row.run(rows[i]!);
  }
  db.exec('COMMIT');
}
