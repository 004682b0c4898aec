import { GOODS_RELEASE_NEXT, type GoodsReleaseState } from '../../../shared/registers/goods-releases.row';
import {
  type GoodsLine,
  RELEASE_REQUEST_NEXT,
  type ReleaseRequestState,
} from '../../../shared/registers/release-requests.row';
import type { ReadDb } from '../../db/context';
import type { GoodsReleasesTable, ReleaseRequestsTable } from '../../db/tables';
import { asFilled, movedTo } from '../../entries/load';

/** Rows of the release desk as they are now, and the steps their charts allow. */

/** The application as it is now. Errors: Refusal `notFound`, `conflict`. */
export async function requestOf(db: ReadDb, id: string, version?: number): Promise<ReleaseRequestsTable> {
  const row = await db.selectFrom('release_requests').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

/** The slip as it is now. Errors: Refusal `notFound`, `conflict`. */
export async function releaseOf(db: ReadDb, id: string, version?: number): Promise<GoodsReleasesTable> {
  const row = await db.selectFrom('goods_releases').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

/** Errors: Refusal `releaseRequests.wrongState`. */
export const movedRequest = (row: ReleaseRequestsTable, to: ReleaseRequestState): ReleaseRequestState =>
  movedTo(RELEASE_REQUEST_NEXT, row.state, to, 'releaseRequests');

/** Errors: Refusal `goodsReleases.wrongState`. */
export const movedRelease = (row: GoodsReleasesTable, to: GoodsReleaseState): GoodsReleaseState =>
  movedTo(GOODS_RELEASE_NEXT, row.state, to, 'goodsReleases');

/** Lines of goods by application, in the order of the slip; struck ones only when asked for. */
export async function goodsOf(
  db: ReadDb,
  requestIds: readonly string[],
  struck = false,
): Promise<Map<string, GoodsLine[]>> {
  const byRequest = new Map<string, GoodsLine[]>(requestIds.map((id) => [id, []]));
  if (requestIds.length === 0) return byRequest;
  const rows = await db
    .selectFrom('goods_lines')
    .selectAll()
    .where('requestId', 'in', requestIds)
    .orderBy('requestId')
    .orderBy('lineNo')
    .execute();
  for (const row of rows) if (struck || row.struck === 0) byRequest.get(row.requestId)?.push(row);
  return byRequest;
}
