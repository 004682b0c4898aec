import { KEY_COPY_NEXT, type KeyCopyState } from '../../../shared/registers/key-copies.row';
import { KEY_INCIDENT_NEXT, type KeyIncidentState } from '../../../shared/registers/key-incidents.row';
import { KEY_LOAN_NEXT, type KeyLoanState } from '../../../shared/registers/key-loans.row';
import { KEY_UNSEAL_NEXT, type KeyUnsealState } from '../../../shared/registers/key-unseals.row';
import { Refusal } from '../../../shared/result';
import type { Capacity, Role } from '../../../shared/roles';
import type { ProvenSecond, ReadDb } from '../../db/context';
import type { KeyCopiesTable, KeyIncidentsTable, KeyLoansTable, KeyUnsealsTable } from '../../db/tables';
import { asFilled, movedTo } from '../../entries/load';
import type { Person } from './issue-rules';

/** What every command of the key desk checks before it writes. Errors of all: Refusal `notFound`, `conflict` (trust.md F10). */

/** The loan as it is now. */
export async function loanOf(db: ReadDb, id: string, version?: number): Promise<KeyLoansTable> {
  const row = await db.selectFrom('key_loans').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}
/** The opened storeroom as it is now. */
export async function unsealOf(db: ReadDb, id: string, version?: number): Promise<KeyUnsealsTable> {
  const row = await db.selectFrom('key_unseals').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}
/** The application for copies as it is now. */
export async function copyOf(db: ReadDb, id: string, version?: number): Promise<KeyCopiesTable> {
  const row = await db.selectFrom('key_copies').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}
/** The incident as it is now. */
export async function incidentOf(db: ReadDb, id: string, version?: number): Promise<KeyIncidentsTable> {
  const row = await db.selectFrom('key_incidents').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

/** Next states, when the charts allow them. Errors: Refusal `<namespace>.wrongState`. */
export const loanMoved = (row: { state: KeyLoanState }, to: KeyLoanState): KeyLoanState =>
  movedTo(KEY_LOAN_NEXT, row.state, to, 'keyLoans');
export const unsealMoved = (row: { state: KeyUnsealState }, to: KeyUnsealState): KeyUnsealState =>
  movedTo(KEY_UNSEAL_NEXT, row.state, to, 'keyUnseals');
export const copyMoved = (row: { state: KeyCopyState }, to: KeyCopyState): KeyCopyState =>
  movedTo(KEY_COPY_NEXT, row.state, to, 'keyCopies');
export const incidentMoved = (row: { state: KeyIncidentState }, to: KeyIncidentState): KeyIncidentState =>
  movedTo(KEY_INCIDENT_NEXT, row.state, to, 'keyIncidents');

/** A person of the staff with roles and capacities, active ones only. Errors: Refusal `keyLoans.unknownPerson`. */
export async function personOf(db: ReadDb, staffId: string): Promise<Person> {
  const row = await db
    .selectFrom('staff')
    .select(['id', 'name', 'roles', 'capacities', 'active'])
    .where('id', '=', staffId)
    .executeTakeFirst();
  if (row?.active !== 1) throw new Refusal('keyLoans.unknownPerson');
  return {
    staffId: row.id,
    name: row.name,
    roles: JSON.parse(row.roles) as Role[],
    capacities: JSON.parse(row.capacities) as Capacity[],
  };
}

/** The second person the door has proven, with roles and capacities; null when none came. */
export async function secondOf(db: ReadDb, second: ProvenSecond | null): Promise<Person | null> {
  return second?.how === 'pin' ? personOf(db, second.staffId) : null;
}
