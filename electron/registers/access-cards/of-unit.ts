import type { AccessCardLine } from '../../../shared/registers/access-cards.row';
import type { ReadDb } from '../../db/context';
import { toCardLines } from './lines';

/** Cards of one unit for the unit's page: those that are out first, then the latest; at most `limit`. */
export async function accessCardsOfUnit(
  db: ReadDb,
  unitId: string,
  limit: number,
  now: string,
): Promise<AccessCardLine[]> {
  const rows = await db
    .selectFrom('access_cards')
    .selectAll()
    .where('unitId', '=', unitId)
    .orderBy((eb) => eb.case().when('state', 'in', ['issued', 'lost']).then(0).else(1).end())
    .orderBy('issuedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return toCardLines(db, rows, now);
}
