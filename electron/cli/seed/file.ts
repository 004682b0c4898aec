import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { isoOf } from '../../../shared/dates';
import { Anchors } from '../../db/anchors';
import { migrate, schemaHash } from '../../db/migrate';
import { DATABASE_NAME } from '../../db/office-file';
import { openRaw } from '../../db/open';
import { fsyncPath } from '../../db/safe-copy';
import { optimizeSearch } from '../../db/search';
import { demoSecrets, type SeedOptions, type SeedReport, seedOffice } from './office';

/** Thrown when the folder holds an office already: a seed never writes over one. */
export class OfficeThere extends Error {}

/** Where the file grows until it is whole. */
const GROWING = '.seeding';
/** Lines between two commits. */
const BATCH = 20_000;

/**
 * Makes a demo office in a new file: grown under another name without a rollback journal, then checked, synced and
 * renamed, so a seed that is stopped half-way leaves no half office. Errors: OfficeThere.
 */
export async function seedFile(
  dataDir: string,
  options: Omit<SeedOptions, 'secrets' | 'onProgress'>,
  onProgress: (done: number, total: number) => void,
): Promise<SeedReport> {
  const path = join(dataDir, DATABASE_NAME);
  if (existsSync(path)) throw new OfficeThere(path);
  const growing = join(dataDir, GROWING);
  rmSync(growing, { recursive: true, force: true });
  mkdirSync(growing, { recursive: true });
  try {
    const secrets = await demoSecrets(options.chance.fill);
    const db = openRaw(join(growing, DATABASE_NAME), 'create');
    let report: SeedReport;
    try {
      report = grow(db, { ...options, secrets }, onProgress);
      const anchors = new Anchors(db, dataDir);
      anchors.committed(report.head, isoOf(options.until));
      anchors.closed();
    } finally {
      db.close();
    }
    fsyncPath(join(growing, DATABASE_NAME));
    for (const name of readdirSync(growing))
      if (name === DATABASE_NAME) renameSync(join(growing, name), path);
    fsyncPath(dataDir);
    return report;
  } finally {
    rmSync(growing, { recursive: true, force: true });
  }
}

function grow(
  db: Database.Database,
  options: SeedOptions,
  onProgress: (done: number, total: number) => void,
): SeedReport {
  migrate(db, isoOf(options.until));
  // A new file nobody reads yet: no rollback journal, no sync until it is whole, one foreign-key check at the end.
  db.pragma('journal_mode = DELETE');
  for (const pragma of [
    'journal_mode = OFF',
    'synchronous = OFF',
    'foreign_keys = OFF',
    'secure_delete = OFF',
  ])
    db.pragma(pragma);
  db.pragma('cache_size = -400000');
  tuneSearch(db, { automerge: 0, crisismerge: 1000, hashsize: 32 * 1024 * 1024 });
  const later = withoutHelpers(db);
  let committed = 0;
  db.exec('BEGIN');
  const report = seedOffice(db, {
    ...options,
    onProgress(done, total) {
      if (done - committed >= BATCH || done === total) {
        committed = done;
        db.exec('COMMIT; BEGIN');
      }
      onProgress(done, total);
    },
  });
  db.exec('COMMIT');
  later();
  optimizeSearch(db);
  tuneSearch(db, { automerge: 4, crisismerge: 16, hashsize: 1024 * 1024 });
  if ((db.pragma('foreign_key_check') as unknown[]).length > 0)
    throw new Error('the seed left dangling references');
  for (const pragma of [
    'synchronous = FULL',
    'foreign_keys = ON',
    'secure_delete = ON',
    'journal_mode = WAL',
  ])
    db.pragma(pragma);
  return report;
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
