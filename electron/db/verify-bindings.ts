import type Database from 'better-sqlite3';
import { NUMBERED, type NumberedRegister, serialNoOf } from '../../shared/ids';
import type { BoundPage, MonthBinding } from '../../shared/registers/month-bindings.row';
import { CHANGES_THE_BOOK, pageDigest, stateAsOf } from './bound-pages';
import { tableOf } from './seal';
import type { Findings } from './verify-findings';

/**
 * Every bound month against the journal: its root stands in the chain, its pages have the digests that were signed, the months of a
 * book hang together, and nothing of it was edited, corrected or voided afterwards.
 */
export function checkBindings(db: Database.Database, found: Findings): void {
  const there = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'month_bindings'").get();
  if (!there) return;
  const rows = db.prepare('SELECT * FROM month_bindings ORDER BY register, month').all() as MonthBinding[];
  let before: MonthBinding | null = null;
  for (const row of rows) {
    const wrong = (where: string, detail: string): void =>
      found.add('bindingBroken', row.register, where, detail);
    const root = db.prepare('SELECT hash FROM journal WHERE seq = ?').pluck().get(row.rootSeq);
    if (root !== row.rootHash) wrong(row.serialNo, `root #${row.rootSeq} is another line`);
    if (before?.register === row.register && before.rootHash !== row.previousRoot)
      wrong(row.serialNo, `does not follow ${before.serialNo}`);
    if (row.register in NUMBERED) checkPages(db, row, wrong);
    before = row;
  }
}

function checkPages(
  db: Database.Database,
  row: MonthBinding,
  wrong: (where: string, detail: string) => void,
): void {
  const register = row.register as NumberedRegister;
  const idOf = db.prepare(`SELECT id FROM ${tableOf(register)!} WHERE serialNo = ?`).pluck();
  const later = db
    .prepare(
      `SELECT kind FROM journal WHERE register = ? AND entryId = ? AND seq > ?
        AND kind IN (${CHANGES_THE_BOOK.map((kind) => `'${kind}'`).join(', ')}) LIMIT 1`,
    )
    .pluck();
  let lines = 0;
  for (const page of JSON.parse(row.pages) as BoundPage[]) {
    const states: { serialNo: string; version: number; digest: string }[] = [];
    for (let n = page.from; n <= page.to; n += 1) {
      const serialNo = serialNoOf(register, row.month, n);
      const id = idOf.get(serialNo) as string | undefined;
      const state = id === undefined ? null : stateAsOf(db, register, id, row.rootSeq);
      if (id === undefined || state === null) {
        wrong(serialNo, `missing on page ${page.no} of ${row.serialNo}`);
        continue;
      }
      states.push({ serialNo, ...state });
      const kind = later.get(register, id, row.rootSeq);
      if (kind !== undefined) wrong(serialNo, `${String(kind)} after ${row.serialNo} was bound`);
    }
    lines += states.length;
    if (pageDigest(page.no, states) !== page.digest) wrong(row.serialNo, `page ${page.no} differs`);
  }
  if (lines !== row.lines) wrong(row.serialNo, `${lines} lines, bound ${row.lines}`);
}
