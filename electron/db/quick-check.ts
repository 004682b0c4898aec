import type Database from 'better-sqlite3';
import { checkSchema } from './verify-file';
import { Findings } from './verify-findings';

/**
 * What is looked at on every start, in a few milliseconds: are the tables and guards the ones this program made (trust.md
 * C1: SQLite lets anybody with the file drop a trigger)? Answers banner keys below `core:banner.`; `db` may be a reader.
 */
export function quickCheck(db: Database.Database): string[] {
  const found = new Findings();
  checkSchema(db, found);
  return found.has('schemaChanged') ? ['schemaChanged'] : [];
}
