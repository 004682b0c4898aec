import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { type Dialect, Kysely, type LimitNode, SqliteDialect, SqliteQueryCompiler, ValueNode } from 'kysely';
import type { Tables } from './tables';

/**
 * The only file that makes database handles. Everybody else gets a read-only or a transaction-bound Kysely
 * (context.ts); nobody outside `db/` reaches the root handle.
 */

/** `DESK` in ASCII: tells our file from any other SQLite file (trust.md A6). */
export const APPLICATION_ID = 0x4445534b;

/** Why a file was not opened. `code` is an i18n key below `open.`; the file is left byte for byte as it was. */
export class OpenRefused extends Error {
  readonly code: 'notOurs' | 'newer' | 'damaged' | 'busy' | 'settings' | 'sqliteOld' | 'missing';
  constructor(code: OpenRefused['code'], detail: string) {
    super(`${code}: ${detail}`);
    this.name = 'OpenRefused';
    this.code = code;
  }
}

/** Pragmas read back after every open; a wrong value refuses to start (trust.md A3). */
const REQUIRED: Record<string, string | number> = {
  synchronous: 2,
  foreign_keys: 1,
  recursive_triggers: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  secure_delete: 1,
};

/** Reads back what is in force and refuses when anything differs. */
export function assertSettings(db: Database.Database): void {
  for (const [pragma, wanted] of Object.entries(REQUIRED)) {
    const got = db.pragma(pragma, { simple: true });
    if (got !== wanted) throw new OpenRefused('settings', `${pragma} is ${String(got)}, must be ${wanted}`);
  }
  const mode = db.pragma('journal_mode', { simple: true });
  // A reader may meet a backup, which is no WAL file until a writer opens it (trust.md §0.4).
  if (mode !== 'wal' && !db.memory && !db.readonly)
    throw new OpenRefused('settings', `journal_mode is ${String(mode)}`);
  const version = db.prepare('SELECT sqlite_version() AS v').get() as { v: string };
  const [major = 0, minor = 0, patch = 0] = version.v.split('.').map(Number);
  if (major * 1e6 + minor * 1e3 + patch < 3_051_003) throw new OpenRefused('sqliteOld', version.v);
}

function configure(db: Database.Database): void {
  db.pragma('busy_timeout = 4000');
  if (!db.readonly && !db.memory) db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('recursive_triggers = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('secure_delete = ON');
  db.pragma('journal_size_limit = 8388608');
  db.pragma('cache_size = -65536');
  db.pragma('temp_store = MEMORY');
  assertSettings(db);
}

/**
 * Looks at a file before SQLite may touch it: SQLite header, our application id. Empty and foreign files are refused.
 * Only while this process has no connection to the file: closing any handle of a file drops all POSIX locks that the
 * process holds on it, those of its connections too (sqlite.org/howtocorrupt.html §2.2).
 */
export function assertOurs(path: string): void {
  const size = statSync(path).size;
  const head = Buffer.alloc(100);
  const fd = openSync(path, 'r');
  const got = readSync(fd, head, 0, 100, 0);
  closeSync(fd);
  if (got < 100 || head.toString('latin1', 0, 15) !== 'SQLite format 3')
    throw new OpenRefused('notOurs', path);
  if (head.readUInt32BE(68) !== APPLICATION_ID) throw new OpenRefused('notOurs', path);
  const pageSize = head.readUInt16BE(16) === 1 ? 65_536 : head.readUInt16BE(16);
  const pages = head.readUInt32BE(28);
  if (pages > 0 && size < pages * pageSize && !existsSync(`${path}-wal`))
    throw new OpenRefused('damaged', path);
}

/** The same through an open reader, which cannot change the file and must not touch it by any other handle. */
function assertReadsOurs(db: Database.Database): void {
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID)
    throw new OpenRefused('notOurs', db.name);
  const pages = db.pragma('page_count', { simple: true }) as number;
  const pageSize = db.pragma('page_size', { simple: true }) as number;
  if (statSync(db.name).size < pages * pageSize && !existsSync(`${db.name}-wal`))
    throw new OpenRefused('damaged', db.name);
}

/**
 * Opens a raw handle with every setting in force. `create` makes a new file (refused when one exists); `existing` is the
 * writer and comes before any other connection of this process; `readonly` may be opened beside it at any time, `beside` too:
 * a second writer for one long transaction, while the first one is kept waiting (door.ts).
 */
export function openRaw(path: string, how: 'create' | 'existing' | 'readonly' | 'beside'): Database.Database {
  const memory = path === ':memory:';
  if (!memory && how !== 'create') {
    if (!existsSync(path)) throw new OpenRefused('missing', path);
    if (how === 'existing') assertOurs(path);
  }
  if (!memory && how === 'create' && existsSync(path))
    throw new OpenRefused('notOurs', `${path} exists already`);
  try {
    const db = new Database(path, { readonly: how === 'readonly' });
    try {
      if (how === 'create') {
        db.pragma(`application_id = ${APPLICATION_ID}`);
      }
      if (how === 'readonly' || how === 'beside') assertReadsOurs(db);
      configure(db);
    } catch (error) {
      db.close();
      throw error;
    }
    return db;
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    if (code.startsWith('SQLITE_BUSY')) throw new OpenRefused('busy', path);
    if (code === 'SQLITE_NOTADB' && how === 'readonly') throw new OpenRefused('notOurs', path);
    if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) throw new OpenRefused('damaged', path);
    throw error;
  }
}

/** Statements kept per connection. Lists of ids differ in length, so there are more texts than queries in the program. */
const KEPT_STATEMENTS = 300;

/**
 * Kysely prepares a statement for every run; here the same text is the same statement again. A fresh one of a wide table
 * costs as much as reading fifty of its rows: SQLite plans it anew and better-sqlite3 compiles another row constructor.
 */
function dialect(db: Database.Database): Dialect {
  const kept = new Map<string, Database.Statement>();
  const prepare = (text: string): Database.Statement => {
    const known = kept.get(text);
    // One that is being read row by row cannot start again.
    if (known?.busy) return db.prepare(text);
    const statement = known ?? db.prepare(text);
    kept.delete(text);
    kept.set(text, statement);
    const [oldest] = kept.keys();
    if (kept.size > KEPT_STATEMENTS && oldest !== undefined) kept.delete(oldest);
    return statement;
  };
  return new OfficeDialect({ database: { prepare, close: () => void db.close() } });
}

/** Limits stand in the text: SQLite plans a statement anew on every run when its limit is a bound value. */
class OfficeCompiler extends SqliteQueryCompiler {
  protected override visitLimit(node: LimitNode): void {
    const { limit } = node;
    super.visitLimit(ValueNode.is(limit) ? { ...node, limit: ValueNode.createImmediate(limit.value) } : node);
  }
}
class OfficeDialect extends SqliteDialect {
  override createQueryCompiler(): OfficeCompiler {
    return new OfficeCompiler();
  }
}

/** Kysely over a raw handle. Stays inside `db/` and the door. */
export const kyselyOver = (db: Database.Database): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: dialect(db) });
