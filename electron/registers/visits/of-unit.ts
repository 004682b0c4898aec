import type { ReadDb } from '../../db/context';
import type { Brief } from '../search/brief';
import { disclosureBriefs, visitBriefs } from './briefs';

/** What the visitor desk knows of one unit, for the page "one unit on one page" (S33). */

/** Counted no further. */
const MOST = 1000;

/** Who is there and who is expected first, then the latest visits. */
export async function visitsOfUnit(
  db: ReadDb,
  unitId: string,
  limit: number,
): Promise<{ rows: Brief[]; total: number }> {
  const latest = await db
    .selectFrom('visits')
    .select(['id', 'state'])
    .where('unitId', '=', unitId)
    .orderBy('visitAt', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute();
  const open = latest.filter(({ state }) => state === 'in' || state === 'steppedOut' || state === 'expected');
  const ids = [...new Set([...open, ...latest].map(({ id }) => id))].slice(0, limit);
  return { rows: inOrder(ids, await visitBriefs(db, ids)), total: latest.length };
}

/** Who asked about the people of the unit, newest first. */
export async function disclosuresOfUnit(
  db: ReadDb,
  unitId: string,
  limit: number,
): Promise<{ rows: Brief[]; total: number }> {
  const rows = await db
    .selectFrom('disclosures')
    .select('id')
    .where('unitId', '=', unitId)
    .orderBy('askedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute();
  const ids = rows.slice(0, limit).map(({ id }) => id);
  return { rows: inOrder(ids, await disclosureBriefs(db, ids)), total: rows.length };
}

function inOrder(ids: readonly string[], briefs: readonly Brief[]): Brief[] {
  const byId = new Map(briefs.map((brief) => [brief.entryId, brief]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
