import type { VisitLine } from '../../../shared/registers/visits.row';
import type { ReadDb } from '../../db/context';
import { type Reader, toVisitLines } from './lines';

/** Visits of one unit for the unit's page: open and expected first, then the latest. */
export async function visitsOfUnit(
  db: ReadDb,
  unitId: string,
  limit: number,
  reader: Reader,
): Promise<VisitLine[]> {
  const open = await db
    .selectFrom('visits')
    .selectAll()
    .where('unitId', '=', unitId)
    .where('state', 'in', ['expected', 'in', 'steppedOut'])
    .orderBy('visitAt', 'desc')
    .limit(limit)
    .execute();
  const latest = await db
    .selectFrom('visits')
    .selectAll()
    .where('unitId', '=', unitId)
    .orderBy('visitAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  const seen = new Set(open.map((row) => row.id));
  const rows = [...open, ...latest.filter((row) => !seen.has(row.id))].slice(0, limit);
  return toVisitLines(db, rows, reader);
}
