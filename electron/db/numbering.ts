import type Database from 'better-sqlite3';
import { type NumberedRegister, scanCodeOf, serialNoOf } from '../../shared/ids';
import { prepared } from './prepared';

/** Gap-free serial numbers per register and month (domain.md §6.1), taken inside the command's transaction: a rollback gives the number back. */
export class Numbering {
  readonly #db: Database.Database;
  constructor(db: Database.Database) {
    this.#db = db;
  }
  /** The next number of a register's month (`YYYY-MM`) with its scan code. */
  next(register: NumberedRegister, month: string): { serialNo: string; scanCode: string; n: number } {
    const row = prepared(
      this.#db,
      'INSERT INTO serials (register, month, last) VALUES (?, ?, 1) ON CONFLICT (register, month) DO UPDATE SET last = last + 1 RETURNING last',
    ).get(register, month) as { last: number };
    return {
      n: row.last,
      serialNo: serialNoOf(register, month, row.last),
      scanCode: scanCodeOf(register, month, row.last),
    };
  }
}
