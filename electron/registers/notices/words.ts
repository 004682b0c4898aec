import type { SearchIndex } from '../../db/search';
import type { NoticesTable } from '../../db/tables';

/** Whoever holds the index: a command's context, or the seed. */
interface Index {
  search: Pick<SearchIndex, 'put'>;
}

/** Writes the words of a notice into the search index. */
export function indexNotice({ search }: Index, row: NoticesTable): void {
  search.put('notices', row.id, row.recordedAt, {
    texts: [row.title, row.place, row.department, row.note],
    names: [],
    phones: [],
    codes: [row.serialNo, row.scanCode],
  });
}
