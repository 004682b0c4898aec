import type { OpName } from '../../../shared/api';
import { dayTimeOf } from '../../../shared/dates';
import type { Actor } from '../../../shared/registers/session';
import type { ReadDb } from '../../db/context';
import type { Brief } from '../search/brief';
import { releaseOf } from './load';
import { actsOn, mainAct } from './next';

/** Slips by ids, unordered; unknown ids are left out. `now` decides whether the gate or a new slip is next. */
export async function goodsReleaseBriefs(db: ReadDb, ids: readonly string[], now: string): Promise<Brief[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('goods_releases')
    .innerJoin('release_requests', 'release_requests.id', 'goods_releases.requestId')
    .select([
      'goods_releases.id',
      'goods_releases.serialNo',
      'goods_releases.state',
      'goods_releases.recordedAt',
      'goods_releases.validTo',
      'release_requests.unitName',
      'release_requests.ownerName',
      'release_requests.handlerName',
      'release_requests.plate',
      'release_requests.summary',
    ])
    .where('goods_releases.id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: [row.unitName, row.ownerName].filter(Boolean).join(' '),
    detail: [row.summary, row.handlerName, row.plate, dayTimeOf(row.recordedAt)].filter(Boolean).join(' · '),
    state: row.state,
    at: row.recordedAt,
    next: mainAct(row, now),
  }));
}

/** What this reader may do on a slip now, the awaited act first. Errors: Refusal `notFound`. */
export const goodsReleaseActs = async (
  db: ReadDb,
  id: string,
  actor: Actor | null,
  now: string,
): Promise<OpName[]> => actsOn(await releaseOf(db, id), actor, now);
