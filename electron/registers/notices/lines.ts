import type { NoticeLine, NoticeReceiptLine } from '../../../shared/registers/notices.row';
import type { ReadDb } from '../../db/context';
import { marksOf } from '../../db/story';
import type { NoticesTable } from '../../db/tables';
import { rowsOf } from '../../entries/months';
import { unitCodes } from '../units/briefs';
import { isExpired, isToPost } from './next';

/** Rows become lines here and nowhere else: computed fields added. */

/** Rows as lines, in the same order. */
export async function toNoticeLines(
  db: ReadDb,
  rows: readonly NoticesTable[],
  now: string,
): Promise<NoticeLine[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const { strikes, copies } = await marksOf(db, 'notices', ids);
  const handed = await db
    .selectFrom('notice_receipts')
    .select(['noticeId', (eb) => eb.fn.sum<number>('copies').as('n')])
    .where('noticeId', 'in', ids)
    .where('struckReason', 'is', null)
    .groupBy('noticeId')
    .execute();
  const handedOut = new Map(handed.map((one) => [one.noticeId, Number(one.n)]));
  return rows.map((row) => ({
    ...row,
    expired: isExpired(row, now),
    toPost: isToPost(row, now),
    handedOut: handedOut.get(row.id) ?? 0,
    copies: copies.get(row.id) ?? 0,
    strikes: strikes.get(row.id) ?? [],
  }));
}

/** Lines by ids, in the order asked; unknown ids are left out. */
export const noticeLinesById = async (
  db: ReadDb,
  ids: readonly string[],
  now: string,
): Promise<NoticeLine[]> => toNoticeLines(db, await rowsOf(db, 'notices', ids), now);

/** The distribution list of a notice in its order, struck lines too. */
export async function receiptsOf(db: ReadDb, noticeId: string): Promise<NoticeReceiptLine[]> {
  const rows = await db
    .selectFrom('notice_receipts')
    .selectAll()
    .where('noticeId', '=', noticeId)
    .orderBy('lineNo')
    .execute();
  const codes = await unitCodes(
    db,
    rows.map((row) => row.unitId),
  );
  return rows.map(({ sealed: _, ...row }) => ({ ...row, unitCode: codes.get(row.unitId) ?? null }));
}
