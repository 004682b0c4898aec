import { instantOf } from '../../../shared/dates';
import type { SearchIndex } from '../../db/search';
import type { KeyChecksTable, KeyMandatesTable, KeysTable, KeyTransfersTable } from '../../db/tables';

/** What of keys, mandates, checks and transfers can be found in the omni-box. */

/** Whoever holds the index: a command's context, or the seed. */
export interface Index {
  search: Pick<SearchIndex, 'put'>;
}

/** Writes the words of a key into the search index. */
export function indexKey({ search }: Index, row: KeysTable): void {
  const parts = row.parts ? (JSON.parse(row.parts) as string[]) : [];
  search.put('keys', row.id, instantOf(row.receivedOn), {
    texts: [row.keyNo, row.label, row.door, row.allowedArea, row.sealBagNo, row.source, row.note, ...parts],
    names: [row.label, row.keeperName],
    phones: [],
    codes: [row.serialNo, row.scanCode],
  });
}

/** Writes the words of a mandate into the search index. */
export function indexMandate({ search }: Index, row: KeyMandatesTable): void {
  search.put('keyMandates', row.id, row.receivedAt, {
    texts: [row.purpose, row.allowedPersons, row.contentsNote, row.note],
    names: [row.ownerName, row.withdrawnByName],
    phones: [row.ownerPhone],
    codes: [row.serialNo, row.scanCode],
  });
}

/** Writes the words of a weekly check into the search index. */
export function indexCheck({ search }: Index, row: KeyChecksTable): void {
  search.put('keyChecks', row.id, row.startedAt, {
    texts: [row.week, row.findings, row.measures, row.note],
    names: [row.reportedTo],
    phones: [],
    codes: [row.serialNo, row.scanCode],
  });
}

/** Writes the words of a transfer into the search index. */
export function indexTransfer({ search }: Index, row: KeyTransfersTable): void {
  search.put('keyTransfers', row.id, instantOf(row.plannedOn), {
    texts: [row.fromParty, row.toParty, row.project, row.note],
    names: [row.fromName, row.toName],
    phones: [],
    codes: [row.serialNo, row.scanCode],
  });
}
