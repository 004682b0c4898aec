import type Database from 'better-sqlite3';
import { PERSONAL } from '../../../shared/registers/personal';
import type { JournalledRegister } from '../journalled';
import { tableOf } from '../seal';
import { SearchIndex } from '../search';
import type { SearchFields } from '../search-tokens';
import { Batch, insertOf } from './batch';

/** Where lines and rows of bulk writing go, in the order they happen: into the database, or to a helper thread first. */

export type Value = string | number | null;
/** Registers that are written in bulk. */
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

const LINE =
  'seq at station actorId actorName op kind register entryId entryVersion serialNo change entryDigest prevHash hash'.split(
    ' ',
  );

export interface Sink {
  write(what: Written): void;
}

/** Columns of each register's row, sorted, with `version` and without `sealed`. */
export type Columns = Partial<Record<BookRegister, readonly string[]>>;

/**
 * Writes into the database, lines and rows by the batch (batch.ts); `flush` must follow the last of them, `fillSearch` the
 * last words. The caller owns the transaction. `guarded`: the file checks as things come (triggers, references), so lines go
 * before what they announce, and rows in the order in which `columns` names their registers.
 */
export class DirectSink implements Sink {
  readonly #lines: Batch;
  readonly #rows = new Map<BookRegister, Batch>();
  readonly #statements: Record<'secret' | 'serial', Database.Statement>;
  readonly #index: SearchIndex;
  readonly #guarded: boolean;

  constructor(db: Database.Database, columns: Columns, { guarded }: { guarded: boolean }) {
    this.#lines = new Batch(db, 'journal', LINE);
    for (const [register, names] of Object.entries(columns) as [BookRegister, readonly string[]][])
      this.#rows.set(
        register,
        new Batch(db, tableOf(register)!, [...names, ...(PERSONAL[register] ? ['sealed'] : [])]),
      );
    this.#statements = {
      secret: db.prepare(insertOf('journal_secrets', ['seq', 'field', 'part', 'value', 'salt', 'digest'])),
      serial: db.prepare(insertOf('serials', ['register', 'month', 'last'])),
    };
    this.#index = new SearchIndex(db);
    this.#guarded = guarded;
  }

  write(what: Written): void {
    if (what[0] === 'line') {
      if (this.#lines.add(what[1])) this.#lines.flush();
    } else if (what[0] === 'row') {
      const [, register, values] = what;
      if (this.#rows.get(register)!.add(values)) this.#flushRows(register);
    } else if (what[0] === 'words') this.#index.keep(what[1], what[2], what[3], what[4]);
    else {
      if (this.#guarded) this.#lines.flush();
      this.#statements[what[0]].run(what[1]);
    }
  }

  /** Writes what is still kept back. */
  flush(): void {
    this.#lines.flush();
    for (const rows of this.#rows.values()) rows.flush();
  }

  #flushRows(full: BookRegister): void {
    if (!this.#guarded) {
      this.#rows.get(full)!.flush();
      return;
    }
    this.#lines.flush();
    for (const [register, rows] of this.#rows) {
      rows.flush();
      if (register === full) return;
    }
  }
}
