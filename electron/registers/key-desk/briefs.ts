import type { OpName } from '../../../shared/api';
import { dayTimeOf } from '../../../shared/dates';
import type { Actor } from '../../../shared/registers/session';
import type { ReadDb } from '../../db/context';
import type { Brief } from '../search/brief';
import { copyOf, incidentOf, loanOf, unsealOf } from './load';
import {
  actsOnCopy,
  actsOnIncident,
  actsOnLoan,
  actsOnUnseal,
  copyAct,
  incidentAct,
  loanAct,
  unsealAct,
} from './next';

/** What the key desk's entries say in the omni-box and on the scanner's card: no phone, no document. */

const detail = (...parts: (string | null)[]): string => parts.filter((part) => part).join(' · ');

/** Loans by ids, unordered; unknown ids are left out. */
export async function keyLoanBriefs(db: ReadDb, ids: readonly string[]): Promise<Brief[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('key_loans')
    .select([
      'id',
      'serialNo',
      'keyNo',
      'keyName',
      'borrowerName',
      'borrowerOrg',
      'purpose',
      'issuedAt',
      'state',
    ])
    .where('id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: `${row.keyNo} ${row.keyName}`,
    detail: detail(row.borrowerName, row.borrowerOrg, row.purpose, dayTimeOf(row.issuedAt)),
    state: row.state,
    at: row.issuedAt,
    next: loanAct(row),
  }));
}

/** Opened storerooms by ids. */
export async function keyUnsealBriefs(db: ReadDb, ids: readonly string[]): Promise<Brief[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('key_unseals')
    .select(['id', 'serialNo', 'keyNo', 'keyName', 'reason', 'requesterName', 'openedAt', 'state'])
    .where('id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: `${row.keyNo} ${row.keyName}`,
    detail: detail(row.reason, row.requesterName, dayTimeOf(row.openedAt)),
    state: row.state,
    at: row.openedAt,
    next: unsealAct(row),
  }));
}

/** Applications for copies by ids. */
export async function keyCopyBriefs(db: ReadDb, ids: readonly string[]): Promise<Brief[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('key_copies')
    .select([
      'id',
      'serialNo',
      'keyNo',
      'keyName',
      'quantity',
      'reason',
      'applicantName',
      'appliedAt',
      'state',
    ])
    .where('id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: `${row.keyNo} ${row.keyName} ×${row.quantity}`,
    detail: detail(row.reason, row.applicantName, dayTimeOf(row.appliedAt)),
    state: row.state,
    at: row.appliedAt,
    next: copyAct(row),
  }));
}

/** Incidents by ids. */
export async function keyIncidentBriefs(db: ReadDb, ids: readonly string[]): Promise<Brief[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('key_incidents')
    .select([
      'id',
      'serialNo',
      'keyNo',
      'keyName',
      'course',
      'reporterName',
      'foundOutAt',
      'state',
      'superiorAt',
      'measuredAt',
    ])
    .where('id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: `${row.keyNo} ${row.keyName}`,
    detail: detail(row.course, row.reporterName, dayTimeOf(row.foundOutAt)),
    state: row.state,
    at: row.foundOutAt,
    next: incidentAct(row),
  }));
}

/** What this reader may do now, per book; the awaited act first. Errors: Refusal `notFound`. */
export const keyLoanActs = async (db: ReadDb, id: string, actor: Actor | null): Promise<OpName[]> =>
  actsOnLoan(await loanOf(db, id), actor);
export const keyUnsealActs = async (db: ReadDb, id: string, actor: Actor | null): Promise<OpName[]> =>
  actsOnUnseal(await unsealOf(db, id), actor);
export const keyCopyActs = async (db: ReadDb, id: string, actor: Actor | null): Promise<OpName[]> =>
  actsOnCopy(await copyOf(db, id), actor);
export const keyIncidentActs = async (db: ReadDb, id: string, actor: Actor | null): Promise<OpName[]> =>
  actsOnIncident(await incidentOf(db, id), actor);
