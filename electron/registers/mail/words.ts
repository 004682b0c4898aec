import type { SearchIndex } from '../../db/search';
import type { MailItemsTable } from '../../db/tables';

/** Whoever holds the index: a command's context, or the seed. */
interface Index {
  search: Pick<SearchIndex, 'put'>;
}

/** Writes the words of an item into the search index. */
export function indexMailItem({ search }: Index, row: MailItemsTable, unitCode: string | null): void {
  search.put('mailItems', row.id, row.receivedAt, {
    texts: [row.trackingNo, row.carrier, row.department, unitCode, row.shelf, row.destination, row.note],
    names: [row.addresseeName, row.senderName, row.takerName],
    phones: [row.addresseePhone],
    codes: [row.serialNo, row.scanCode],
  });
}
