import { instantOf } from '../../../shared/dates';
import type { SearchIndex } from '../../db/search';
import type { KeysTable } from '../../db/tables';

/** What of a key can be found in the omni-box. */

/** Whoever holds the index: a command's context, or the seed. */
export interface Index {
  search: Pick<SearchIndex, 'put'>;
}

/** Writes the words of a key into the search index. */
export function indexKey({ search }: Index, row: KeysTable): void {
  const parts = row.parts ? (JSON.parse(row.parts) as string[]) : [];
  search.put('keys', row.id, instantOf(row.receivedOn), {
    texts: [row.label, row.door, row.allowedArea, row.sealBagNo, row.source, row.note, ...parts],
    names: [row.label, row.keeperName],
    phones: [],
    codes: [row.serialNo, row.scanCode, row.keyNo],
  });
}
