import { MINUTE_MS, msOf } from '../../../shared/dates';
import {
  FOUND_ITEM_NEXT,
  FOUND_ITEM_OPEN,
  type FoundItemState,
} from '../../../shared/registers/found-items.row';
import { LOST_REPORT_NEXT, type LostReportState } from '../../../shared/registers/lost-reports';
import type { Category } from '../../../shared/registers/office';
import { InvalidField, Refusal } from '../../../shared/result';
import type { ReadDb } from '../../db/context';
import type { FoundItemsTable, LostReportsTable } from '../../db/tables';

/** What every command of the two books checks before it writes. */

/** Typed clocks run a little ahead of the machine's: this much future is no mistake. */
const AHEAD_MS = 2 * MINUTE_MS;

/** The item as it is now. Errors: Refusal `notFound`; `conflict` when the form was filled against another version (trust.md F10). */
export async function itemOf(db: ReadDb, id: string, version?: number): Promise<FoundItemsTable> {
  const row = await db.selectFrom('found_items').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

/** The lost report as it is now; errors as `itemOf`. */
export async function reportOf(db: ReadDb, id: string, version?: number): Promise<LostReportsTable> {
  const row = await db.selectFrom('lost_reports').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

function asFilled<Row extends { version: number }>(row: Row | undefined, version: number | undefined): Row {
  if (!row) throw new Refusal('notFound');
  if (version !== undefined && row.version !== version) throw new Refusal('conflict');
  return row;
}

/** The next state, when the chart allows it. Errors: Refusal `foundItems.wrongState`. */
export function moved(row: FoundItemsTable, to: FoundItemState): FoundItemState {
  if (!FOUND_ITEM_NEXT[row.state].includes(to))
    throw new Refusal('foundItems.wrongState', { state: row.state });
  return to;
}

/** The next state of a report, when the chart allows it. Errors: Refusal `lostReports.wrongState`. */
export function movedReport(row: LostReportsTable, to: LostReportState): LostReportState {
  if (!LOST_REPORT_NEXT[row.state].includes(to))
    throw new Refusal('lostReports.wrongState', { state: row.state });
  return to;
}

/** The item must still be in the office's hands. Errors: Refusal `foundItems.wrongState`. */
export function assertOpen(row: FoundItemsTable): void {
  if (!FOUND_ITEM_OPEN.includes(row.state)) throw new Refusal('foundItems.wrongState', { state: row.state });
}

/** The line may still be added to: neither filed nor void. Errors: Refusal `foundItems.wrongState`. */
export function assertAlive(row: FoundItemsTable): void {
  if (row.state === 'archived' || row.state === 'voided')
    throw new Refusal('foundItems.wrongState', { state: row.state });
}

/** A typed instant lies between two others. Errors: InvalidField `time.early` or `time.future`. */
export function assertTime(field: string, at: string, from: string | null, now: string): void {
  if (msOf(at) > msOf(now) + AHEAD_MS) throw new InvalidField(field, 'time.future');
  if (from !== null && msOf(at) < msOf(from)) throw new InvalidField(field, 'time.early');
}

/** The category of a code. Errors: Refusal `foundItems.unknownCategory`. */
export function categoryOf(categories: readonly Category[], code: string): Category {
  const category = categories.find((c) => c.code === code);
  if (!category) throw new Refusal('foundItems.unknownCategory');
  return category;
}

/** What commands on an entry answer. */
export const done = (row: { id: string; serialNo: string; version: number }) => ({
  id: row.id,
  serialNo: row.serialNo,
  version: row.version,
});
