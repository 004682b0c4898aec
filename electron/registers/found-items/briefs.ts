import { dayTimeOf } from '../../../shared/dates';
import type { ReadDb } from '../../db/context';
import { mainAct, reportAct } from './next';

/** One line of the omni-box: enough to recognise an entry and to know its next act. */
export interface Brief {
  entryId: string;
  serialNo: string;
  title: string;
  /** Place, person, time: plain text, no phone, no verification features. */
  detail: string;
  state: string;
  /** When it happened (found, lost). */
  at: string;
  /** Operation that Enter preselects; null when nothing is left to do. */
  next: string | null;
}

const detail = (...parts: (string | null)[]): string => parts.filter((part) => part).join(' · ');

/** Found items by ids, unordered; unknown ids are left out. */
export async function foundItemBriefs(db: ReadDb, ids: readonly string[]): Promise<Brief[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('found_items')
    .select([
      'id',
      'serialNo',
      'name',
      'quantity',
      'publicFeatures',
      'foundPlace',
      'finderName',
      'foundAt',
      'state',
      'confirmer2How',
      'valuable',
      'countersignedAt',
    ])
    .where('id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: row.quantity > 1 ? `${row.name} ×${row.quantity}` : row.name,
    detail: detail(row.publicFeatures, row.foundPlace, row.finderName, dayTimeOf(row.foundAt)),
    state: row.state,
    at: row.foundAt,
    next: mainAct(row),
  }));
}

/** Lost reports by ids, unordered; unknown ids are left out. */
export async function lostReportBriefs(db: ReadDb, ids: readonly string[]): Promise<Brief[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('lost_reports')
    .select(['id', 'serialNo', 'name', 'features', 'lostPlace', 'reporterName', 'lostFrom', 'state'])
    .where('id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: row.name,
    detail: detail(row.features, row.lostPlace, row.reporterName, dayTimeOf(row.lostFrom)),
    state: row.state,
    at: row.lostFrom,
    next: reportAct(row),
  }));
}
