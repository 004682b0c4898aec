import { addDays, dayOf } from '../../../shared/dates';
import type { MailItemLine } from '../../../shared/registers/mail-items.row';
import type { Settings } from '../../../shared/registers/office';
import { maskPhone } from '../../../shared/text';
import type { ReadDb } from '../../db/context';
import { marksOf } from '../../db/story';
import type { MailItemsTable } from '../../db/tables';
import { isLate } from '../../entries/load';
import { rowsOf } from '../../entries/months';
import { type Seen, unsealed } from '../../entries/seen';
import { settingsOf } from '../office/settings';
import { unitCodes } from '../units/briefs';
import { standing } from './next';

/** Rows become lines here and nowhere else: computed fields added, phones masked (trust.md C6), seals left out. */

/** Rows as lines, in the same order. `settings` may be handed in when many pages are read. */
export async function toMailLines(
  db: ReadDb,
  rows: readonly Seen<MailItemsTable>[],
  now: string,
  settings?: Settings,
): Promise<MailItemLine[]> {
  if (rows.length === 0) return [];
  const { limits, mail } = settings ?? (await settingsOf(db));
  const ids = rows.map((row) => row.id);
  const { strikes, copies } = await marksOf(db, 'mailItems', ids);
  const units = await unitCodes(
    db,
    rows.map((row) => row.unitId),
  );
  return rows.map((row) => ({
    ...unsealed(row),
    addresseePhone: row.addresseePhone === null ? null : maskPhone(row.addresseePhone),
    unitCode: units.get(row.unitId ?? '') ?? null,
    ...standing(row, mail, now),
    holdUntilOn: addDays(dayOf(row.receivedAt), mail.holdDays),
    late: isLate(row.receivedAt, row.recordedAt, limits.lateEntryMinutes),
    copies: copies.get(row.id) ?? 0,
    strikes: strikes.get(row.id) ?? [],
  }));
}

/** Lines by ids, in the order asked; unknown ids are left out. */
export const mailLinesById = async (
  db: ReadDb,
  ids: readonly string[],
  now: string,
  settings?: Settings,
): Promise<MailItemLine[]> => toMailLines(db, await rowsOf(db, 'mail_items', ids), now, settings);
