import type Database from 'better-sqlite3';
import type { DirectSink, Sink, Written } from '../../db/bulk/sink';
import { schemaHash } from '../../db/migrate';
import { openRaw } from '../../db/open';
import { fillSearch, MOST_SEGMENTS, optimizeSearch } from '../../db/search';
import { directSink } from './office';

/** Things written between two commits: some twenty thousand lines. */
const BATCH = 150_000;

/**
 * Fills a new file that nobody reads yet: no rollback journal, no sync, no guards and no indexes until it is whole; then
 * all of them are put back, and the settings with them. A grower that did not `finish` leaves a file to throw away.
 */
export class Grower implements Sink {
  readonly #db: Database.Database;
  readonly #sink: DirectSink;
  readonly #putBack: () => void;
  #written = 0;

  constructor(path: string) {
    const db = openRaw(path, 'existing');
    this.#db = db;
    set(db, 'journal_mode = DELETE', 'journal_mode = OFF', 'synchronous = OFF', 'foreign_keys = OFF');
    set(db, 'secure_delete = OFF', 'cache_size = -400000');
    tuneSearch(db, { automerge: 0, crisismerge: 1000, hashsize: 32 * 1024 * 1024 });
    this.#putBack = withoutHelpers(db);
    this.#sink = directSink(db, false);
    db.exec('BEGIN');
  }

  write(what: Written): void {
    this.#sink.write(what);
    this.#written += 1;
    if (this.#written % BATCH === 0) this.#db.exec('COMMIT; BEGIN');
  }

  /** Makes the indexes, checks what was not checked on the way, and closes the file. */
  finish(): void {
    const db = this.#db;
    this.#sink.flush();
    fillSearch(db);
    db.exec('COMMIT');
    this.#putBack();
    optimizeSearch(db);
    tuneSearch(db, { automerge: 4, crisismerge: MOST_SEGMENTS, hashsize: 1024 * 1024 });
    if ((db.pragma('foreign_key_check') as unknown[]).length > 0)
      throw new Error('the seed left dangling references');
    set(db, 'synchronous = FULL', 'foreign_keys = ON', 'secure_delete = ON', 'journal_mode = WAL');
    this.close();
  }

  close(): void {
    this.#db.close();
  }
}

function set(db: Database.Database, ...pragmas: string[]): void {
  for (const pragma of pragmas) db.pragma(pragma);
}

/** Settings of the search index's writer; kept in the file, so they are put back after bulk work. */
function tuneSearch(db: Database.Database, settings: Record<string, number>): void {
  const set = db.prepare('INSERT INTO search_fts (search_fts, rank) VALUES (?, ?)');
  // The index takes whole numbers only; a JavaScript number arrives as a fraction.
  for (const [name, value] of Object.entries(settings)) set.run(name, BigInt(value));
}

/**
 * Takes triggers and secondary indexes away while the file grows: an index made over whole columns costs a third of one
 * kept up line by line, and the guards would only look up lines the seed has just written. The answer puts back exactly
 * what was there; `verify` compares schema, lines and rows with one another afterwards.
 */
function withoutHelpers(db: Database.Database): () => void {
  const helpers = db
    .prepare(
      "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('trigger', 'index') AND sql IS NOT NULL ORDER BY type, name",
    )
    .all() as { type: 'trigger' | 'index'; name: string; sql: string }[];
  const before = schemaHash(db);
  for (const { type, name } of helpers) db.exec(`DROP ${type} ${name}`);
  return () => {
    for (const { sql } of helpers) db.exec(sql);
    if (schemaHash(db) !== before) throw new Error('the seed did not put the schema back');
  };
}
