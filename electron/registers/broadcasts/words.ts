import type { SearchIndex } from '../../db/search';
import type { BroadcastsTable } from '../../db/tables';

/** Whoever holds the index: a command's context, or the seed. */
interface Index {
  search: Pick<SearchIndex, 'put'>;
}

/** Writes the words of a broadcast into the search index. */
export function indexBroadcast({ search }: Index, row: BroadcastsTable): void {
  search.put('broadcasts', row.id, row.recordedAt, {
    texts: [row.summary, row.department, row.requester, row.result, row.note],
    names: [],
    phones: [],
    codes: [row.serialNo, row.scanCode],
  });
}
