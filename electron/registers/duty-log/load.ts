import { DUTY_LINE_NEXT, type DutyLineState } from '../../../shared/registers/duty-lines.row';
import {
  DUTY_LOG_NEXT,
  type DutyLogState,
  type OnDuty,
  onDuty,
} from '../../../shared/registers/duty-logs.row';
import type { ReadDb } from '../../db/context';
import type { DutyLinesTable, DutyLogsTable } from '../../db/tables';
import { asFilled, movedTo } from '../../entries/load';

/** What every command of the duty logs checks before it writes. */

/** The log as it is now. Errors: Refusal `notFound`; `conflict` (trust.md F10). */
export async function logOf(db: ReadDb, id: string, version?: number): Promise<DutyLogsTable> {
  const row = await db.selectFrom('duty_logs').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

/** A typed line as it is now. Errors as `logOf`. */
export async function lineOf(db: ReadDb, id: string, version?: number): Promise<DutyLinesTable> {
  const row = await db.selectFrom('duty_lines').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

/** The next state, when the chart allows it. Errors: Refusal `dutyLogs.wrongState`. */
export const moved = (row: DutyLogsTable, to: DutyLogState): DutyLogState =>
  movedTo(DUTY_LOG_NEXT, row.state, to, 'dutyLogs');

/** The same of a line. Errors: Refusal `dutyLines.wrongState`. */
export const lineMoved = (row: DutyLinesTable, to: DutyLineState): DutyLineState =>
  movedTo(DUTY_LINE_NEXT, row.state, to, 'dutyLines');

/** People out of their JSON: who is on duty, who read the message. */
export const peopleIn = (json: string): OnDuty[] => onDuty.array().parse(JSON.parse(json));

/** People with one more at the end. */
export const withOne = (
  json: string,
  { staffId, name }: { staffId: string; name: string },
  at: string,
): string => JSON.stringify([...peopleIn(json), { id: staffId, name, at }]);

/** One of them already. */
export const isAmong = (json: string, staffId: string): boolean =>
  peopleIn(json).some(({ id }) => id === staffId);
