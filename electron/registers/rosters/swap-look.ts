import type Database from 'better-sqlite3';
import { expressionBuilder } from 'kysely';
import type { z } from 'zod';
import { dayOf } from '../../../shared/dates';
import type { OutputOf } from '../../../shared/op';
import {
  SWAP_NEEDS,
  type SwapNeed,
  type shiftSwapFilter,
  type shiftSwaps,
} from '../../../shared/registers/shift-swaps';
import { type ShiftSwapLine, SWAP_OPEN } from '../../../shared/registers/shift-swaps.row';
import type { ReadDb } from '../../db/context';
import { marksOf } from '../../db/story';
import type { ShiftSwapsTable, Tables } from '../../db/tables';
import { besideLine } from '../../entries/answer';
import {
  branchPer,
  type Condition,
  commonConditions,
  holdsPart,
  type Listing,
  listPage,
  needCounts,
} from '../../entries/listing';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { swapOf } from './load';
import { firstDay, swapActs } from './next';

/** Reading the book of swaps: a page, what needs doing, one entry. */

type Ops = HandlersFor<'shiftSwaps'>;
type Filter = z.output<typeof shiftSwapFilter>;
const LISTING: Listing<'shift_swaps'> = {
  register: 'shiftSwaps',
  table: 'shift_swaps',
  at: 'recordedAt',
};
const eb = expressionBuilder<Tables, 'shift_swaps'>();

/** Rows as lines, in the same order. */
export async function toSwapLines(
  db: ReadDb,
  rows: readonly ShiftSwapsTable[],
  now: string,
): Promise<ShiftSwapLine[]> {
  const ids = rows.map((row) => row.id);
  const { shifts } = await settingsOf(db);
  const nameOf = (code: string) => {
    const shift = shifts.find((one) => one.code === code);
    return { zh: shift?.zh ?? code, en: shift?.en ?? code };
  };
  const { strikes, copies } = await marksOf(db, 'shiftSwaps', ids);
  return rows.map(({ sealed: _, ...row }) => ({
    ...row,
    pressing: SWAP_OPEN.includes(row.state) && firstDay(row) <= dayOf(now),
    shiftName: nameOf(row.shift),
    otherShiftName: row.otherShift === null ? null : nameOf(row.otherShift),
    late: false,
    copies: copies.get(row.id) ?? 0,
    strikes: strikes.get(row.id) ?? [],
  }));
}

/** A page of swaps, newest first. */
export async function swapPage(
  db: ReadDb,
  raw: Database.Database,
  filter: Filter,
  after: string | null,
  limit: number,
  now: string,
): Promise<OutputOf<typeof shiftSwaps.list>> {
  const { rows, ...page } = await listPage(db, raw, LISTING, {
    branches: branchesOf(filter, now),
    search: filter.search,
    after,
    limit,
  });
  return { rows: await toSwapLines(db, rows, now), ...page };
}

function branchesOf({ need, states, person, ...rest }: Omit<Filter, 'search'>, now: string): Condition[][] {
  const common = commonConditions(LISTING, rest);
  if (person) common.push(eb.or([holdsPart('askerName', person), holdsPart('colleagueName', person)]));
  if (!need) return branchPer('state', states, common);
  if (states?.length) common.push(eb('state', 'in', states));
  return swapBranches(need, now).map((branch) => [...branch, ...common]);
}

/** A need as branches. */
export function swapBranches(need: SwapNeed, now: string): Condition[][] {
  const come = eb.or([eb('dayOn', '<=', dayOf(now)), eb('otherDayOn', '<=', dayOf(now))]);
  switch (need) {
    case 'agree':
      return [[eb('state', '=', 'asked')]];
    case 'approve':
      return [[eb('state', '=', 'agreed')]];
    case 'pressing':
      return SWAP_OPEN.map((state) => [eb('state', '=', state), come]);
  }
}

export const list: Ops['list'] = ({ filter, after, limit }, { db, now, door }) =>
  swapPage(db, door.rawReader, filter, after ?? null, limit, now);

export const counts: Ops['counts'] = async (_, { db, now }) => {
  return needCounts(db, 'shift_swaps', SWAP_NEEDS, (need) => swapBranches(need, now));
};

export const entry: Ops['entry'] = async ({ id }, { db, actor, now }) => {
  const row = await swapOf(db, id);
  const { limits } = await settingsOf(db);
  const [line] = await toSwapLines(db, [row], now);
  return {
    entry: line!,
    next: swapActs(row, actor, now),
    ...(await besideLine({ db, actor, now }, 'shiftSwaps', row, limits, line!.pressing ? ['pressing'] : [])),
  };
};
