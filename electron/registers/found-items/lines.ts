import { sql } from 'kysely';
import { NUMBERED, type NumberedRegister } from '../../../shared/ids';
import type { FoundItemLine } from '../../../shared/registers/found-items.row';
import type { LostReportLine } from '../../../shared/registers/lost-reports';
import type { Settings } from '../../../shared/registers/office';
import { maskDocument, maskPhone } from '../../../shared/text';
import type { ReadDb } from '../../db/context';
import { marksOf } from '../../db/story';
import type { FoundItemsTable, LostReportsTable } from '../../db/tables';
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
  return toFoundItemLines(db, await foundItemRowsOf(db, ids), settings);
}

/** Rows by ids, in the order asked; unknown ids are left out. */
export async function foundItemRowsOf(db: ReadDb, ids: readonly string[]): Promise<FoundItemsTable[]> {
  if (ids.length === 0) return [];
  return inOrder(ids, await db.selectFrom('found_items').selectAll().where('id', 'in', ids).execute());
}

/** Lost reports by ids, in the order asked; unknown ids are left out. */
export async function lostReportLines(db: ReadDb, ids: readonly string[]): Promise<LostReportLine[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('lost_reports').selectAll().where('id', 'in', ids).execute();
  return toLostReportLines(db, inOrder(ids, rows));
}

/**
 * A month's book in number order, a stretch at a time: up to `limit` lines after `afterSerial` (null: from the first).
 * The month is that of the serial number (domain.md §6.1). Voided lines are in it: numbers have no gaps.
 */
export async function monthLines(
  db: ReadDb,
  month: string,
  afterSerial: string | null,
  limit: number,
  settings?: Settings,
): Promise<FoundItemLine[]> {
  const span = serialSpan('foundItems', month);
  const rows: FoundItemsTable[] = [];
  // Numbers are text: of one length they sort as numbers do, so a month beyond 9999 is read length by length.
  for (
    let length = afterSerial?.length ?? span.length;
    rows.length < limit && length < span.length + 4;
    length += 1
  ) {
    const after = afterSerial?.length === length ? afterSerial : span.from;
    const more = await db
      .selectFrom('found_items')
      .selectAll()
      .where('serialNo', '>', after)
      .where('serialNo', '<', span.to)
      .where(sql<number>`length(${sql.ref('serialNo')})`, '=', length)
      .orderBy('serialNo')
      .limit(limit - rows.length)
      .execute();
    rows.push(...more);
  }
  return toFoundItemLines(db, rows, settings);
}

/** All serial numbers of a month lie strictly between `from` and `to`; the shortest have `length` characters. */
export function serialSpan(
  register: NumberedRegister,
  month: string,
): { from: string; to: string; length: number } {
  const from = `${NUMBERED[register].prefix}${month.replace('-', '')}-`;
  // '.' is the character after '-': every number of the month is below it, whatever its length.
  return { from, to: `${from.slice(0, -1)}.`, length: from.length + 4 };
}

const inOrder = <Row extends { id: string }>(ids: readonly string[], rows: readonly Row[]): Row[] => {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
};

async function serialNosOf(
  db: ReadDb,
  table: 'found_items' | 'lost_reports',
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const wanted = ids.filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = await db.selectFrom(table).select(['id', 'serialNo']).where('id', 'in', wanted).execute();
  return new Map(rows.map((row) => [row.id, row.serialNo]));
}
