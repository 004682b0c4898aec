import type { GoodsLine } from '../../../shared/registers/release-requests.row';
import type { SearchIndex } from '../../db/search';
import type { GoodsReleasesTable, ReleaseRequestsTable } from '../../db/tables';

/** What of a slip can be found in the omni-box: number, place, people, goods, plate. Documents and phones are not. */

/** Whoever holds the index: a command's context, or the seed. */
interface Index {
  search: Pick<SearchIndex, 'put'>;
}

/** Writes the words of a slip into the search index, at the time it was issued. */
export function indexRelease(
  { search }: Index,
  slip: GoodsReleasesTable,
  request: ReleaseRequestsTable,
  goods: readonly Pick<GoodsLine, 'name' | 'spec'>[],
): void {
  search.put('goodsReleases', slip.id, slip.recordedAt, {
    texts: [
      request.unitName,
      request.plate,
      request.moverCompany,
      ...goods.flatMap(({ name, spec }) => [name, spec]),
      slip.note,
    ],
    names: [request.ownerName, request.handlerName, slip.moverName, ...goods.map(({ name }) => name)],
    phones: [],
    codes: [slip.serialNo, slip.scanCode],
  });
}
