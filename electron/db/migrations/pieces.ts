/**
 * What the schema steps are made of. The SQL of a released step is hashed into every database, so what these give for it
 * must never change: tests/migrations opens a released office and fails when a single character does.
 */

/** A table whose rows carry `version` and whose every version the journal announces first. */
export interface JournalledTable {
  register: string;
  /** Primary key column. */
  key: string;
  /** Columns that no later version of a row may change. */
  frozen: string[];
}

/** Every numbered entry freezes its identity: id, number, code, when and by whom it was recorded. */
export const ENTRY_FROZEN = ['id', 'serialNo', 'scanCode', 'recordedAt', 'recorderId', 'recorderName'];

/** Append-only triggers of journalled tables; they hold for every connection, ours or not (trust.md C1, §0.6). */
export const guardsOf = (tables: Record<string, JournalledTable>): string =>
  Object.entries(tables)
    .map(
      ([table, { register, key, frozen }]) => `
CREATE TRIGGER ${table}_insert BEFORE INSERT ON ${table}
WHEN EXISTS (SELECT 1 FROM ${table} WHERE ${key} = NEW.${key})
  OR NOT EXISTS (SELECT 1 FROM journal WHERE register = '${register}' AND entryId = NEW.${key} AND entryVersion = NEW.version)
BEGIN SELECT RAISE(ABORT, 'append-only: ${table} rows appear only with their journal line'); END;
CREATE TRIGGER ${table}_update BEFORE UPDATE ON ${table}
WHEN NEW.version IS NOT OLD.version + 1
  OR ${frozen.map((column) => `NEW.${column} IS NOT OLD.${column}`).join(' OR ')}
  OR NOT EXISTS (SELECT 1 FROM journal WHERE register = '${register}' AND entryId = NEW.${key} AND entryVersion = NEW.version)
BEGIN SELECT RAISE(ABORT, 'append-only: ${table} rows change only with their journal line'); END;
CREATE TRIGGER ${table}_delete BEFORE DELETE ON ${table}
BEGIN SELECT RAISE(ABORT, 'append-only: ${table} rows are never deleted'); END;`,
    )
    .join('\n');

/** Free text column with a byte bound (trust.md A8). Bytes for `max` characters: 16 × max + 40 (shared/text.ts). */
export const txt = (column: string, bytes: number): string =>
  `${column} TEXT NOT NULL CHECK (octet_length(${column}) BETWEEN 1 AND ${bytes})`;
/** Free text that may be missing. */
export const opt = (column: string, bytes: number): string =>
  `${column} TEXT CHECK (${column} IS NULL OR octet_length(${column}) <= ${bytes})`;
/** A state or choice column. */
export const oneOf = (column: string, values: readonly string[], nullable = false): string =>
  `${column} TEXT ${nullable ? '' : 'NOT NULL '}CHECK (${nullable ? `${column} IS NULL OR ` : ''}${column} IN (${values.map((v) => `'${v}'`).join(', ')}))`;
/** Columns that end every numbered entry: who wrote it when, its void, its seals. */
export const ENTRY_TAIL = `
  ${opt('voidReason', 4000)},
  voidedAt TEXT,
  ${opt('voidedByName', 400)},
  ${opt('note', 6000)},
  recordedAt TEXT NOT NULL,
  recorderId TEXT NOT NULL REFERENCES staff (id),
  ${txt('recorderName', 400)},
  sealed TEXT NOT NULL CHECK (json_valid(sealed))`;
