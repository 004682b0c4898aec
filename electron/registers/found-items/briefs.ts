import type { OpName } from '../../../shared/api';
import { dayTimeOf } from '../../../shared/dates';
import type { Actor } from '../../../shared/registers/session';
import type { ReadDb } from '../../db/context';
import type { Brief } from '../search/brief';
import { itemOf, reportOf } from './load';
import { actsOn, actsOnReport, mainAct, reportAct } from './next';

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

/** What this reader may do on a found item now, the awaited act first. Errors: Refusal `notFound`. */
export const foundItemActs = async (db: ReadDb, id: string, actor: Actor | null): Promise<OpName[]> =>
  actsOn(await itemOf(db, id), actor);

/** What this reader may do on a lost report now. Errors: Refusal `notFound`. */
export const lostReportActs = async (db: ReadDb, id: string, actor: Actor | null): Promise<OpName[]> =>
  actsOnReport(await reportOf(db, id), actor);
