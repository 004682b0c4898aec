import type { SearchIndex } from '../../db/search';
import type { KeyCopiesTable, KeyIncidentsTable, KeyLoansTable, KeyUnsealsTable } from '../../db/tables';

/** What of the key desk's entries can be found in the omni-box. */

/** Whoever holds the index: a command's context, or the seed. */
interface Index {
  search: Pick<SearchIndex, 'put'>;
}

const present = (...codes: (string | null)[]): string[] => codes.filter((code) => code !== null);

/** Writes the words of a loan: key number, borrower, phone, slip numbers (repair slip, permit). */
export function indexLoan({ search }: Index, row: KeyLoansTable): void {
  search.put('keyLoans', row.id, row.issuedAt, {
    texts: [row.keyName, row.borrowerOrg, row.purpose, row.repairSlipNo, row.permitNo, row.note],
    names: [row.borrowerName, row.returnedByName, row.escortName, row.ownerAskedName],
    phones: [row.borrowerPhone, row.ownerAskedPhone],
    codes: present(row.serialNo, row.scanCode, row.keyNo, row.staffNo),
  });
}

/** Writes the words of an opened storeroom; its goods are found by their names. */
export function indexUnseal({ search }: Index, row: KeyUnsealsTable, goods: readonly string[]): void {
  search.put('keyUnseals', row.id, row.openedAt, {
    texts: [row.keyName, row.reason, row.requesterDepartment, row.note, ...goods],
    names: [row.requesterName, row.supervisorName],
    phones: [],
    codes: present(row.serialNo, row.scanCode, row.keyNo, row.oldBagNo, row.newBagNo),
  });
}

/** Writes the words of an application for copies. */
export function indexCopy({ search }: Index, row: KeyCopiesTable): void {
  const numbers = row.newKeyNos ? (JSON.parse(row.newKeyNos) as string[]) : [];
  search.put('keyCopies', row.id, row.appliedAt, {
    texts: [row.keyName, row.reason, row.applicantDepartment, row.locksmith, row.note],
    names: [row.applicantName, row.decidedByName, row.collectedByName],
    phones: [],
    codes: [row.serialNo, row.scanCode, row.keyNo, ...numbers],
  });
}

/** Writes the words of a loss or damage. */
export function indexIncident({ search }: Index, row: KeyIncidentsTable): void {
  search.put('keyIncidents', row.id, row.foundOutAt, {
    texts: [row.keyName, row.place, row.course, row.measureNote, row.opinion, row.note],
    names: [row.reporterName, row.superiorName],
    phones: [row.reporterPhone],
    codes: [row.serialNo, row.scanCode, row.keyNo],
  });
}
