import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { Chance } from '../../electron/cli/seed/chance';
import { FOUND_COLUMNS } from '../../electron/cli/seed/found-intake';
import { directSink } from '../../electron/cli/seed/office';
import { STATION } from '../../electron/cli/seed/people';
import { Book, type BookRow, Chain, type Told } from '../../electron/db/bulk/book';
import { headOf } from '../../electron/db/journal';
import { migrate } from '../../electron/db/migrate';
import { openRaw } from '../../electron/db/open';
import { prepared } from '../../electron/db/prepared';
import { fillSearch, SearchIndex } from '../../electron/db/search';
import type { FoundItemsTable } from '../../electron/db/tables';
import { indexItem } from '../../electron/registers/found-items/words';
import { UNTIL } from './data';
import { round, timed } from './report';

/**
 * Many entries at once, as an import or the seed writes them: each row with its journal line, its seals and digests,
 * chained; against raw prepared statements that write the very same rows and lines with nothing left to compute.
 * Neither side keeps secondary indexes or triggers while it writes.
 */

const ROWS = 20_000;
/** The fastest of so many rounds counts: everything else is other work on the machine. */
const ROUNDS = 5;
/** Entries whose lines are written before their rows. */
const STRETCH = 200;

export interface Bulk {
  rows: number;
  /** Raw path / evidence path, times: 1 would mean that evidence costs nothing. */
  ratio: number;
  /** The same for the rows alone: what writing them through the house's own statement costs. */
  rowsAlone: number;
  evidencePerSecond: number;
  rawPerSecond: number;
  /** Evidence and search index together. */
  withIndexPerSecond: number;
}

/** Milliseconds for all lines and for all rows. */
interface Parts {
  lines: number;
  rows: number;
}

export function measureBulk(source: Database.Database, folder: string): Bulk {
  const items = source
    .prepare('SELECT * FROM found_items ORDER BY foundAt DESC LIMIT ?')
    .all(ROWS) as FoundItemsTable[];
  const rows = items.map(({ version: _, sealed: __, ...row }) => row as BookRow<'foundItems'>);
  const evidence: Parts[] = [];
  const raw: Parts[] = [];
  const index: number[] = [];
  for (let round_ = 0; round_ < ROUNDS; round_ += 1) {
    const full = emptyOffice(join(folder, `bulk-${round_}`));
    const plain = emptyOffice(join(folder, `plain-${round_}`));
    try {
      evidence.push(writeEvidence(full, rows));
      index.push(timed(() => writeIndex(full, items)));
      const lines = full.prepare('SELECT * FROM journal').raw().all() as unknown[][];
      const stored = full.prepare('SELECT * FROM found_items').raw().all() as unknown[][];
      raw.push(writeRaw(plain, lines, stored));
    } finally {
      full.close();
      plain.close();
    }
  }
  const best = (times: number[]): number => Math.min(...times);
  const whole = (parts: Parts[]): number => best(parts.map((part) => part.lines + part.rows));
  const perSecond = (ms: number): number => Math.round((rows.length / ms) * 1000);
  return {
    rows: rows.length,
    ratio: round(whole(raw) / whole(evidence)),
    rowsAlone: round(best(raw.map((part) => part.rows)) / best(evidence.map((part) => part.rows))),
    evidencePerSecond: perSecond(whole(evidence)),
    rawPerSecond: perSecond(whole(raw)),
    withIndexPerSecond: perSecond(whole(evidence) + best(index)),
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

function writeEvidence(db: Database.Database, rows: readonly BookRow<'foundItems'>[]): Parts {
  const chance = new Chance('bench bulk');
  const sink = directSink(db, false);
  const book = new Book(sink, new Chain(sink, headOf(db)), 'foundItems', FOUND_COLUMNS, chance.fill);
  const hand = { station: STATION, actorId: 'system', actorName: '系统', op: 'foundItems.register' };
  const parts = { lines: 0, rows: 0 };
  db.exec('BEGIN');
  for (let from = 0; from < rows.length; from += STRETCH) {
    const told: Told<'foundItems'>[] = [];
    parts.lines += timed(() => {
      for (const row of rows.slice(from, from + STRETCH))
        told.push(book.open(row, { ...hand, at: row.recordedAt }));
      sink.flush();
    });
    parts.rows += timed(() => {
      for (const one of told) book.settle(one);
      sink.flush();
    });
  }
  db.exec('COMMIT');
  return parts;
}

function writeIndex(db: Database.Database, items: readonly FoundItemsTable[]): void {
  const index = new SearchIndex(db);
  const search = { search: { put: index.keep.bind(index) } };
  db.exec('BEGIN');
  for (const item of items) indexItem(search, item);
  fillSearch(db);
  db.exec('COMMIT');
}

function writeRaw(db: Database.Database, lines: readonly unknown[][], rows: readonly unknown[][]): Parts {
  const insertAll = (table: string, all: readonly unknown[][]): void => {
    const places = all[0]!.map(() => '?').join(', ');
    const insert = prepared(db, `INSERT INTO ${table} VALUES (${places})`);
    for (const one of all) insert.run(one);
  };
  const parts = { lines: 0, rows: 0 };
  db.exec('BEGIN');
  for (let from = 0; from < rows.length; from += STRETCH) {
    parts.lines += timed(() => insertAll('journal', lines.slice(from, from + STRETCH)));
    parts.rows += timed(() => insertAll('found_items', rows.slice(from, from + STRETCH)));
  }
  db.exec('COMMIT');
  return parts;
}
