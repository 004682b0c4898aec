import type { SearchIndex } from '../../db/search';
import type { DutyLinesTable, DutyLogsTable } from '../../db/tables';
import { peopleIn } from './load';

/** Whoever holds the index: a command's context, or the seed. */
interface Index {
  search: Pick<SearchIndex, 'put'>;
}

/** Writes the words of a log into the search index. */
export function indexDutyLog({ search }: Index, row: DutyLogsTable): void {
  search.put('dutyLogs', row.id, row.fromAt, {
    texts: [row.post, row.weather, row.message, row.note],
    names: peopleIn(row.people).map(({ name }) => name),
    phones: [],
    codes: [row.serialNo, row.scanCode],
  });
}

/** Writes the words of a typed line into the search index. */
export function indexDutyLine({ search }: Index, row: DutyLinesTable): void {
  search.put('dutyLines', row.id, row.happenedAt, {
    texts: [row.matter, row.handling, row.result, row.note],
    names: row.handler ? [row.handler] : [],
    phones: [],
    codes: [row.serialNo, row.scanCode],
  });
}
