import type Database from 'better-sqlite3';
import { PERSONAL } from '../../../shared/registers/personal';
import type { JournalledRegister } from '../../db/journalled';
import { tableOf } from '../../db/seal';
import { SearchIndex } from '../../db/search';
import type { SearchFields } from '../../db/search-tokens';

/** Where the seed's lines and rows go, in the order they happen: into the database at once, or to a helper thread. */

export type Value = string | number | null;
/** Registers the seed writes in bulk. */
export type BookRegister = Exclude<JournalledRegister, 'settings' | 'staff' | 'credentials' | 'attachments'>;

/** One thing to write. */
export type Written =
  /** A journal line: seq, at, station, actorId, actorName, op, kind, register, entryId, entryVersion, serialNo, change, entryDigest, prevHash, hash. */
  | ['line', Value[]]
  /** A personal value beside its line: seq, field, part, value, salt, digest. */
  | ['secret', Value[]]
  /** A row in its last version; its values in the order of `columns`, `sealed` last. */
  | ['row', BookRegister, Value[]]
  | ['words', BookRegister, string, string, SearchFields]
  /** How far the numbers of a month came: register, month, last. */
  | ['serial', Value[]];

export interface Sink {
  write(what: Written): void;
}

/** Columns of each register's row, sorted, with `version` and without `sealed`. */
export type Columns = Partial<Record<BookRegister, readonly string[]>>;

/** Writes at once. The caller owns the transaction; `fillSearch` must follow the last words. */
export class DirectSink implements Sink {
  readonly #statements: Record<'line' | 'secret' | 'serial', Database.Statement>;
  readonly #rows = new Map<BookRegister, Database.Statement>();
  readonly #index: SearchIndex;

  constructor(db: Database.Database, columns: Columns) {
    const insert = (table: string, names: readonly string[]): Database.Statement =>
      db.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`);
    this.#statements = {
      line: insert(
        'journal',
        'seq at station actorId actorName op kind register entryId entryVersion serialNo change entryDigest prevHash hash'.split(
          ' ',
        ),
      ),
      secret: insert('journal_secrets', ['seq', 'field', 'part', 'value', 'salt', 'digest']),
      serial: insert('serials', ['register', 'month', 'last']),
    };
    for (const [register, names] of Object.entries(columns) as [BookRegister, readonly string[]][])
      this.#rows.set(
        register,
        insert(tableOf(register)!, [...names, ...(PERSONAL[register] ? ['sealed'] : [])]),
      );
    this.#index = new SearchIndex(db);
  }

  write(what: Written): void {
    if (what[0] === 'row') this.#rows.get(what[1])!.run(what[2]);
    else if (what[0] === 'words') this.#index.keep(what[1], what[2], what[3], what[4]);
    else this.#statements[what[0]].run(what[1]);
  }
}
