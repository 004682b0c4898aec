import type { OpName } from '../../../shared/api';
import type { Actor } from '../../../shared/registers/session';
import { among } from '../../db/among';
import type { ReadDb } from '../../db/context';
import type { Brief } from '../search/brief';
import { unitCodes } from '../units/briefs';
import { mailItemOf } from './load';
import { actsOn, mainAct } from './next';

/** Items by ids, unordered; unknown ids are left out. */
export async function mailItemBriefs(db: ReadDb, ids: readonly string[]): Promise<Brief[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('mail_items')
    .select([
      'id',
      'serialNo',
      'state',
      'direction',
      'carrier',
      'trackingNo',
      'addresseeName',
      'department',
      'unitId',
      'shelf',
      'receivedAt',
    ])
    .where('id', 'in', among(ids))
    .execute();
  const units = await unitCodes(
    db,
    rows.map((row) => row.unitId),
  );
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: [units.get(row.unitId ?? '') ?? row.department, row.addresseeName].filter(Boolean).join(' '),
    detail: [row.shelf, row.carrier, row.trackingNo].filter(Boolean).join(' · '),
    state: row.state,
    at: row.receivedAt,
    next: mainAct(row),
  }));
}

/** What this reader may do on an item now, the awaited act first. Errors: Refusal `notFound`. */
export const mailItemActs = async (db: ReadDb, id: string, actor: Actor | null): Promise<OpName[]> =>
  actsOn(await mailItemOf(db, id), actor);

/** The item a carrier's number means: the one that is here, else the newest that bore it. For the scanner. */
export async function mailItemByTracking(db: ReadDb, trackingNo: string): Promise<string | null> {
  const rows = await db
    .selectFrom('mail_items')
    .select(['id', 'state'])
    .where('trackingNo', '=', trackingNo)
    .where('state', '!=', 'voided')
    .orderBy('receivedAt', 'desc')
    .limit(20)
    .execute();
  const here = rows.find((row) => ['arrived', 'shelved', 'notified', 'toSend'].includes(row.state));
  return here?.id ?? rows[0]?.id ?? null;
}
