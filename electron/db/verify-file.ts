import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { HEAD_VERSION, migrate, schemaHash } from './migrate';
import { STEPS } from './migrations';
import { OpenRefused, openRaw } from './open';
import type { Findings } from './verify-findings';

/** What the verifier looks at besides rows: the schema, the pages of the file, the photos beside it. */

interface SchemaObject {
  type: string;
  name: string;
  sql: string | null;
}

/**
 * The schema against one freshly made by this program's steps (trust.md C1: a dropped trigger shows).
 * Errors: OpenRefused `newer`.
 */
export function checkSchema(db: Database.Database, found: Findings): void {
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version > HEAD_VERSION) throw new OpenRefused('newer', `database ${version}, program ${HEAD_VERSION}`);
  const steps = STEPS.filter((step) => step.version <= version);
  if (steps.at(-1)?.version !== version) {
    found.add('schemaChanged', null, 'user_version', String(version));
    return;
  }
  const fresh = openRaw(':memory:', 'create');
  try {
    migrate(fresh, '', steps);
    const migrations = (handle: Database.Database) =>
      JSON.stringify(handle.prepare('SELECT version, name, hash FROM migrations ORDER BY version').all());
    if (migrations(db) !== migrations(fresh)) found.add('schemaChanged', null, 'migrations', 'rows differ');
    if (schemaHash(db) === schemaHash(fresh)) return;
    const wanted = objectsOf(fresh);
    const there = objectsOf(db);
    for (const [name, sql] of wanted) {
      const got = there.get(name);
      if (got === undefined) found.add('schemaChanged', null, name, 'missing');
      else if (got !== sql) found.add('schemaChanged', null, name, 'changed');
    }
    for (const name of there.keys()) if (!wanted.has(name)) found.add('schemaChanged', null, name, 'added');
  } finally {
    fresh.close();
  }
}

function objectsOf(db: Database.Database): Map<string, string | null> {
  const rows = db
    .prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name")
    .all();
  return new Map((rows as SchemaObject[]).map((row) => [`${row.type} ${row.name}`, row.sql]));
}

/** SQLite's own look at its pages and indexes. It does not see edited text (trust.md §0.7), but it sees torn pages and cut files. */
export function checkPages(db: Database.Database, found: Findings): void {
  const rows = db.pragma('integrity_check(20)') as { integrity_check: string }[];
  for (const row of rows) {
    if (row.integrity_check !== 'ok')
      found.add('fileDamaged', null, 'integrity_check', row.integrity_check.slice(0, 300));
  }
  const dangling = db.pragma('foreign_key_check') as { table: string; parent: string }[];
  for (const row of dangling)
    found.add('fileDamaged', null, row.table, `refers to a missing row of ${row.parent}`);
}

/** Where a photo lies: named by its content, spread over 256 folders. */
export const attachmentPath = (dataDir: string, sha256: string): string =>
  join(dataDir, 'attachments', sha256.slice(0, 2), `${sha256}.jpg`);

/** Every photo the database names is there and is still the same picture. */
export function checkAttachments(db: Database.Database, dataDir: string, found: Findings): void {
  for (const { sha256 } of db
    .prepare('SELECT sha256 FROM attachments ORDER BY addedAt, sha256')
    .iterate() as IterableIterator<{
    sha256: string;
  }>) {
    // A name that is none (tampered row) must not lead outside the folder; its row is reported by the entries' pass.
    if (!/^[0-9a-f]{64}$/.test(sha256)) continue;
    let bytes: Buffer;
    try {
      bytes = readFileSync(attachmentPath(dataDir, sha256));
    } catch {
      found.add('attachmentMissing', 'attachments', sha256, attachmentPath('', sha256));
      continue;
    }
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
      found.add('attachmentEdited', 'attachments', sha256, attachmentPath('', sha256));
    }
  }
}
