import { DIARY_SECTIONS } from '../../../shared/registers/steward-diaries.row';
import type { SearchIndex } from '../../db/search';
import type { StewardDiariesTable } from '../../db/tables';

/** Whoever holds the index: a command's context, or the seed. */
interface Index {
  search: Pick<SearchIndex, 'put'>;
}

/** Writes the words of a diary into the search index. */
export function indexDiary({ search }: Index, row: StewardDiariesTable): void {
  search.put('stewardDiaries', row.id, row.recordedAt, {
    texts: [row.areas, ...DIARY_SECTIONS.map((section) => row[section])],
    names: [row.stewardName],
    phones: [],
    codes: [row.serialNo, row.scanCode],
  });
}
