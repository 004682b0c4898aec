import type { ReadDb } from '../../db/context';
import type { Brief } from '../search/brief';
import { goodsReleaseBriefs } from './briefs';

/** The newest slips of a unit, for the page "one unit on one page" (S33), and how many there are (counted to 1000). */
export async function goodsReleasesOfUnit(
  db: ReadDb,
  unitId: string,
  limit: number,
  now: string,
): Promise<{ rows: Brief[]; total: number }> {
  const ids = await db
    .selectFrom('goods_releases')
    .select('id')
    .where('unitId', '=', unitId)
    .orderBy('recordedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1000)
    .execute();
  const shown = ids.slice(0, limit).map(({ id }) => id);
  const briefs = new Map((await goodsReleaseBriefs(db, shown, now)).map((brief) => [brief.entryId, brief]));
  return { rows: shown.flatMap((id) => briefs.get(id) ?? []), total: ids.length };
}
