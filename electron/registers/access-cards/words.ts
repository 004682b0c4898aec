import type { SearchIndex } from '../../db/search';
import type { AccessCardsTable } from '../../db/tables';

/** Whoever holds the index: a command's context, or the seed. */
interface Index {
  search: Pick<SearchIndex, 'put'>;
}

/** Writes the words of a card into the search index. */
export function indexCard({ search }: Index, row: AccessCardsTable, unitCode: string | null): void {
  search.put('accessCards', row.id, row.issuedAt, {
    texts: [row.cardNo, row.plate, unitCode, row.receiptNo, row.refundReceiptNo, row.note],
    names: [row.holderName, row.returnerName],
    phones: [row.holderPhone],
    codes: [row.serialNo, row.scanCode],
  });
}
