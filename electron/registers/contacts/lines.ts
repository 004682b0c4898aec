import type { ContactLogLine } from '../../../shared/registers/contact-logs.row';
import type { Settings } from '../../../shared/registers/office';
import { maskPhone } from '../../../shared/text';
import type { ReadDb } from '../../db/context';
import { marksOf } from '../../db/story';
import type { ContactLogsTable } from '../../db/tables';
import { isLate } from '../../entries/load';
import { type Seen, unsealed } from '../../entries/seen';
import { settingsOf } from '../office/settings';
import { unitCodes } from '../units/briefs';
import { isAfterHours, isOverdue, isToTakeOver } from './next';

/** Rows as lines, in the same order: computed fields added, phones masked (trust.md C6), units of struck values by their code. */
export async function toContactLines(
  db: ReadDb,
  rows: readonly Seen<ContactLogsTable>[],
  now: string,
  given?: Settings,
): Promise<ContactLogLine[]> {
  if (rows.length === 0) return [];
  const settings = given ?? (await settingsOf(db));
  const { strikes, copies } = await marksOf(
    db,
    'contactLogs',
    rows.map((row) => row.id),
  );
  const struck = [...strikes.values()].flat().filter((strike) => strike.field === 'unitId');
  const units = await unitCodes(db, [
    ...rows.map((row) => row.unitId),
    ...struck.flatMap((strike) => [strike.old, strike.new]),
  ]);
  const code = (id: string | null): string | null => units.get(id ?? '') ?? null;
  return rows.map((row) => ({
    ...unsealed(row),
    callerPhone: row.callerPhone === null ? null : maskPhone(row.callerPhone),
    unitCode: code(row.unitId),
    overdue: isOverdue(row, now),
    afterHours: isAfterHours(row.happenedAt, settings),
    toTakeOver: isToTakeOver(row),
    late: isLate(row.happenedAt, row.recordedAt, settings.limits.lateEntryMinutes),
    copies: copies.get(row.id) ?? 0,
    strikes: (strikes.get(row.id) ?? []).map((strike) =>
      strike.field === 'unitId' ? { ...strike, old: code(strike.old), new: code(strike.new) } : strike,
    ),
  }));
}
