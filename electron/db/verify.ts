import { join } from 'node:path';
import type Database from 'better-sqlite3';
import type { Verdict } from '../../shared/registers/journal';
import { compareAnchors } from './anchors';
import { headOf } from './journal';
import { JOURNALLED } from './migrations';
import { DATABASE_NAME } from './office-file';
import { OpenRefused, openRaw } from './open';
import { checkBindings } from './verify-bindings';
import { checkChain } from './verify-chain';
import { checkEntries, checkMissing, checkSearch, checkSerials } from './verify-entries';
import { checkAttachments, checkPages, checkSchema } from './verify-file';
import { Findings, Steps } from './verify-findings';

/**
 * The verifier (architecture.md §4, trust.md C2): recomputes the chain, compares every row of every journalled table
 * with the last digest the journal holds of it, every personal value with its seal, numbers with entries, photos with
 * their names, the schema with the program's own, and the head with every anchor outside the database.
 * It only reads, on its own connection, inside one snapshot; it streams, so memory does not grow with the office.
 */

/**
 * Verifies the office in a folder, synchronously, on a read-only connection of its own.
 * A file that SQLite cannot read answers as `fileDamaged`. Errors: OpenRefused `missing`, `notOurs`, `busy`, `settings`,
 * `sqliteOld`, or `newer` (a later version of the program wrote it: this one cannot judge it).
 */
export function verifyOffice(dataDir: string, onProgress: (done: number, total: number) => void): Verdict {
  const started = performance.now();
  let db: Database.Database;
  try {
    db = openRaw(join(dataDir, DATABASE_NAME), 'readonly');
  } catch (error) {
    if (!(error instanceof OpenRefused) || error.code !== 'damaged') throw error;
    return {
      ok: false,
      entries: 0,
      journal: 0,
      head: { seq: 0, hash: '', at: null },
      problems: [{ kind: 'fileDamaged', register: null, where: DATABASE_NAME, detail: 'unreadable' }],
      anchors: 0,
      tookMs: performance.now() - started,
    };
  }
  try {
    return verifyFile(db, dataDir, onProgress);
  } finally {
    db.close();
  }
}

/**
 * Verifies an open database (tests: in memory). `dataDir` null leaves out what lies beside the database: photos and anchors.
 * Errors: OpenRefused `newer`.
 */
export function verifyFile(
  db: Database.Database,
  dataDir: string | null,
  onProgress: (done: number, total: number) => void = () => {},
): Verdict {
  const started = performance.now();
  const found = new Findings();
  const steps = new Steps(onProgress);
  const verdict = {
    entries: 0,
    journal: 0,
    head: { seq: 0, hash: '', at: null as string | null },
    anchors: 0,
  };
  /** A pass that meets an unreadable page ends; the others still run. */
  const pass = (name: string, work: () => void): void => {
    try {
      work();
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      if (!code.startsWith('SQLITE_')) throw error;
      found.add('fileDamaged', null, name, `${code}: ${(error as Error).message}`);
    }
  };
  const own = !db.inTransaction;
  // One snapshot: the desk may go on writing while we read.
  if (own) pass('file', () => db.exec('BEGIN'));
  try {
    pass('size', () => {
      const count = (table: string) =>
        (db.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n;
      verdict.journal = count('journal');
      for (const table of Object.keys(JOURNALLED)) {
        const rows = count(table);
        steps.expect(rows);
        if (table !== 'settings' && table !== 'credentials') verdict.entries += rows;
      }
      steps.expect(verdict.journal);
      verdict.head = headOf(db);
    });
    pass('schema', () => checkSchema(db, found));
    pass('pages', () => checkPages(db, found));
    pass('journal', () => checkChain(db, found, steps));
    for (const table of Object.keys(JOURNALLED)) {
      pass(table, () => checkEntries(db, table, found, steps));
      pass(table, () => checkMissing(db, table, found));
    }
    pass('serials', () => checkSerials(db, found));
    pass('bindings', () => checkBindings(db, found));
    pass('search', () => checkSearch(db, found));
    if (dataDir !== null) {
      pass('attachments', () => checkAttachments(db, dataDir, found));
      pass('anchors', () => {
        const compared = compareAnchors(db, dataDir, found.problems.length === 0);
        verdict.anchors = compared.anchors;
        for (const p of compared.problems) found.add(p.kind, p.register, p.where, p.detail);
      });
    }
  } finally {
    if (own && db.inTransaction) db.exec('ROLLBACK');
  }
  steps.end();
  return {
    ok: found.problems.length === 0,
    ...verdict,
    problems: found.problems,
    tookMs: performance.now() - started,
  };
}
