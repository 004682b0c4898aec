import { sql } from 'kysely';
import type { OccupancyRole } from '../../../shared/registers/parties.row';
import { among } from '../../db/among';
import type { ReadDb } from '../../db/context';

/** Who is in a unit now and where a party is now: read by lists, fields and the omni-box. */

/** Owner first, then who uses the unit. */
const ORDER: Record<OccupancyRole, number> = { owner: 0, tenant: 1, merchant: 2, occupant: 3 };

export interface Stay {
  occupancyId: string;
  unitId: string;
  code: string;
  partyId: string;
  name: string;
  role: OccupancyRole;
  fromOn: string | null;
  leaseUntilOn: string | null;
}

/** Current occupancies of some units, owners first. */
export const staysInUnits = (db: ReadDb, unitIds: readonly string[]): Promise<Stay[]> =>
  stays(db, 'occupancies.unitId', unitIds);

/** Current occupancies of some parties, owners first. */
export const staysOfParties = (db: ReadDb, partyIds: readonly string[]): Promise<Stay[]> =>
  stays(db, 'occupancies.partyId', partyIds);

async function stays(
  db: ReadDb,
  column: 'occupancies.unitId' | 'occupancies.partyId',
  ids: readonly string[],
): Promise<Stay[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('occupancies')
    .innerJoin('units', 'units.id', 'occupancies.unitId')
    .innerJoin('parties', 'parties.id', 'occupancies.partyId')
    .select([
      'occupancies.id as occupancyId',
      'occupancies.unitId',
      'units.code',
      'occupancies.partyId',
      'parties.name',
      'occupancies.role',
      'occupancies.fromOn',
      'occupancies.leaseUntilOn',
    ])
    .where(column, 'in', among(ids))
    .where('occupancies.state', '=', sql.lit('current'))
    .where('units.state', '!=', 'voided')
    .where('parties.state', '!=', 'voided')
    .orderBy('units.codeSort')
    .orderBy('occupancies.id')
    .execute();
  return rows.map((row) => ({ ...row, name: row.name ?? '' })).sort((a, b) => ORDER[a.role] - ORDER[b.role]);
}

/** Values of a list grouped by a key. */
export function grouped<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

/** Names without repetition, as one text; null when there are none. */
export const namesText = (stays: readonly Stay[] | undefined): string | null => {
  const names = [...new Set(stays?.map((stay) => stay.name).filter((name) => name !== ''))];
  return names.length > 0 ? names.join('、') : null;
};
