import type { OpName } from '../../../shared/api';
import type { Actor } from '../../../shared/registers/session';
import type { ReadDb } from '../../db/context';
import type { Brief } from '../search/brief';
import { diaryOf } from './load';
import { diaryActs, mainAct } from './next';

/** Diaries by ids, unordered; unknown ids are left out. */
export async function diaryBriefs(db: ReadDb, ids: readonly string[]): Promise<Brief[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('steward_diaries')
    .select(['id', 'serialNo', 'state', 'dayOn', 'stewardName', 'areas', 'problems', 'recordedAt'])
    .where('id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: `${row.stewardName} ${row.dayOn}`,
    detail: [row.areas, row.problems].filter(Boolean).join(' · '),
    state: row.state,
    at: row.recordedAt,
    next: mainAct(row),
  }));
}

/** What this reader may do on a diary now. Errors: Refusal `notFound`. */
export const diaryActsOf = async (db: ReadDb, id: string, actor: Actor | null): Promise<OpName[]> =>
  diaryActs(await diaryOf(db, id), actor);
