import type Database from 'better-sqlite3';
import { expressionBuilder } from 'kysely';
import type { z } from 'zod';
import type { OutputOf } from '../../../shared/op';
import type { keyTransfers, transferFilter } from '../../../shared/registers/key-transfers';
import type { KeyTransferKeyLine, KeyTransferLine } from '../../../shared/registers/key-transfers.row';
import type { ReadDb } from '../../db/context';
import { marksOf } from '../../db/story';
import type { KeyTransfersTable, Tables } from '../../db/tables';
import {
  branchPer,
  type Condition,
  commonConditions,
  type Listing,
  listPage,
  realDay,
} from '../../entries/listing';
import { asFilled } from '../../entries/load';
import { rowsOf } from '../../entries/months';

/** Rows of transfers become lines here and nowhere else, and the list of them as SQL (see filter.ts). */

type Filter = z.output<typeof transferFilter>;
export const TRANSFERS: Listing<'key_transfers'> = {
  register: 'keyTransfers',
  table: 'key_transfers',
  at: 'plannedOn',
};

const eb = expressionBuilder<Tables, 'key_transfers'>();

/** The transfer as it is now. Errors: Refusal `notFound`, `conflict`. */
export async function transferOf(db: ReadDb, id: string, version?: number): Promise<KeyTransfersTable> {
  const row = await db.selectFrom('key_transfers').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

/** The keys of a transfer, in the order of its list. */
export const transferKeys = async (db: ReadDb, transferId: string): Promise<KeyTransferKeyLine[]> =>
  db
    .selectFrom('key_transfer_lines')
    .innerJoin('keys', 'keys.id', 'key_transfer_lines.keyId')
    .selectAll('key_transfer_lines')
    .select(['keys.label', 'keys.door', 'keys.keeperName'])
    .where('transferId', '=', transferId)
    .orderBy('position')
    .execute();

/** A page of the transfers, newest day first, with its lines. */
export async function transferPage(
  db: ReadDb,
  raw: Database.Database,
  filter: Filter,
  after: string | null,
  limit: number,
): Promise<OutputOf<typeof keyTransfers.list>> {
  const { search, ...rest } = filter;
  const { rows, ...page } = await listPage(db, raw, TRANSFERS, {
    branches: transferBranches(rest),
    search,
    after,
    limit,
  });
  return { rows: await toTransferLines(db, rows), ...page };
}

/** The branches of a filter; no transfer fits two of them. Days are days of the transfer. */
export function transferBranches({
  need,
  states,
  fromOn,
  toOn,
  month,
}: Partial<Omit<Filter, 'search'>>): Condition[][] {
  const common = commonConditions(TRANSFERS, { month: month ?? null });
  if (fromOn) common.push(eb('plannedOn', '>=', realDay('fromOn', fromOn)));
  if (toOn) common.push(eb('plannedOn', '<=', realDay('toOn', toOn)));
  return branchPer('state', need === 'open' ? ['open'] : states, common);
}

/** Rows of transfers as lines, in the same order. */
export async function toTransferLines(
  db: ReadDb,
  rows: readonly KeyTransfersTable[],
): Promise<KeyTransferLine[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const { strikes, copies } = await marksOf(db, 'keyTransfers', ids);
  const sums = await db
    .selectFrom('key_transfer_lines')
    .select(({ fn }) => [
      'transferId',
      fn.countAll<number>().as('keys'),
      fn.sum<number>('pieces').as('pieces'),
    ])
    .where('transferId', 'in', ids)
    .groupBy('transferId')
    .execute();
  const people = new Map(
    (
      await rowsOf(
        db,
        'staff',
        [...new Set(rows.flatMap((row) => [row.fromId, row.toId]))].filter((id) => id !== null),
      )
    ).map(({ id, name }) => [id, name]),
  );
  const byId = new Map(sums.map((sum) => [sum.transferId, sum]));
  return rows.map(({ sealed: _, ...row }) => ({
    ...row,
    fromStaffName: people.get(row.fromId ?? '') ?? null,
    toStaffName: people.get(row.toId ?? '') ?? null,
    keys: byId.get(row.id)?.keys ?? 0,
    pieces: byId.get(row.id)?.pieces ?? 0,
    copies: copies.get(row.id) ?? 0,
    strikes: strikes.get(row.id) ?? [],
  }));
}

/** Transfers by ids, in the order asked; unknown ids are left out. */
export const transferLines = async (db: ReadDb, ids: readonly string[]): Promise<KeyTransferLine[]> =>
  toTransferLines(db, await rowsOf(db, 'key_transfers', ids));

/** The open list some keys stand on, with the first of them; null when they stand on none. */
export async function openListOf(
  db: ReadDb,
  keyIds: readonly string[],
): Promise<{ keyNo: string; serialNo: string } | null> {
  if (keyIds.length === 0) return null;
  const listed = await db
    .selectFrom('key_transfer_lines')
    .innerJoin('key_transfers', 'key_transfers.id', 'key_transfer_lines.transferId')
    .select(['keyNo', 'serialNo'])
    .where('key_transfer_lines.keyId', 'in', keyIds)
    .where('key_transfers.state', '=', 'open')
    .executeTakeFirst();
  return listed ?? null;
}
