import { dayOf, daysBetween } from '../../../shared/dates';
import { type KeyMandateLine, MANDATE_IN_FORCE } from '../../../shared/registers/key-mandates.row';
import { maskDocument, maskPhone } from '../../../shared/text';
import type { ReadDb } from '../../db/context';
import { marksOf } from '../../db/story';
import type { KeyMandatesTable } from '../../db/tables';
import { asFilled, isLate } from '../../entries/load';
import { rowsOf } from '../../entries/months';
import { settingsOf } from '../office/settings';
import { unitCodes } from '../units/briefs';

/** Rows of mandates become lines here and nowhere else: period computed, phone and papers masked (trust.md C6). */

/** The mandate as it is now. Errors: Refusal `notFound`, `conflict`. */
export async function mandateOf(db: ReadDb, id: string, version?: number): Promise<KeyMandatesTable> {
  const row = await db.selectFrom('key_mandates').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

/** Rows of mandates as lines, in the same order. */
export async function toMandateLines(
  db: ReadDb,
  rows: readonly KeyMandatesTable[],
  now: string,
): Promise<KeyMandateLine[]> {
  if (rows.length === 0) return [];
  const { limits, keys } = await settingsOf(db);
  const ids = rows.map((row) => row.id);
  const { strikes, copies } = await marksOf(db, 'keyMandates', ids);
  const units = await unitCodes(
    db,
    rows.map((row) => row.unitId),
  );
  const held = await db
    .selectFrom('keys')
    .select(['mandateId', 'keyNo'])
    .where('mandateId', 'in', ids)
    .where('state', '!=', 'voided')
    .orderBy('keyNo')
    .execute();
  const today = dayOf(now);
  return rows.map(({ sealed: _, ...row }) => {
    const inForce = MANDATE_IN_FORCE.includes(row.state);
    const daysLeft = inForce ? daysBetween(today, row.toOn) : null;
    return {
      ...row,
      ownerPhone: row.ownerPhone === null ? null : maskPhone(row.ownerPhone),
      ownerDocument: row.ownerDocument === null ? null : maskDocument(row.ownerDocument),
      withdrawnDocument: row.withdrawnDocument === null ? null : maskDocument(row.withdrawnDocument),
      unitCode: units.get(row.unitId) ?? '',
      daysLeft,
      expired: daysLeft !== null && daysLeft < 0,
      ending: daysLeft !== null && daysLeft >= 0 && daysLeft <= keys.mandateWarnDays,
      keyNos: held.flatMap((key) => (key.mandateId === row.id ? [key.keyNo] : [])),
      late: isLate(row.signedAt, row.recordedAt, limits.lateEntryMinutes),
      copies: copies.get(row.id) ?? 0,
      strikes: strikes.get(row.id) ?? [],
    };
  });
}

/** Mandates by ids, in the order asked; unknown ids are left out. */
export const mandateLines = async (
  db: ReadDb,
  ids: readonly string[],
  now: string,
): Promise<KeyMandateLine[]> => toMandateLines(db, await rowsOf(db, 'key_mandates', ids), now);
