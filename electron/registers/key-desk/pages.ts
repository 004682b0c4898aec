import type Database from 'better-sqlite3';
import type { z } from 'zod';
import type { OutputOf } from '../../../shared/op';
import type { keyCopies, keyCopyFilter } from '../../../shared/registers/key-copies';
import type { keyIncidentFilter, keyIncidents } from '../../../shared/registers/key-incidents';
import type { keyLoanFilter, keyLoans } from '../../../shared/registers/key-loans';
import type { keyUnsealFilter, keyUnseals } from '../../../shared/registers/key-unseals';
import type { ReadDb } from '../../db/context';
import { listPage, seenPage } from '../../entries/listing';
import { settingsOf } from '../office/settings';
import {
  COPIES,
  copyBranches,
  INCIDENTS,
  incidentBranches,
  LOANS,
  LOANS_OUT,
  loanBranches,
  UNSEALS,
  unsealBranches,
} from './filter';
import { toKeyCopyLines, toKeyIncidentLines, toKeyLoanLines, toKeyUnsealLines } from './lines';

/** A page of each of the key desk's books, as the lists and the exports read them. Errors: InvalidField of days and cursors. */

type After = string | null | undefined;

/** The key log; needs in the order they fall due, everything else newest first. */
export async function loanPage(
  db: ReadDb,
  raw: Database.Database,
  { search, ...filter }: z.output<typeof keyLoanFilter>,
  after: After,
  limit: number,
  now: string,
): Promise<OutputOf<typeof keyLoans.list>> {
  const settings = await settingsOf(db);
  const { rows, ...page } = await seenPage(db, raw, filter.need ? LOANS_OUT : LOANS, {
    branches: loanBranches(filter, now),
    search,
    after: after ?? null,
    limit,
  });
  return { rows: await toKeyLoanLines(db, rows, now, settings), ...page };
}

/** The opened storerooms, newest first. */
export async function unsealPage(
  db: ReadDb,
  raw: Database.Database,
  { search, ...filter }: z.output<typeof keyUnsealFilter>,
  after: After,
  limit: number,
  now: string,
): Promise<OutputOf<typeof keyUnseals.list>> {
  const asked = { branches: unsealBranches(filter), search, after: after ?? null, limit };
  const { rows, ...page } = await listPage(db, raw, UNSEALS, asked);
  return { rows: await toKeyUnsealLines(db, rows, now), ...page };
}

/** The applications for copies, newest first. */
export async function copyPage(
  db: ReadDb,
  raw: Database.Database,
  { search, ...filter }: z.output<typeof keyCopyFilter>,
  after: After,
  limit: number,
): Promise<OutputOf<typeof keyCopies.list>> {
  const asked = { branches: copyBranches(filter), search, after: after ?? null, limit };
  const { rows, ...page } = await listPage(db, raw, COPIES, asked);
  return { rows: await toKeyCopyLines(db, rows), ...page };
}

/** The incidents, newest first. */
export async function incidentPage(
  db: ReadDb,
  raw: Database.Database,
  { search, ...filter }: z.output<typeof keyIncidentFilter>,
  after: After,
  limit: number,
): Promise<OutputOf<typeof keyIncidents.list>> {
  const asked = { branches: incidentBranches(filter), search, after: after ?? null, limit };
  const { rows, ...page } = await listPage(db, raw, INCIDENTS, asked);
  return { rows: await toKeyIncidentLines(db, rows), ...page };
}
