import type { SearchIndex } from '../../db/search';
import type { CustodyItemsTable, MoveNoticesTable, ToolLoansTable, ToolsTable } from '../../db/tables';

/** The words of this room's books in the search index. */

/** Whoever holds the index: a command's context, or the seed. */
interface Index {
  search: Pick<SearchIndex, 'put'>;
}

export function indexItem({ search }: Index, row: CustodyItemsTable, unitCode: string | null): void {
  search.put('custodyItems', row.id, row.keptAt, {
    texts: [row.itemName, row.features, row.tagNo, row.storagePlace, unitCode, row.note],
    names: [row.depositorName, row.collectorNames, row.takerName],
    phones: [row.depositorPhone],
    codes: [row.serialNo, row.scanCode],
  });
}

export function indexTool({ search }: Index, row: ToolsTable): void {
  search.put('tools', row.id, row.recordedAt, {
    texts: [row.toolNo, row.name, row.keepPlace, row.note],
    names: [],
    phones: [],
    codes: [row.serialNo, row.scanCode],
  });
}

export function indexToolLoan({ search }: Index, row: ToolLoansTable, unitCode: string | null): void {
  search.put('toolLoans', row.id, row.issuedAt, {
    texts: [row.toolNo, row.toolName, unitCode, row.depositReceiptNo, row.note],
    names: [row.borrowerName, row.returnerName],
    phones: [row.borrowerPhone],
    codes: [row.serialNo, row.scanCode],
  });
}

export function indexMove({ search }: Index, row: MoveNoticesTable, unitCode: string | null): void {
  search.put('moveNotices', row.id, row.announcedAt, {
    texts: [unitCode, row.moverCompany, row.plate, row.lift, row.moveOn, row.note],
    names: [row.contactName],
    phones: [row.contactPhone],
    codes: [row.serialNo, row.scanCode],
  });
}
