import { dayOf } from '../../../shared/dates';
import { NOTICE_NEXT, type Notice, type NoticeState } from '../../../shared/registers/notices.row';
import { InvalidField, Refusal } from '../../../shared/result';
import type { ReadDb } from '../../db/context';
import type { NoticesTable } from '../../db/tables';
import { realDay } from '../../entries/listing';
import { asFilled, movedTo } from '../../entries/load';

/** What every command of the notice book checks before it writes. */

/** The notice as it is now. Errors: Refusal `notFound`; `conflict` (trust.md F10). */
export async function noticeOf(db: ReadDb, id: string, version?: number): Promise<NoticesTable> {
  const row = await db.selectFrom('notices').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

/** The next state, when the chart allows it. Errors: Refusal `notices.wrongState`. */
export const moved = (row: NoticesTable, to: NoticeState): NoticeState =>
  movedTo(NOTICE_NEXT, row.state, to, 'notices');

/** Days that exist and stand in order. Errors: InvalidField `fromOn`, `toOn`. */
export function assertTerm({ fromOn, toOn }: Pick<Notice, 'fromOn' | 'toOn'>): void {
  realDay('fromOn', fromOn);
  realDay('toOn', toOn);
  if (toOn < fromOn) throw new InvalidField('toOn', 'day.early');
}

/** Nothing whose last day has gone by is sent on, approved or posted. Errors: Refusal `notices.over`. */
export function assertNotOver(row: Pick<Notice, 'toOn'>, now: string): void {
  if (row.toOn < dayOf(now)) throw new Refusal('notices.over', { toOn: row.toOn });
}
