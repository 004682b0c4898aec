import { dayOf, daysBetween, MINUTE_MS, msOf } from '../../../shared/dates';
import type { KeyCopyLine } from '../../../shared/registers/key-copies.row';
import type { KeyIncidentLine } from '../../../shared/registers/key-incidents.row';
import type { KeyChase, KeyLoanLine } from '../../../shared/registers/key-loans.row';
import type { KeyUnsealGoods, KeyUnsealLine } from '../../../shared/registers/key-unseals.row';
import type { Settings } from '../../../shared/registers/office';
import { maskPhone } from '../../../shared/text';
import { among } from '../../db/among';
import type { ReadDb } from '../../db/context';
import { marksOf } from '../../db/story';
import type { KeyCopiesTable, KeyIncidentsTable, KeyLoansTable, KeyUnsealsTable } from '../../db/tables';
import { isLate } from '../../entries/load';
import { isOverdue } from '../../entries/loans';
import { serialNosOf } from '../../entries/months';
import { type Seen, unsealed } from '../../entries/seen';
import { settingsOf } from '../office/settings';
import { unitCodes } from '../units/briefs';

/** Rows become lines here and nowhere else: computed fields added, personal values masked (trust.md C6), seals left out. */

const tail = (value: string | null): string | null => (value === null ? null : maskPhone(value));
const idsOf = (rows: readonly { id: string }[]): string[] => rows.map((row) => row.id);

/** Loans as lines, in the same order; `now` decides what is overdue. */
export async function toKeyLoanLines(
  db: ReadDb,
  rows: readonly Seen<KeyLoansTable>[],
  now: string,
  settings?: Settings,
): Promise<KeyLoanLine[]> {
  if (rows.length === 0) return [];
  const { limits } = settings ?? (await settingsOf(db));
  const { strikes, copies } = await marksOf(db, 'keyLoans', idsOf(rows));
  const units = await unitCodes(
    db,
    rows.map((row) => row.unitId),
  );
  const chases = await chasesOf(db, idsOf(rows));
  const today = dayOf(now);
  return rows.map(unsealed).map((row) => {
    const overdue = isOverdue(row, now);
    return {
      ...row,
      borrowerPhone: tail(row.borrowerPhone),
      ownerAskedPhone: tail(row.ownerAskedPhone),
      unitCode: units.get(row.unitId ?? '') ?? null,
      overdue,
      dueToday: row.state === 'out' && row.dueOn === today,
      overdueDays: overdue ? daysBetween(row.dueOn, today) : 0,
      chases: chases.get(row.id) ?? [],
      late: isLate(row.issuedAt, row.recordedAt, limits.lateEntryMinutes),
      copies: copies.get(row.id) ?? 0,
      strikes: strikes.get(row.id) ?? [],
    };
  });
}

/** Calls per loan, oldest first, phones masked. */
async function chasesOf(db: ReadDb, loanIds: readonly string[]): Promise<Map<string, KeyChase[]>> {
  const rows = await db
    .selectFrom('key_chases')
    .selectAll()
    .where('loanId', 'in', among(loanIds))
    .orderBy('at')
    .execute();
  const found = new Map<string, KeyChase[]>();
  for (const { sealed: _, ...row } of rows)
    found.set(row.loanId, [
      ...(found.get(row.loanId) ?? []),
      { ...row, contactPhone: tail(row.contactPhone) },
    ]);
  return found;
}

/** Opened storerooms as lines, with their goods, in the same order. */
export async function toKeyUnsealLines(
  db: ReadDb,
  rows: readonly KeyUnsealsTable[],
  now: string,
): Promise<KeyUnsealLine[]> {
  if (rows.length === 0) return [];
  const { limits } = await settingsOf(db);
  const { strikes, copies } = await marksOf(db, 'keyUnseals', idsOf(rows));
  const goods = await goodsOf(db, idsOf(rows));
  return rows.map(({ sealed: _, ...row }) => ({
    ...row,
    goods: goods.get(row.id) ?? [],
    openMinutes: Math.floor((msOf(row.resealedAt ?? now) - msOf(row.openedAt)) / MINUTE_MS),
    late: isLate(row.openedAt, row.recordedAt, limits.lateEntryMinutes),
    copies: copies.get(row.id) ?? 0,
    strikes: strikes.get(row.id) ?? [],
  }));
}

/** Goods taken, per opened storeroom, in the order they were written. */
export async function goodsOf(
  db: ReadDb,
  unsealIds: readonly string[],
): Promise<Map<string, KeyUnsealGoods[]>> {
  const rows = await db
    .selectFrom('key_unseal_goods')
    .selectAll()
    .where('unsealId', 'in', unsealIds)
    .orderBy('id')
    .execute();
  const found = new Map<string, KeyUnsealGoods[]>();
  for (const { sealed: _, ...row } of rows)
    found.set(row.unsealId, [...(found.get(row.unsealId) ?? []), row]);
  return found;
}

/** Applications for copies as lines, in the same order. */
export async function toKeyCopyLines(db: ReadDb, rows: readonly KeyCopiesTable[]): Promise<KeyCopyLine[]> {
  if (rows.length === 0) return [];
  const { limits } = await settingsOf(db);
  const { strikes, copies } = await marksOf(db, 'keyCopies', idsOf(rows));
  const missing = await missingKeyNos(db, rows.flatMap(newKeyNosOf));
  return rows.map(({ sealed: _, ...row }) => ({
    ...row,
    missingKeyNos: newKeyNosOf(row).filter((no) => missing.has(no)),
    late: isLate(row.appliedAt, row.recordedAt, limits.lateEntryMinutes),
    copies: copies.get(row.id) ?? 0,
    strikes: strikes.get(row.id) ?? [],
  }));
}

/** Numbers of the keys that were cut; none before. */
export const newKeyNosOf = (row: Pick<KeyCopiesTable, 'newKeyNos'>): string[] =>
  row.newKeyNos ? (JSON.parse(row.newKeyNos) as string[]) : [];

/** Which of some key numbers the inventory does not know. */
export async function missingKeyNos(db: ReadDb, numbers: readonly string[]): Promise<Set<string>> {
  const missing = new Set(numbers);
  if (missing.size === 0) return missing;
  const known = await db
    .selectFrom('keys')
    .select('keyNo')
    .where('keyNo', 'in', [...missing])
    .where('state', '!=', 'voided')
    .execute();
  for (const { keyNo } of known) missing.delete(keyNo);
  return missing;
}

/** Incidents as lines, in the same order. */
export async function toKeyIncidentLines(
  db: ReadDb,
  rows: readonly KeyIncidentsTable[],
): Promise<KeyIncidentLine[]> {
  if (rows.length === 0) return [];
  const { limits } = await settingsOf(db);
  const { strikes, copies } = await marksOf(db, 'keyIncidents', idsOf(rows));
  const units = await unitCodes(
    db,
    rows.map((row) => row.unitId),
  );
  const loans = await serialNosOf(
    db,
    'key_loans',
    rows.map((row) => row.loanId),
  );
  return rows.map(({ sealed: _, ...row }) => ({
    ...row,
    reporterPhone: tail(row.reporterPhone),
    unitCode: units.get(row.unitId ?? '') ?? null,
    loanSerialNo: loans.get(row.loanId ?? '') ?? null,
    late: isLate(row.foundOutAt, row.recordedAt, limits.lateEntryMinutes),
    copies: copies.get(row.id) ?? 0,
    strikes: strikes.get(row.id) ?? [],
  }));
}
