import type { BroadcastLine } from '../../../shared/registers/broadcasts.row';
import type { ReadDb } from '../../db/context';
import { marksOf } from '../../db/story';
import type { BroadcastPlaysTable, BroadcastsTable } from '../../db/tables';
import { isOver } from './next';

/** Rows become lines here and nowhere else: computed fields added. */

/** Rows as lines, in the same order. */
export async function toBroadcastLines(
  db: ReadDb,
  rows: readonly BroadcastsTable[],
  now: string,
): Promise<BroadcastLine[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const { strikes, copies } = await marksOf(db, 'broadcasts', ids);
  const plays = await db
    .selectFrom('broadcast_plays')
    .selectAll()
    .where('broadcastId', 'in', ids)
    .where('struckReason', 'is', null)
    .orderBy('playedAt')
    .execute();
  const of = Map.groupBy(plays, (one) => one.broadcastId);
  return rows.map((row) => {
    const mine = of.get(row.id) ?? [];
    return {
      ...row,
      over: isOver(row, now),
      announcers: [...new Set(mine.map((one) => one.announcerName))],
      firstPlayedAt: mine[0]?.playedAt ?? null,
      lastPlayedAt: mine.at(-1)?.playedAt ?? null,
      copies: copies.get(row.id) ?? 0,
      strikes: strikes.get(row.id) ?? [],
    };
  });
}

/** The plays of a broadcast in their order, struck ones too. */
export const playsOf = (db: ReadDb, broadcastId: string): Promise<BroadcastPlaysTable[]> =>
  db
    .selectFrom('broadcast_plays')
    .selectAll()
    .where('broadcastId', '=', broadcastId)
    .orderBy('lineNo')
    .execute();
