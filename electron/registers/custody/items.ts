import {
  CUSTODY_NEXT,
  CUSTODY_OPEN,
  type CustodyItemLine,
  type CustodyState,
} from '../../../shared/registers/custody-items.row';
import type { Settings } from '../../../shared/registers/office';
import { Refusal } from '../../../shared/result';
import { maskPhone } from '../../../shared/text';
import type { ReadDb } from '../../db/context';
import { marksOf } from '../../db/story';
import type { CustodyItemsTable } from '../../db/tables';
import { asFilled, isLate, movedTo } from '../../entries/load';
import { rowsOf } from '../../entries/months';
import { settingsOf } from '../office/settings';
import { unitCodes } from '../units/briefs';
import { isItemOverdue } from './item-next';

/** Items in custody: what every command checks, and rows as lines. */

/** The item as it is now. Errors: Refusal `notFound`; `conflict` (trust.md F10). */
export async function itemOf(db: ReadDb, id: string, version?: number): Promise<CustodyItemsTable> {
  const row = await db.selectFrom('custody_items').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

/** The next state, when the chart allows it. Errors: Refusal `custodyItems.wrongState`. */
export const itemMoved = (row: CustodyItemsTable, to: CustodyState): CustodyState =>
  movedTo(CUSTODY_NEXT, row.state, to, 'custodyItems');

/** No other item the desk keeps bears this tag. Errors: Refusal `custodyItems.tagTaken` with the number of its line. */
export async function assertTagFree(db: ReadDb, tagNo: string | null, ownId: string | null): Promise<void> {
  if (tagNo === null) return;
  const other = await db
    .selectFrom('custody_items')
    .select(['id', 'serialNo'])
    .where('tagNo', '=', tagNo)
    .where('state', 'in', [...CUSTODY_OPEN])
    .executeTakeFirst();
  if (other && other.id !== ownId)
    throw new Refusal('custodyItems.tagTaken', { tagNo, serialNo: other.serialNo });
}

/** Rows as lines, in the same order: phones masked, seals left out. */
export async function toItemLines(
  db: ReadDb,
  rows: readonly CustodyItemsTable[],
  now: string,
  settings?: Settings,
): Promise<CustodyItemLine[]> {
  if (rows.length === 0) return [];
  const { limits } = settings ?? (await settingsOf(db));
  const { strikes, copies } = await marksOf(
    db,
    'custodyItems',
    rows.map((row) => row.id),
  );
  const units = await unitCodes(
    db,
    rows.map((row) => row.unitId),
  );
  return rows.map(({ sealed: _, ...row }) => ({
    ...row,
    depositorPhone: row.depositorPhone === null ? null : maskPhone(row.depositorPhone),
    unitCode: units.get(row.unitId ?? '') ?? null,
    overdue: isItemOverdue(row, now),
    late: isLate(row.keptAt, row.recordedAt, limits.lateEntryMinutes),
    copies: copies.get(row.id) ?? 0,
    strikes: strikes.get(row.id) ?? [],
  }));
}

/** Lines by ids, in the order asked; unknown ids are left out. */
export const itemLinesById = async (
  db: ReadDb,
  ids: readonly string[],
  now: string,
  settings?: Settings,
): Promise<CustodyItemLine[]> => toItemLines(db, await rowsOf(db, 'custody_items', ids), now, settings);
