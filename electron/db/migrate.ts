import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { STEPS, type Step } from './migrations';
import { OpenRefused } from './open';
import { copyVerified } from './safe-copy';

/**
 * Own migration runner (architecture.md §5): numbered by tens, frozen SQL, each step hashed, newer database refused,
 * verified copy first, all pending steps in one transaction, foreign_key_check before commit, never down.
 */

const hashOf = (step: Step): string => createHash('sha256').update(step.sql).digest('hex');
/** The schema version this program writes (`user_version`). */
export const HEAD_VERSION = STEPS[STEPS.length - 1]!.version;

/**
 * Brings a database to the head. `at` is the instant for the copy's name (ISO).
 * Errors: OpenRefused `newer` (file untouched), `damaged` (a step's hash differs or a foreign key dangles).
 */
export function migrate(
  db: Database.Database,
  at: string,
  steps: readonly Step[] = STEPS,
): { from: number; to: number } {
  const from = db.pragma('user_version', { simple: true }) as number;
  const to = steps[steps.length - 1]!.version;
  if (from > to) throw new OpenRefused('newer', `database ${from}, program ${to}`);
  if (from > 0)
    assertHashes(
      db,
      steps.filter((step) => step.version <= from),
    );
  const pending = steps.filter((step) => step.version > from);
  if (pending.length === 0) return { from, to };
  if (from > 0 && !db.memory) {
    copyVerified(
      db,
      join(dirname(db.name), 'before-migration', `deskbook-v${from}-${at.replace(/[:.]/g, '')}.sqlite`),
    );
  }
  db.exec('BEGIN IMMEDIATE');
  try {
    db.exec(
      'CREATE TABLE IF NOT EXISTS migrations (version INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL) STRICT',
    );
    for (const step of pending) {
      db.exec(step.sql);
      db.prepare('INSERT INTO migrations (version, name, hash) VALUES (?, ?, ?)').run(
        step.version,
        step.name,
        hashOf(step),
      );
    }
    const dangling = db.pragma('foreign_key_check') as unknown[];
    if (dangling.length > 0)
      throw new OpenRefused('damaged', `${dangling.length} dangling references after migration`);
    db.pragma(`user_version = ${to}`);
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
  return { from, to };
}

function assertHashes(db: Database.Database, applied: readonly Step[]): void {
  const rows = db.prepare('SELECT version, hash FROM migrations ORDER BY version').all() as {
    version: number;
    hash: string;
  }[];
  for (const step of applied) {
    const row = rows.find((r) => r.version === step.version);
    if (row?.hash !== hashOf(step))
      throw new OpenRefused('damaged', `migration ${step.version} is not the one we released`);
  }
}

/** Hash over the schema text: a dropped trigger or an added table shows (trust.md C1). */
export function schemaHash(db: Database.Database): string {
  const rows = db
    .prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name")
    .all() as { type: string; name: string; sql: string | null }[];
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}
