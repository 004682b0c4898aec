import { instantOf } from '../../../shared/dates';
import type { ReadDb } from '../../db/context';
import type { Brief } from '../search/brief';
import { keyAct } from './next';

const detail = (...parts: (string | null)[]): string => parts.filter((part) => part).join(' · ');

/** Keys by ids, unordered; unknown ids are left out. */
export async function keyBriefs(db: ReadDb, ids: readonly string[]): Promise<Brief[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('keys')
    .innerJoin('cabinets', 'cabinets.id', 'keys.cabinetId')
    .select([
      'keys.id',
      'keys.serialNo',
      'keys.keyNo',
      'keys.label',
      'keys.state',
      'keys.hookNo',
      'keys.keeperName',
      'keys.receivedOn',
      'cabinets.code as cabinetCode',
    ])
    .where('keys.id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: `${row.keyNo} ${row.label}`,
    detail: detail(`${row.cabinetCode}-${row.hookNo}`, row.keeperName),
    state: row.state,
    at: instantOf(row.receivedOn),
    next: keyAct(row),
  }));
}
