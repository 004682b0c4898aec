import { hash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { prepared } from './prepared';

/**
 * Bound months (desk-practice.md §3.5) as the journal sees them. A page's digest covers number, version and journal digest of its lines
 * *as of the root*, so it can be computed anew at any time: personal values that were erased since do not change it, and what a line
 * went through later in its trade (handed over, returned) does not either.
 */

/** Kinds of journal lines that change what a book says; after a binding none of them touches the month. */
export const CHANGES_THE_BOOK = ['EDIT', 'CORRECT', 'VOID'] as const;

/** `2026-10` of `SW202610-0007`; null for a text that is no number. */
export const monthOfSerial = (serialNo: string): string | null => {
  const match = /^[A-Z]{2}(\d{4})(\d{2})-\d/.exec(serialNo);
  return match ? `${match[1]}-${match[2]}` : null;
};

/** True when the month in which a line was numbered is bound. */
export function isBound(db: Database.Database, register: string, serialNo: string): boolean {
  const month = monthOfSerial(serialNo);
  if (month === null) return false;
  return (
    prepared(db, 'SELECT 1 FROM month_bindings WHERE register = ? AND month = ?').get(register, month) !==
    undefined
  );
}

/** A line's state as of `rootSeq`; null when the journal knew none then. */
export function stateAsOf(
  db: Database.Database,
  register: string,
  entryId: string,
  rootSeq: number,
): { version: number; digest: string } | null {
  const row = prepared(
    db,
    `SELECT entryVersion AS version, entryDigest AS digest FROM journal
      WHERE register = ? AND entryId = ? AND seq <= ? AND entryDigest IS NOT NULL ORDER BY seq DESC LIMIT 1`,
  ).get(register, entryId, rootSeq) as { version: number; digest: string } | undefined;
  return row ?? null;
}

/** Digest of a page: its number and the states of its lines in order. */
export const pageDigest = (
  no: number,
  lines: readonly { serialNo: string; version: number; digest: string }[],
): string =>
  hash(
    'sha256',
    [no, ...lines.map(({ serialNo, version, digest }) => `${serialNo}\t${version}\t${digest}`)].join('\n'),
    'base64url',
  );
