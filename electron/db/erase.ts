import type Database from 'better-sqlite3';
import { PERSONAL } from '../../shared/registers/personal';
import { Refusal } from '../../shared/result';
import type { Journal } from './journal';
import type { JournalledRegister, JournalledRows } from './journalled';
import { JOURNALLED } from './migrations';
import { prepared } from './prepared';
import { type Seals, tableOf } from './seal';

/**
 * Erases personal values of an entry whose retention has ended (trust.md C8, architecture.md §4): value and salt go, in
 * the row and wherever a correction kept them; the digests stay, so every line of the chain still verifies, and the
 * ANONYMISE line says which fields were emptied, when and by whom. Runs inside the door's transaction, with its journal.
 * The caller rewrites the entry's search words afterwards. Answers the row as stored.
 * Errors: Refusal `conflict` when somebody changed the entry meanwhile.
 */
export function eraseValues<R extends JournalledRegister>(
  db: Database.Database,
  journal: Journal,
  register: R,
  row: JournalledRows[R],
  fields: readonly string[],
  reason: string,
): JournalledRows[R] {
  const before = row as unknown as Record<string, unknown> & { version: number; sealed: string };
  const erased = fields.filter((field) => PERSONAL[register]?.includes(field));
  const seals = JSON.parse(before.sealed) as Seals;
  const next: typeof before = { ...before, version: before.version + 1 };
  for (const field of erased) {
    const seal = seals[field];
    if (seal) seals[field] = ['', seal[1]];
    next[field] = null;
  }
  next.sealed = JSON.stringify(seals);
  journal.announce(register, next, 'ANONYMISE', { erased, reason });
  const table = tableOf(register)!;
  const key = JOURNALLED[table]!.key;
  const result = prepared(
    db,
    `UPDATE ${table} SET version = ?, sealed = ?${erased.map((field) => `, ${field} = NULL`).join('')} WHERE ${key} = ? AND version = ?`,
  ).run(next.version, next.sealed, next[key], before.version);
  if (result.changes !== 1) throw new Refusal('conflict');
  prepared(
    db,
    `UPDATE journal_secrets SET value = NULL, salt = NULL
      WHERE value IS NOT NULL AND field IN (SELECT value FROM json_each(?))
        AND seq IN (SELECT seq FROM journal WHERE register = ? AND entryId = ?)`,
  ).run(JSON.stringify(erased), register, next[key]);
  return next as unknown as JournalledRows[R];
}
