import {
  FOUND_ITEM_NEXT,
  FOUND_ITEM_OPEN,
  type FoundItemState,
} from '../../../shared/registers/found-items.row';
import { LOST_REPORT_NEXT, type LostReportState } from '../../../shared/registers/lost-reports';
import type { Category } from '../../../shared/registers/office';
import { Refusal } from '../../../shared/result';
import type { ReadDb } from '../../db/context';
import type { FoundItemsTable, LostReportsTable } from '../../db/tables';
import { asFilled, movedTo } from '../../entries/load';

/** What every command of the two books checks before it writes. */

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

/** The next state, when the chart allows it. Errors: Refusal `foundItems.wrongState`. */
export const moved = (row: FoundItemsTable, to: FoundItemState): FoundItemState =>
  movedTo(FOUND_ITEM_NEXT, row.state, to, 'foundItems');

/** The next state of a report, when the chart allows it. Errors: Refusal `lostReports.wrongState`. */
export const movedReport = (row: LostReportsTable, to: LostReportState): LostReportState =>
  movedTo(LOST_REPORT_NEXT, row.state, to, 'lostReports');

/** The item must still be in the office's hands. Errors: Refusal `foundItems.wrongState`. */
export function assertOpen(row: FoundItemsTable): void {
  if (!FOUND_ITEM_OPEN.includes(row.state)) throw new Refusal('foundItems.wrongState', { state: row.state });
}

/** The line may still be added to: neither filed nor void. Errors: Refusal `foundItems.wrongState`. */
export function assertAlive(row: FoundItemsTable): void {
  if (row.state === 'archived' || row.state === 'voided')
    throw new Refusal('foundItems.wrongState', { state: row.state });
}

/** The category of a code. Errors: Refusal `foundItems.unknownCategory`. */
export function categoryOf(categories: readonly Category[], code: string): Category {
  const category = categories.find((c) => c.code === code);
  if (!category) throw new Refusal('foundItems.unknownCategory');
  return category;
}
