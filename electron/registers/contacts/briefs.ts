import type { OpName } from '../../../shared/api';
import type { Actor } from '../../../shared/registers/session';
import { among } from '../../db/among';
import type { ReadDb } from '../../db/context';
import type { Brief } from '../search/brief';
import { unitCodes } from '../units/briefs';
import { contactFor } from './load';
import { actsOn, mainAct } from './next';

/** Contacts by ids, unordered; unknown ids are left out. Who and where, no words of theirs: the gate searches too. */
export async function contactBriefs(db: ReadDb, ids: readonly string[]): Promise<Brief[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('contact_logs')
    .select([
      'id',
      'serialNo',
      'state',
      'callerName',
      'callerPlace',
      'unitId',
      'passedTo',
      'atGate',
      'takenOverAt',
      'happenedAt',
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
    title: [units.get(row.unitId ?? ''), row.callerName].filter(Boolean).join(' ') || row.serialNo,
    detail: [row.callerPlace, row.passedTo].filter(Boolean).join(' · '),
    state: row.state,
    at: row.happenedAt,
    next: mainAct(row),
  }));
}

/** What this reader may do on a contact now, the awaited act first. Errors: Refusal `notFound`. */
export const contactActs = async (db: ReadDb, id: string, actor: Actor | null): Promise<OpName[]> =>
  actsOn(await contactFor(db, id, actor), actor);
