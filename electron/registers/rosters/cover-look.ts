import type Database from 'better-sqlite3';
import { expressionBuilder } from 'kysely';
import type { z } from 'zod';
import { isoOf, MINUTE_MS, msOf } from '../../../shared/dates';
import type { OutputOf } from '../../../shared/op';
import type { Settings } from '../../../shared/registers/office';
import {
  COVER_NEEDS,
  type CoverNeed,
  type postCoverFilter,
  type postCovers,
} from '../../../shared/registers/post-covers';
import { LONG_ABSENCE_MINUTES, type PostCoverLine } from '../../../shared/registers/post-covers.row';
import type { ReadDb } from '../../db/context';
import { marksOf } from '../../db/story';
import type { PostCoversTable, Tables } from '../../db/tables';
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
import { isLate } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { coverOf } from './load';
import { coverActs } from './next';

/** Reading the stand-in log: a page, what needs doing, one entry. */

type Ops = HandlersFor<'postCovers'>;
type Filter = z.output<typeof postCoverFilter>;
const LISTING: Listing<'post_covers'> = { register: 'postCovers', table: 'post_covers', at: 'leftAt' };
const eb = expressionBuilder<Tables, 'post_covers'>();

/** Rows as lines, in the same order. */
export async function toCoverLines(
  db: ReadDb,
  rows: readonly PostCoversTable[],
  now: string,
  settings?: Settings,
): Promise<PostCoverLine[]> {
  const { limits } = settings ?? (await settingsOf(db));
  const ids = rows.map((row) => row.id);
  const { strikes, copies } = await marksOf(db, 'postCovers', ids);
  return rows.map(({ sealed: _, ...row }) => {
    const minutes = Math.max(0, Math.round((msOf(row.backAt ?? now) - msOf(row.leftAt)) / MINUTE_MS));
    return {
      ...row,
      minutes,
      long:
        row.state !== 'voided' &&
        (minutes > LONG_ABSENCE_MINUTES || (row.state === 'away' && row.dueAt < now)),
      late: isLate(row.leftAt, row.recordedAt, limits.lateEntryMinutes),
      copies: copies.get(row.id) ?? 0,
      strikes: strikes.get(row.id) ?? [],
    };
  });
}

/** A page of the log, newest first. */
export async function coverPage(
  db: ReadDb,
  raw: Database.Database,
  filter: Filter,
  after: string | null,
  limit: number,
  now: string,
): Promise<OutputOf<typeof postCovers.list>> {
  const { rows, ...page } = await listPage(db, raw, LISTING, {
    branches: branchesOf(filter, now),
    search: filter.search,
    after,
    limit,
  });
  return { rows: await toCoverLines(db, rows, now), ...page };
}

function branchesOf({ need, states, person, ...rest }: Omit<Filter, 'search'>, now: string): Condition[][] {
  const common = commonConditions(LISTING, rest);
  if (person) common.push(eb.or([holdsPart('leaverName', person), holdsPart('standInName', person)]));
  if (!need) return branchPer('state', states, common);
  if (states?.length) common.push(eb('state', 'in', states));
  return coverBranches(need, now).map((branch) => [...branch, ...common]);
}

/** A need as branches. */
export function coverBranches(need: CoverNeed, now: string): Condition[][] {
  const away = eb('state', '=', 'away');
  const tooLong = isoOf(msOf(now) - LONG_ABSENCE_MINUTES * MINUTE_MS);
  switch (need) {
    case 'away':
      return [[away]];
    case 'long':
      return [[away, eb.or([eb('leftAt', '<', tooLong), eb('dueAt', '<', now)])]];
    case 'toSign':
      return [[eb('approvedAt', 'is', null), eb('state', '<>', 'voided')]];
  }
}

export const list: Ops['list'] = ({ filter, after, limit }, { db, now, door }) =>
  coverPage(db, door.rawReader, filter, after ?? null, limit, now);

export const counts: Ops['counts'] = async (_, { db, now }) => {
  return needCounts(db, 'post_covers', COVER_NEEDS, (need) => coverBranches(need, now));
};

export const entry: Ops['entry'] = async ({ id }, { db, actor, now }) => {
  const row = await coverOf(db, id);
  const settings = await settingsOf(db);
  const [line] = await toCoverLines(db, [row], now, settings);
  const waiting: [warning: string, holds: boolean][] = [
    ['long', line!.long],
    ['toSign', row.state !== 'voided' && row.approvedAt === null],
  ];
  return {
    entry: line!,
    next: coverActs(row, actor),
    ...(await besideLine(
      { db, actor, now },
      'postCovers',
      row,
      settings.limits,
      waiting.filter(([, holds]) => holds).map(([warning]) => warning),
    )),
  };
};
