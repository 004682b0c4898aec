import type { OpName } from '../../../shared/api';
import { timeOf } from '../../../shared/dates';
import type { Actor } from '../../../shared/registers/session';
import type { ReadDb } from '../../db/context';
import { settingsOf } from '../office/settings';
import type { Brief } from '../search/brief';
import { lineOf, logOf, peopleIn } from './load';
import { lineActs, logActs, mainAct } from './next';
import { shiftNames } from './posts';

/** Logs and lines in the omni-box's words. */

/** Logs by ids, unordered; unknown ids are left out. */
export async function dutyLogBriefs(db: ReadDb, ids: readonly string[], now: string): Promise<Brief[]> {
  if (ids.length === 0) return [];
  const settings = await settingsOf(db);
  const rows = await db.selectFrom('duty_logs').selectAll().where('id', 'in', ids).execute();
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: `${row.post} ${row.shiftOn} ${shiftNames(settings, row.shiftCode).shiftZh}`,
    detail: peopleIn(row.people)
      .map(({ name }) => name)
      .join(' '),
    state: row.state,
    at: row.fromAt,
    next: mainAct(row, now),
  }));
}

/** Lines by ids, unordered; unknown ids are left out. */
export async function dutyLineBriefs(db: ReadDb, ids: readonly string[]): Promise<Brief[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('duty_lines')
    .innerJoin('duty_logs', 'duty_logs.id', 'duty_lines.logId')
    .select([
      'duty_lines.id',
      'duty_lines.serialNo',
      'duty_lines.state',
      'duty_lines.matter',
      'duty_lines.handling',
      'duty_lines.happenedAt',
      'duty_logs.post',
    ])
    .where('duty_lines.id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: row.matter ?? '',
    detail: [row.post, timeOf(row.happenedAt), row.handling].filter(Boolean).join(' · '),
    state: row.state,
    at: row.happenedAt,
    next: row.state === 'open' ? 'dutyLines.finish' : null,
  }));
}

/** What this reader may do on a log now. Errors: Refusal `notFound`. */
export const dutyLogActs = async (
  db: ReadDb,
  id: string,
  actor: Actor | null,
  now: string,
): Promise<OpName[]> => logActs(await logOf(db, id), actor, now);

/** What this reader may do on a line now. Errors: Refusal `notFound`. */
export async function dutyLineActs(db: ReadDb, id: string, actor: Actor | null): Promise<OpName[]> {
  const row = await lineOf(db, id);
  return lineActs(row, (await logOf(db, row.logId)).state === 'signed', actor);
}
