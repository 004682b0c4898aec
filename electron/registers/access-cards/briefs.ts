import type { OpName } from '../../../shared/api';
import type { Actor } from '../../../shared/registers/session';
import type { ReadDb } from '../../db/context';
import type { Brief } from '../search/brief';
import { unitCodes } from '../units/briefs';
import { cardOf } from './load';
import { actsOn, mainAct } from './next';

/** Cards by ids, unordered; unknown ids are left out. */
export async function accessCardBriefs(db: ReadDb, ids: readonly string[]): Promise<Brief[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('access_cards')
    .select([
      'id',
      'serialNo',
      'state',
      'cardNo',
      'holderName',
      'unitId',
      'plate',
      'issuedAt',
      'validToOn',
      'blockedAt',
      'replacedById',
    ])
    .where('id', 'in', ids)
    .execute();
  const units = await unitCodes(
    db,
    rows.map((row) => row.unitId),
  );
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: [row.cardNo, row.holderName].filter(Boolean).join(' '),
    detail: [units.get(row.unitId ?? ''), row.plate, row.validToOn && `→ ${row.validToOn}`]
      .filter(Boolean)
      .join(' · '),
    state: row.state,
    at: row.issuedAt,
    next: mainAct(row),
  }));
}

/** What this reader may do on a card now, the awaited act first. Errors: Refusal `notFound`. */
export const accessCardActs = async (db: ReadDb, id: string, actor: Actor | null): Promise<OpName[]> =>
  actsOn(await cardOf(db, id), actor);
