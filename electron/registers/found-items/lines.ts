import type { FoundItemLine } from '../../../shared/registers/found-items.row';
import type { LostReportLine } from '../../../shared/registers/lost-reports';
import type { Settings } from '../../../shared/registers/office';
import { maskDocument, maskPhone } from '../../../shared/text';
import type { ReadDb } from '../../db/context';
import { marksOf } from '../../db/story';
import type { FoundItemsTable, LostReportsTable } from '../../db/tables';
import { monthRows, rowsOf, serialNosOf } from '../../entries/months';
import { settingsOf } from '../office/settings';
import { disposalDueOn, isLate } from './retention';

/** Rows become lines here and nowhere else: computed fields added, personal values masked (trust.md C6), seals left out. */

/** Stands for verification features: that there are some may be known, what they are only in the claim dialog. */
const HIDDEN_FEATURES = '***';

const masked = (value: string | null, mask: (text: string) => string): string | null =>
  value === null ? null : mask(value);

/** Rows of found items as lines, in the same order. `settings` may be handed in when many pages are read. */
export async function toFoundItemLines(
  db: ReadDb,
  rows: readonly FoundItemsTable[],
  settings?: Settings,
): Promise<FoundItemLine[]> {
  if (rows.length === 0) return [];
  const { categories, limits } = settings ?? (await settingsOf(db));
  const ids = rows.map((row) => row.id);
  const { strikes, copies } = await marksOf(db, 'foundItems', ids);
  const reports = await serialNosOf(
    db,
    'lost_reports',
    rows.map((row) => row.lostReportId),
  );
  return rows.map(({ sealed: _, ...row }) => ({
    ...row,
    verifyFeatures: masked(row.verifyFeatures, () => HIDDEN_FEATURES),
    finderPhone: masked(row.finderPhone, maskPhone),
    collectorDocument: masked(row.collectorDocument, maskDocument),
    claimantPhone: masked(row.claimantPhone, maskPhone),
    claimantDocument: masked(row.claimantDocument, maskDocument),
    late: isLate(row, limits.lateEntryMinutes),
    disposalDueOn: disposalDueOn(row, categories),
    copies: copies.get(row.id) ?? 0,
    lostSerialNo: reports.get(row.lostReportId ?? '') ?? null,
    strikes: strikes.get(row.id) ?? [],
  }));
}

/** Rows of lost reports as lines, in the same order. */
export async function toLostReportLines(
  db: ReadDb,
  rows: readonly LostReportsTable[],
): Promise<LostReportLine[]> {
  if (rows.length === 0) return [];
  const { strikes } = await marksOf(
    db,
    'lostReports',
    rows.map((row) => row.id),
  );
  const items = await serialNosOf(
    db,
    'found_items',
    rows.map((row) => row.foundItemId),
  );
  return rows.map(({ sealed: _, ...row }) => ({
    ...row,
    reporterPhone: masked(row.reporterPhone, maskPhone),
    foundSerialNo: items.get(row.foundItemId ?? '') ?? null,
    strikes: strikes.get(row.id) ?? [],
  }));
}

/** Lines by ids, in the order asked; unknown ids are left out. */
export async function foundItemLines(
  db: ReadDb,
  ids: readonly string[],
  settings?: Settings,
): Promise<FoundItemLine[]> {
  return toFoundItemLines(db, await rowsOf(db, 'found_items', ids), settings);
}

/** Lost reports by ids, in the order asked; unknown ids are left out. */
export const lostReportLines = async (db: ReadDb, ids: readonly string[]): Promise<LostReportLine[]> =>
  toLostReportLines(db, await rowsOf(db, 'lost_reports', ids));

/** A month's book in number order, a stretch at a time: see `monthRows`. */
export const monthLines = async (
  db: ReadDb,
  month: string,
  afterSerial: string | null,
  limit: number,
  settings?: Settings,
): Promise<FoundItemLine[]> =>
  toFoundItemLines(db, await monthRows(db, 'foundItems', 'found_items', month, afterSerial, limit), settings);
