import type { SearchIndex } from '../../db/search';
import type { PostCoversTable, RostersTable, ShiftSwapsTable } from '../../db/tables';

/** Whoever holds the index: a command's context, or the seed. */
interface Index {
  search: Pick<SearchIndex, 'put'>;
}

/** Writes the words of a week into the search index. */
export function indexRoster({ search }: Index, row: RostersTable): void {
  search.put('rosters', row.id, row.recordedAt, {
    texts: [row.weekOn, row.note, row.shortReason],
    names: [row.publishedByName],
    phones: [],
    codes: [row.serialNo, row.scanCode],
  });
}

export function indexSwap({ search }: Index, row: ShiftSwapsTable): void {
  search.put('shiftSwaps', row.id, row.recordedAt, {
    texts: [row.reason, row.post, row.note],
    names: [row.askerName, row.colleagueName],
    phones: [],
    codes: [row.serialNo, row.scanCode],
  });
}

export function indexCover({ search }: Index, row: PostCoversTable): void {
  search.put('postCovers', row.id, row.leftAt, {
    texts: [row.post, row.reason, row.note],
    names: [row.leaverName, row.standInName],
    phones: [],
    codes: [row.serialNo, row.scanCode],
  });
}
