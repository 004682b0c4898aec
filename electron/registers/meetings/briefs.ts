import type { OpName } from '../../../shared/api';
import { dayTimeOf } from '../../../shared/dates';
import { wordingOf } from '../../../shared/print/words';
import { meetingName } from '../../../shared/registers/meetings.columns';
import type { Actor } from '../../../shared/registers/session';
import type { ReadDb } from '../../db/context';
import type { Brief } from '../search/brief';
import { meetingOf, resolutionOf } from './load';
import { meetingActs, resolutionActs } from './next';

/** Meetings and resolutions in the omni-box's words. */

const { t } = wordingOf('zh-CN');

/** Meetings by ids, unordered; unknown ids are left out. */
export async function meetingBriefs(db: ReadDb, ids: readonly string[]): Promise<Brief[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('meetings').selectAll().where('id', 'in', ids).execute();
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: `${meetingName(row, t)} ${dayTimeOf(row.heldAt)}`,
    detail: [row.place, row.chairName].join(' · '),
    state: row.state,
    at: row.heldAt,
    next: row.state === 'open' ? 'meetings.issue' : null,
  }));
}

/** Resolutions by ids, unordered; unknown ids are left out. */
export async function resolutionBriefs(db: ReadDb, ids: readonly string[]): Promise<Brief[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('resolutions')
    .select(['id', 'serialNo', 'state', 'matter', 'ownerName', 'dueOn', 'recordedAt'])
    .where('id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: row.matter ?? '',
    detail: `${row.ownerName} · ${row.dueOn}`,
    state: row.state,
    at: row.recordedAt,
    next: row.state === 'open' ? 'resolutions.finish' : null,
  }));
}

/** What this reader may do on a meeting now. Errors: Refusal `notFound`. */
export const meetingActsOf = async (db: ReadDb, id: string, actor: Actor | null): Promise<OpName[]> =>
  meetingActs(await meetingOf(db, id), actor);

/** What this reader may do on a resolution now. Errors: Refusal `notFound`. */
export const resolutionActsOf = async (db: ReadDb, id: string, actor: Actor | null): Promise<OpName[]> =>
  resolutionActs(await resolutionOf(db, id), actor);
