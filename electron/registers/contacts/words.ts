import type { SearchIndex } from '../../db/search';
import type { ContactLogsTable } from '../../db/tables';

/** Whoever holds the index: a command's context, or the seed. */
interface Index {
  search: Pick<SearchIndex, 'put'>;
}

/** Writes the words of a contact into the search index. */
export function indexContact({ search }: Index, row: ContactLogsTable, unitCode: string | null): void {
  search.put('contactLogs', row.id, row.happenedAt, {
    texts: [row.content, row.callerPlace, unitCode, row.passedTo, row.result, row.linkedNo, row.note],
    names: [row.callerName],
    phones: [row.callerPhone],
    codes: [row.serialNo, row.scanCode],
  });
}
