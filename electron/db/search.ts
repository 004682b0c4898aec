import type Database from 'better-sqlite3';

/** What an entry gives to the index. */
export interface SearchFields {
  /** Names of things, features, places: Han characters and pairs, Latin words, digits. */
  texts: readonly (string | null)[];
  /** Persons (and item names): characters and pairs, pinyin initials, full pinyin. */
  names: readonly (string | null)[];
  /** Digits only: any four in a row, last four, last three. */
  phones: readonly (string | null)[];
  /** Serial number and scan code. */
  codes: readonly string[];
}

/** One search index for every register (speed.md §1). */
export class SearchIndex {
  readonly #db: Database.Database;
  constructor(db: Database.Database) {
    this.#db = db;
  }
  /** Writes or rewrites an entry's tokens, in the transaction of its change. `at` is the entry's happening (ISO). */
  put(_register: string, _entryId: string, _at: string, _fields: SearchFields): void {
    void this.#db;
  }
}
