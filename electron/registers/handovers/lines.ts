import { dayOf, isoOf, MINUTE_MS, msOf } from '../../../shared/dates';
import { DUE_MINUTES } from '../../../shared/registers/handovers';
import {
  HANDOVER_OPEN,
  HANDOVER_SEALED,
  type HandoverLine,
  type HandoverSheet,
} from '../../../shared/registers/handovers.row';
import type { Settings } from '../../../shared/registers/office';
import { shiftEnd } from '../../../shared/registers/shifts';
import type { ReadDb } from '../../db/context';
import { marksOf } from '../../db/story';
import type { HandoversTable } from '../../db/tables';
import { rowsOf, serialNosOf } from '../../entries/months';
import { settingsOf } from '../office/settings';
import { partsOf } from './load';
import { sheetOf } from './sheet';

/** Rows become lines and sheets here and nowhere else: computed fields added, seals left out. */

/** Rows as lines, in the same order. */
export async function toHandoverLines(
  db: ReadDb,
  rows: readonly HandoversTable[],
  settings: Settings,
  now: string,
): Promise<HandoverLine[]> {
  if (rows.length === 0) return [];
  const { copies, strikes } = await marksOf(
    db,
    'handovers',
    rows.map((row) => row.id),
  );
  const numbers = await serialNosOf(
    db,
    'handovers',
    rows.map((row) => row.previousId),
  );
  return rows.map((row) => {
    const { sealed: _, snapshot, counts, checks, events, questions, supplements: _text, ...rest } = row;
    return {
      ...rest,
      ...namesOf(settings, row.shiftCode),
      due: isDue(row, settings, now),
      reviewedInTime: reviewedInTime(row, now),
      previousNo: numbers.get(row.previousId ?? '') ?? null,
      supplemented: partsOf(row).supplements.length,
      copies: copies.get(row.id) ?? 0,
      strikes: strikes.get(row.id) ?? [],
    };
  });
}

const namesOf = ({ shifts }: Settings, code: string): { shiftZh: string; shiftEn: string } => {
  const shift = shifts.find((one) => one.code === code);
  return { shiftZh: shift?.zh ?? code, shiftEn: shift?.en ?? code };
};

/** The shift is over by its plan, or will be in a quarter of an hour. */
function isDue(row: HandoversTable, { shifts }: Settings, now: string): boolean {
  const end = shiftEnd(shifts, row.shiftCode, row.shiftOn);
  return (
    HANDOVER_OPEN.includes(row.state) && end !== null && end <= isoOf(msOf(now) + DUE_MINUTES * MINUTE_MS)
  );
}

/** K17: reviewed on the day of the handover; null while that day may still bring it. */
function reviewedInTime({ state, inSignedAt, reviewedAt }: HandoversTable, now: string): boolean | null {
  if (!HANDOVER_SEALED.includes(state) || inSignedAt === null) return null;
  const day = dayOf(inSignedAt);
  if (reviewedAt !== null) return dayOf(reviewedAt) === day;
  return dayOf(now) > day ? false : null;
}

/** One row as its whole sheet; of an open shift the registers are read as they stand now. */
export async function toSheet(
  db: ReadDb,
  row: HandoversTable,
  settings: Settings,
  now: string,
): Promise<HandoverSheet> {
  const [line] = await toHandoverLines(db, [row], settings, now);
  const parts = partsOf(row);
  const live = row.state === 'open';
  return {
    ...line!,
    ...parts,
    sheet: live ? await sheetOf(db, row, Number.MAX_SAFE_INTEGER, settings, now) : parts.sheet,
    live,
  };
}

/** Whole sheets by ids, in the order asked; unknown ids are left out. */
export async function sheetsById(db: ReadDb, ids: readonly string[], now: string): Promise<HandoverSheet[]> {
  const settings = await settingsOf(db);
  const rows = await rowsOf(db, 'handovers', ids);
  const sheets: HandoverSheet[] = [];
  for (const row of rows) sheets.push(await toSheet(db, row, settings, now));
  return sheets;
}
