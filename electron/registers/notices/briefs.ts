import type { OpName } from '../../../shared/api';
import type { Actor } from '../../../shared/registers/session';
import type { ReadDb } from '../../db/context';
import type { Brief } from '../search/brief';
import { noticeOf } from './load';
import { actsOn, mainAct } from './next';

/** Notices by ids, unordered; unknown ids are left out. */
export async function noticeBriefs(db: ReadDb, ids: readonly string[]): Promise<Brief[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('notices')
    .select(['id', 'serialNo', 'state', 'title', 'place', 'fromOn', 'toOn', 'recordedAt'])
    .where('id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: row.title,
    detail: `${row.place} · ${row.fromOn} → ${row.toOn}`,
    state: row.state,
    at: row.recordedAt,
    next: mainAct(row),
  }));
}

/** What this reader may do on a notice now, the awaited act first. Errors: Refusal `notFound`. */
export const noticeActs = async (
  db: ReadDb,
  id: string,
  actor: Actor | null,
  now: string,
): Promise<OpName[]> => actsOn(await noticeOf(db, id), actor, now);
