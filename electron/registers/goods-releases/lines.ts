import type { GoodsReleaseLine } from '../../../shared/registers/goods-releases.row';
import type { Settings } from '../../../shared/registers/office';
import type { ReleaseRequestLine } from '../../../shared/registers/release-requests.row';
import { maskDocument, maskPhone } from '../../../shared/text';
import type { ReadDb } from '../../db/context';
import { marksOf } from '../../db/story';
import type { GoodsReleasesTable, ReleaseRequestsTable } from '../../db/tables';
import { isLate } from '../../entries/load';
import { monthRows, rowsOf, serialNosOf } from '../../entries/months';
import { settingsOf } from '../office/settings';
import { goodsOf } from './load';

/** Rows become lines here and nowhere else: goods added, what is computed added, personal values masked (trust.md C6). */

const masked = (value: string | null, mask: (text: string) => string): string | null =>
  value === null ? null : mask(value);

/** 过期: its day is over and the goods are not out. Computed, never stored. */
export const isExpired = (
  { state, validTo }: Pick<GoodsReleasesTable, 'state' | 'validTo'>,
  now: string,
): boolean => (state === 'issued' || state === 'atGate') && now > validTo;

/** Slips as lines, in the same order. `settings` may be handed in when many pages are read. */
export async function releaseLines(
  db: ReadDb,
  rows: readonly GoodsReleasesTable[],
  now: string,
  settings?: Settings,
): Promise<GoodsReleaseLine[]> {
  if (rows.length === 0) return [];
  const { limits } = settings ?? (await settingsOf(db));
  const requestIds = rows.map((row) => row.requestId);
  const requests = new Map(
    (await rowsOf(db, 'release_requests', requestIds)).map((request) => [request.id, request]),
  );
  const goods = await goodsOf(db, requestIds);
  const marks = await marksOf(
    db,
    'goodsReleases',
    rows.map((row) => row.id),
  );
  const numbers = await serialNosOf(db, 'goods_releases', [
    ...rows.map((row) => row.replacedById),
    ...rows.map((row) => requests.get(row.requestId)?.replacesId ?? null),
  ]);
  return rows.map(({ sealed: _, ...row }) => {
    const content = contentOf(requests.get(row.requestId)!);
    const { gateRecordedAt: typed, releasedAt, mismatchAt } = row;
    const happened = releasedAt ?? mismatchAt;
    return {
      ...content,
      ...row,
      moverDocument: masked(row.moverDocument, maskDocument),
      goods: goods.get(row.requestId) ?? [],
      expired: isExpired(row, now),
      late: typed !== null && happened !== null && isLate(happened, typed, limits.lateEntryMinutes),
      copies: marks.copies.get(row.id) ?? 0,
      replacesNo: numbers.get(content.replacesId ?? '') ?? null,
      replacedByNo: numbers.get(row.replacedById ?? '') ?? null,
      strikes: marks.strikes.get(row.id) ?? [],
    };
  });
}

/** What a slip says of its application, with phone and document masked. */
function contentOf(request: ReleaseRequestsTable) {
  const {
    id: _id,
    version: _version,
    state: _state,
    unitId: _unitId,
    note: _note,
    recordedAt: _at,
    recorderId: _recorderId,
    recorderName: _recorderName,
    sentBackReason: _sentBack,
    withdrawnReason: _reason,
    withdrawnAt: _withdrawnAt,
    withdrawnByName: _withdrawnBy,
    submittedAt: _submittedAt,
    submittedById: _submittedById,
    submittedByName: _submittedBy,
    sealed: _sealed,
    ...content
  } = request;
  return { ...content, ...hidden(request) };
}

const hidden = ({ handlerDocument, consentPhone }: ReleaseRequestsTable) => ({
  handlerDocument: masked(handlerDocument, maskDocument),
  consentPhone: masked(consentPhone, maskPhone),
});

/** Applications as lines, in the same order. */
export async function requestLines(
  db: ReadDb,
  rows: readonly ReleaseRequestsTable[],
): Promise<ReleaseRequestLine[]> {
  const goods = await goodsOf(
    db,
    rows.map((row) => row.id),
  );
  const numbers = await serialNosOf(
    db,
    'goods_releases',
    rows.map((row) => row.replacesId),
  );
  return rows.map((row) => {
    const { sealed: _, ...plain } = row;
    return {
      ...plain,
      ...hidden(row),
      goods: goods.get(row.id) ?? [],
      replacesNo: numbers.get(row.replacesId ?? '') ?? null,
    };
  });
}

/** Slips by ids, in the order asked; unknown ids are left out. */
export const releaseLinesById = async (
  db: ReadDb,
  ids: readonly string[],
  now: string,
  settings?: Settings,
): Promise<GoodsReleaseLine[]> => releaseLines(db, await rowsOf(db, 'goods_releases', ids), now, settings);

/** A month's book in number order, a stretch at a time: see `monthRows`. */
export const monthLines = async (
  db: ReadDb,
  month: string,
  afterSerial: string | null,
  limit: number,
  now: string,
  settings?: Settings,
): Promise<GoodsReleaseLine[]> =>
  releaseLines(
    db,
    await monthRows(db, 'goodsReleases', 'goods_releases', month, afterSerial, limit),
    now,
    settings,
  );
