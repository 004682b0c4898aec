import type { OpName } from '../../../shared/api';
import type { Actor } from '../../../shared/registers/session';
import type { ReadDb } from '../../db/context';
import type { Brief } from '../search/brief';
import { broadcastOf } from './load';
import { actsOn, mainAct } from './next';

/** Broadcasts by ids, unordered; unknown ids are left out. */
export async function broadcastBriefs(db: ReadDb, ids: readonly string[]): Promise<Brief[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('broadcasts')
    .select([
      'id',
      'serialNo',
      'state',
      'summary',
      'department',
      'requester',
      'played',
      'repetitions',
      'recordedAt',
    ])
    .where('id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: row.summary,
    detail: `${row.department} · ${row.requester} · ${row.played}/${row.repetitions}`,
    state: row.state,
    at: row.recordedAt,
    next: mainAct(row),
  }));
}

/** What this reader may do on a broadcast now, the awaited act first. Errors: Refusal `notFound`. */
export const broadcastActs = async (
  db: ReadDb,
  id: string,
  actor: Actor | null,
  now: string,
): Promise<OpName[]> => actsOn(await broadcastOf(db, id), actor, now);
