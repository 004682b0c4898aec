import { sql } from 'kysely';
import type { AccessCardLine } from '../../../shared/registers/access-cards.row';
import type { Settings } from '../../../shared/registers/office';
import { maskPhone } from '../../../shared/text';
import type { ReadDb } from '../../db/context';
import { marksOf } from '../../db/story';
import type { AccessCardsTable } from '../../db/tables';
import { isLate } from '../../entries/load';
import { rowsOf, serialNosOf } from '../../entries/months';
import { settingsOf } from '../office/settings';
import { unitCodes } from '../units/briefs';
import { isExpired, isExpiring } from './next';

/** Rows become lines here and nowhere else: computed fields added, phones masked (trust.md C6), seals left out. */

/** Rows as lines, in the same order. `settings` may be handed in when many pages are read. */
export async function toCardLines(
  db: ReadDb,
  rows: readonly AccessCardsTable[],
  now: string,
  settings?: Settings,
): Promise<AccessCardLine[]> {
  if (rows.length === 0) return [];
  const { limits } = settings ?? (await settingsOf(db));
  const ids = rows.map((row) => row.id);
  const { strikes, copies } = await marksOf(db, 'accessCards', ids);
  const units = await unitCodes(
    db,
    rows.map((row) => row.unitId),
  );
  const numbers = await serialNosOf(
    db,
    'access_cards',
    rows.flatMap((row) => [row.replacesId, row.replacedById]),
  );
  const gone = await movedOut(db, rows);
  return rows.map(({ sealed: _, ...row }) => ({
    ...row,
    holderPhone: row.holderPhone === null ? null : maskPhone(row.holderPhone),
    unitCode: units.get(row.unitId ?? '') ?? null,
    expired: isExpired(row, now),
    expiring: isExpiring(row, now),
    movedOut: gone.has(row.id),
    replacesNo: numbers.get(row.replacesId ?? '') ?? null,
    replacedByNo: numbers.get(row.replacedById ?? '') ?? null,
    late: isLate(row.issuedAt, row.recordedAt, limits.lateEntryMinutes),
    copies: copies.get(row.id) ?? 0,
    strikes: strikes.get(row.id) ?? [],
  }));
}

/** Cards that are out while the household they were issued to has left the unit. */
async function movedOut(db: ReadDb, rows: readonly AccessCardsTable[]): Promise<ReadonlySet<string>> {
  const out = rows.filter((row) => row.state === 'issued' && row.unitId !== null && row.partyId !== null);
  if (out.length === 0) return new Set();
  const stays = await db
    .selectFrom('occupancies')
    .select(['unitId', 'partyId'])
    .where('state', '=', 'current')
    .where('partyId', 'in', [...new Set(out.map((row) => row.partyId))])
    .execute();
  const current = new Set(stays.map((stay) => `${stay.unitId} ${stay.partyId}`));
  return new Set(out.filter((row) => !current.has(`${row.unitId} ${row.partyId}`)).map((row) => row.id));
}

/** The same as a condition: the household no longer lives there. */
export const hasMovedOut = sql<boolean>`partyId IS NOT NULL AND unitId IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM occupancies WHERE occupancies.partyId = access_cards.partyId
    AND occupancies.unitId = access_cards.unitId AND occupancies.state = 'current')`;

/** Lines by ids, in the order asked; unknown ids are left out. */
export const cardLinesById = async (
  db: ReadDb,
  ids: readonly string[],
  now: string,
  settings?: Settings,
): Promise<AccessCardLine[]> => toCardLines(db, await rowsOf(db, 'access_cards', ids), now, settings);
