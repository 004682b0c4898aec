import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import type { Kysely } from 'kysely';
import { HEAD_VERSION, migrate } from './migrate';
import { assertOurs, kyselyOver, OpenRefused, openRaw } from './open';
import { steadySearch } from './search';
import type { Tables } from './tables';

/** One office's data folder: `deskbook.sqlite`, `attachments/`, `anchors/`. */
export interface OfficeFile {
  readonly path: string;
  readonly dataDir: string;
  /** Writer, for `db/` and the door only. */
  readonly raw: Database.Database;
  readonly writer: Kysely<Tables>;
  /** Read-only connection (the same one for an in-memory office). */
  readonly reader: Kysely<Tables>;
  readonly rawReader: Database.Database;
  close(): void;
}

export const DATABASE_NAME = 'deskbook.sqlite';

/**
 * A later program's file is refused before a writing connection could fold its log into it (trust.md A5).
 * Errors: OpenRefused `newer`, or whatever opening it for reading refuses.
 */
function assertNotNewer(path: string): void {
  if (!existsSync(path)) throw new OpenRefused('missing', path);
  assertOurs(path);
  const probe = openRaw(path, 'readonly');
  const version = probe.pragma('user_version', { simple: true }) as number;
  probe.close();
  if (version > HEAD_VERSION) throw new OpenRefused('newer', `database ${version}, program ${HEAD_VERSION}`);
}

/**
 * Opens (or makes) an office. Memory offices are for tests: `dataDir` ':memory:'.
 * Errors: OpenRefused with a reason in plain words' key; the file is left as it was.
 */
export function openOffice(dataDir: string, how: 'create' | 'existing', now: string): OfficeFile {
  const memory = dataDir === ':memory:';
  if (!memory) mkdirSync(dataDir, { recursive: true });
  const path = memory ? ':memory:' : join(dataDir, DATABASE_NAME);
  if (!memory && how === 'existing') assertNotNewer(path);
  const raw = openRaw(path, how);
  try {
    migrate(raw, now);
    steadySearch(raw);
    const writer = kyselyOver(raw);
    const rawReader = memory ? raw : openRaw(path, 'readonly');
    const reader = memory ? writer : kyselyOver(rawReader);
    return {
      path,
      dataDir,
      raw,
      writer,
      reader,
      rawReader,
      close() {
        if (rawReader !== raw) rawReader.close();
        if (raw.open && !raw.memory) raw.pragma('wal_checkpoint(TRUNCATE)');
        raw.close();
      },
    };
  } catch (error) {
    raw.close();
    throw error;
  }
}
