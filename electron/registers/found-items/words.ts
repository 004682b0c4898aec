import type { SearchIndex } from '../../db/search';
import type { FoundItemsTable, LostReportsTable } from '../../db/tables';

/** What of an entry can be found in the omni-box. Verification features are not indexed: who searches must not learn them. */

/** Whoever holds the index: a command's context, or the seed. */
interface Index {
  search: Pick<SearchIndex, 'put'>;
}

/** Writes the words of an item into the search index. */
export function indexItem({ search }: Index, row: FoundItemsTable): void {
  search.put('foundItems', row.id, row.foundAt, {
    texts: [
      row.name,
      row.publicFeatures,
      row.foundPlace,
      row.storagePlace,
      row.bagNo,
      row.finderDepartment,
      row.claimantUnit,
      row.policeReceiptNo,
      row.note,
    ],
    names: [
      row.name,
      row.finderName,
      row.claimantName,
      row.collectorName,
      row.partyAContact,
      row.confirmer2How === 'witness' ? row.confirmer2Name : null,
    ],
    phones: [row.finderPhone, row.claimantPhone],
    codes: [row.serialNo, row.scanCode],
  });
}

/** Writes the words of a lost report into the search index. */
export function indexReport({ search }: Index, row: LostReportsTable): void {
  search.put('lostReports', row.id, row.lostFrom, {
    texts: [row.name, row.features, row.lostPlace, row.reporterUnit, row.broadcastNo, row.note],
    names: [row.name, row.reporterName],
    phones: [row.reporterPhone],
    codes: [row.serialNo, row.scanCode],
  });
}
