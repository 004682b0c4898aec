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

/** Many numbers of one month in a row, inside one transaction: read once, stored once. Nobody else may take numbers meanwhile. */
export class NumberRun {
  readonly #db: Database.Database;
  readonly #register: NumberedRegister;
  readonly #month: string;
  #last: number;

  constructor(db: Database.Database, register: NumberedRegister, month: string) {
    this.#db = db;
    this.#register = register;
    this.#month = month;
    const row = prepared(db, 'SELECT last FROM serials WHERE register = ? AND month = ?').get(
      register,
      month,
    );
    this.#last = (row as { last: number } | undefined)?.last ?? 0;
  }
  next(): { serialNo: string; scanCode: string } {
    this.#last += 1;
    return {
      serialNo: serialNoOf(this.#register, this.#month, this.#last),
      scanCode: scanCodeOf(this.#register, this.#month, this.#last),
    };
  }
  /** Must follow the last number of the run. */
  store(): void {
    if (this.#last === 0) return;
    prepared(
      this.#db,
      'INSERT INTO serials (register, month, last) VALUES (?, ?, ?) ON CONFLICT (register, month) DO UPDATE SET last = excluded.last',
    ).run(this.#register, this.#month, this.#last);
  }
}
