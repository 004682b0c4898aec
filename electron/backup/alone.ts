import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { DATABASE_NAME } from '../db/office-file';
import { BackupRefused } from './refused';

/**
 * Nobody has the office of `dataDir` open. A file too damaged to be asked is nobody's.
 * Errors: BackupRefused `officeOpen`.
 */
export function assertAlone(dataDir: string): void {
  const path = join(dataDir, DATABASE_NAME);
  if (!existsSync(path)) return;
  try {
    const db = new Database(path, { timeout: 500 });
    try {
      // Leaving the log mode needs the file for oneself alone, and folds the log into it.
      db.pragma('journal_mode = DELETE');
      db.pragma('journal_mode = WAL');
    } finally {
      db.close();
    }
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
      throw new BackupRefused('officeOpen');
  }
}
