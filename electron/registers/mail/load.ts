import {
  MAIL_NEXT,
  type MailItem,
  type MailState,
  TRACKED_KINDS,
} from '../../../shared/registers/mail-items.row';
import { Refusal } from '../../../shared/result';
import type { ReadDb } from '../../db/context';
import type { MailItemsTable } from '../../db/tables';
import { asFilled, movedTo } from '../../entries/load';
import { rowsOf } from '../../entries/months';

/** What every command of the mail book checks before it writes. */

/** The item as it is now. Errors: Refusal `notFound`; `conflict` (trust.md F10). */
export async function mailItemOf(db: ReadDb, id: string, version?: number): Promise<MailItemsTable> {
  const row = await db.selectFrom('mail_items').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

/** The items of one act, each once, in the order given. Errors as `mailItemOf`. */
export async function mailItemsOf(
  db: ReadDb,
  items: readonly { id: string; version: number }[],
): Promise<MailItemsTable[]> {
  const versions = new Map(items.map(({ id, version }) => [id, version]));
  const rows = new Map((await rowsOf(db, 'mail_items', [...versions.keys()])).map((row) => [row.id, row]));
  return [...versions].map(([id, version]) => asFilled(rows.get(id), version));
}

/** The next state, when the chart allows it. Errors: Refusal `mailItems.wrongState`. */
export const moved = (row: MailItemsTable, to: MailState): MailState =>
  movedTo(MAIL_NEXT, row.state, to, 'mailItems');

type Written = Pick<MailItem, 'direction' | 'kind' | 'trackingNo' | 'damage' | 'courierName'>;

/**
 * What S16 asks of an item as written down. Errors: `mailItems.trackingMissing` (an out-going item gets its number from the
 * carrier), `.courierMissing` (damage is witnessed by who brought it).
 */
export function assertComplete({ direction, kind, trackingNo, damage, courierName }: Written): void {
  if (direction === 'in' && TRACKED_KINDS.includes(kind) && trackingNo === null)
    throw new Refusal('mailItems.trackingMissing');
  if (damage !== null && courierName === null) throw new Refusal('mailItems.courierMissing');
}

/** The unit exists. Errors: Refusal `mailItems.unitUnknown`. */
export async function assertUnit(db: ReadDb, unitId: string | null): Promise<void> {
  if (unitId === null) return;
  const unit = await db.selectFrom('units').select('id').where('id', '=', unitId).executeTakeFirst();
  if (!unit) throw new Refusal('mailItems.unitUnknown');
}

/** The item that is here under this number now. */
export const hereWith = (db: ReadDb, trackingNo: string): Promise<MailItemsTable | undefined> =>
  db
    .selectFrom('mail_items')
    .selectAll()
    .where('trackingNo', '=', trackingNo)
    .where('direction', '=', 'in')
    .where('state', 'in', ['arrived', 'shelved', 'notified'])
    .executeTakeFirst();

/** No other item is here under this number. Errors: Refusal `mailItems.alreadyIn` with the number of its line. */
export async function assertNumberFree(
  db: ReadDb,
  trackingNo: string | null,
  ownId: string | null,
): Promise<void> {
  const other = trackingNo === null ? undefined : await hereWith(db, trackingNo);
  if (other && other.id !== ownId)
    throw new Refusal('mailItems.alreadyIn', { trackingNo: trackingNo ?? '', serialNo: other.serialNo });
}
