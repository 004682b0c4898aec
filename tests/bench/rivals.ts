import { closeSync, fdatasyncSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import initSqlJs from 'sql.js';
import { DATABASE_NAME } from '../../electron/db/office-file';
import { timed } from './report';

/** What durable writing is compared with: the disk alone, and SQLite in WebAssembly that saves its whole file. */

/** As long as SQLite's log may grow before it is written over from its beginning. */
const LOG_BYTES = 8 * 1024 * 1024;

/** A file of full length, written over and over: what the write-ahead log is once it has reached its size. */
export class DiskFile {
  readonly #file: number;
  #at = 0;

  constructor(folder: string) {
    this.#file = openSync(join(folder, 'disk'), 'w');
    writeSync(this.#file, new Uint8Array(LOG_BYTES));
    fsyncSync(this.#file);
  }

  /** Milliseconds of writing so many bytes and waiting until they are on the disk. */
  write(bytes: number): number {
    const piece = new Uint8Array(bytes).fill(this.#at & 255);
    if (this.#at + bytes > LOG_BYTES) this.#at = 0;
    const took = timed(() => {
      writeSync(this.#file, piece, 0, bytes, this.#at);
      fdatasyncSync(this.#file);
    });
    this.#at += bytes;
    return took;
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** Milliseconds of single durable inserts in sql.js: row, export of the whole file, write, sync. It keeps no search index. */
export async function sqlJsInserts(
  dataDir: string,
  folder: string,
  count: number,
): Promise<{ times: number[]; megabytes: number }> {
  const { Database } = await initSqlJs();
  const data = readFileSync(join(dataDir, DATABASE_NAME));
  // The header says "write-ahead log", which sql.js cannot open: set both versions back to the rollback journal.
  data.fill(1, 18, 20);
  const db = new Database(data);
  try {
    // Only the row: no journal line, no guards.
    db.run('DROP TRIGGER found_items_insert');
    db.run('CREATE TEMP TABLE one AS SELECT * FROM found_items LIMIT 1');
    const times: number[] = [];
    for (let i = 0; i < count; i += 1) {
      const took = timed(() => {
        db.run('UPDATE one SET id = ?, serialNo = ?', [`bench ${i}`, `bench ${i}`]);
        db.run('INSERT INTO found_items SELECT * FROM one');
        const whole = db.export();
        const file = openSync(join(folder, 'sql-js.sqlite'), 'w');
        for (let at = 0; at < whole.length; ) at += writeSync(file, whole, at);
        fsyncSync(file);
        closeSync(file);
      });
      // An export closes and opens the file again; what is temporary is gone.
      db.run('CREATE TEMP TABLE IF NOT EXISTS one AS SELECT * FROM found_items LIMIT 1');
      times.push(took);
    }
    return { times, megabytes: data.length / 1e6 };
  } finally {
    db.close();
  }
}
