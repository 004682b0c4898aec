import {
  BROADCAST_NEXT,
  type Broadcast,
  type BroadcastState,
} from '../../../shared/registers/broadcasts.row';
import { InvalidField, Refusal } from '../../../shared/result';
import type { ReadDb } from '../../db/context';
import type { BroadcastsTable } from '../../db/tables';
import { asFilled, movedTo } from '../../entries/load';

/** What every command of the broadcast book checks before it writes. */

/** The broadcast as it is now. Errors: Refusal `notFound`; `conflict` (trust.md F10). */
export async function broadcastOf(db: ReadDb, id: string, version?: number): Promise<BroadcastsTable> {
  const row = await db.selectFrom('broadcasts').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

/** The next state, when the chart allows it. Errors: Refusal `broadcasts.wrongState`. */
export const moved = (row: BroadcastsTable, to: BroadcastState): BroadcastState =>
  movedTo(BROADCAST_NEXT, row.state, to, 'broadcasts');

/** Times stand in order. Errors: InvalidField `toAt`. */
export function assertWindow({ fromAt, toAt }: Pick<Broadcast, 'fromAt' | 'toAt'>): void {
  if (toAt <= fromAt) throw new InvalidField('toAt', 'time.early');
}

/** Plays are added and struck only while it is approved and open. Errors: Refusal `broadcasts.wrongState`. */
export function assertOnAir(row: BroadcastsTable): void {
  if (row.state !== 'approved') throw new Refusal('broadcasts.wrongState', { state: row.state });
}
