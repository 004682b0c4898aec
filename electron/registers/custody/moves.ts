import type Database from 'better-sqlite3';
import { expressionBuilder } from 'kysely';
import type { z } from 'zod';
import type { OpName } from '../../../shared/api';
import { dayOf } from '../../../shared/dates';
import type { OutputOf } from '../../../shared/op';
import {
  MOVE_NEEDS,
  type MoveNeed,
  type moveNoticeFilter,
  type moveNotices,
} from '../../../shared/registers/move-notices';
import {
  MOVE_NEXT,
  MOVE_POSTS,
  type MoveNotice,
  type MoveNoticeLine,
  type MovePost,
  type MoveState,
} from '../../../shared/registers/move-notices.row';
import type { Settings } from '../../../shared/registers/office';
import type { Actor } from '../../../shared/registers/session';
import { holds, type Permit } from '../../../shared/roles';
import { maskPhone } from '../../../shared/text';
import type { ReadDb } from '../../db/context';
import { marksOf } from '../../db/story';
import type { MoveNoticesTable, Tables } from '../../db/tables';
import {
  branchPer,
  type Condition,
  commonConditions,
  holdsPart,
  type Listing,
  listPage,
  needCounts,
} from '../../entries/listing';
import { asFilled, isLate, movedTo } from '../../entries/load';
import { isManager, mayCorrect } from '../../entries/rights';
import { settingsOf } from '../office/settings';
import { unitCodes } from '../units/briefs';

/** Move notices: what every command checks, rows as lines, what may follow, filters of the list. */

/** The notice as it is now. Errors: Refusal `notFound`; `conflict` (trust.md F10). */
export async function moveOf(db: ReadDb, id: string, version?: number): Promise<MoveNoticesTable> {
  const row = await db.selectFrom('move_notices').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

/** The next state, when the chart allows it. Errors: Refusal `moveNotices.wrongState`. */
export const moveMoved = (row: MoveNoticesTable, to: MoveState): MoveState =>
  movedTo(MOVE_NEXT, row.state, to, 'moveNotices');

/** Posts still to be told of a move to come; the lift's only where one is booked. */
export const untoldOf = (row: Pick<MoveNotice, 'state' | 'lift' | `${MovePost}ToldAt`>): MovePost[] =>
  row.state === 'announced'
    ? MOVE_POSTS.filter((post) => row[`${post}ToldAt`] === null && (post !== 'lift' || row.lift !== null))
    : [];

/** What a notice waits for: somebody to be told; on its day, to be confirmed. */
export function mainMoveAct(
  row: Pick<MoveNotice, 'state' | 'lift' | 'moveOn' | `${MovePost}ToldAt`>,
  now: string,
): OpName | null {
  if (row.state !== 'announced') return null;
  if (untoldOf(row).length > 0) return 'moveNotices.tell';
  return row.moveOn <= dayOf(now) ? 'moveNotices.complete' : null;
}

/** Every operation this reader may do on the notice now, the awaited one first. */
export function moveActs(row: MoveNotice, actor: Actor | null, now: string): OpName[] {
  const announced = row.state === 'announced';
  const all: [act: OpName, permit: Permit, possible: boolean][] = [
    ['moveNotices.tell', 'moveNotices.record', untoldOf(row).length > 0],
    ['moveNotices.complete', 'moveNotices.record', announced && row.moveOn <= dayOf(now)],
    ['moveNotices.linkRelease', 'moveNotices.record', announced && row.direction === 'out'],
    ['moveNotices.reschedule', 'moveNotices.record', announced],
    ['moveNotices.cancel', 'moveNotices.record', announced],
    [
      'moveNotices.correct',
      'moveNotices.correct',
      row.state !== 'voided' && mayCorrect(row.recorderId, actor),
    ],
    [
      'moveNotices.void',
      'moveNotices.void',
      MOVE_NEXT[row.state].includes('voided') && (row.state !== 'done' || isManager(actor)),
    ],
  ];
  return all
    .filter(([, permit, possible]) => possible && holds(actor?.roles ?? [], permit))
    .map(([act]) => act);
}

/** Rows as lines, in the same order: phones masked, with the slip that came of the linked application. */
export async function toMoveLines(
  db: ReadDb,
  rows: readonly MoveNoticesTable[],
  now: string,
  settings?: Settings,
): Promise<MoveNoticeLine[]> {
  if (rows.length === 0) return [];
  const { limits } = settings ?? (await settingsOf(db));
  const { strikes, copies } = await marksOf(
    db,
    'moveNotices',
    rows.map((row) => row.id),
  );
  const units = await unitCodes(
    db,
    rows.map((row) => row.unitId),
  );
  const slips = await slipNosOf(db, rows);
  return rows.map(({ sealed: _, ...row }) => ({
    ...row,
    contactPhone: row.contactPhone === null ? null : maskPhone(row.contactPhone),
    unitCode: units.get(row.unitId) ?? '',
    untold: untoldOf(row),
    past: row.state === 'announced' && row.moveOn < dayOf(now),
    releaseNo: slips.get(row.releaseRequestId ?? '') ?? null,
    late: isLate(row.announcedAt, row.recordedAt, limits.lateEntryMinutes),
    copies: copies.get(row.id) ?? 0,
    strikes: strikes.get(row.id) ?? [],
  }));
}

async function slipNosOf(db: ReadDb, rows: readonly MoveNoticesTable[]): Promise<Map<string, string>> {
  const ids = rows.map((row) => row.releaseRequestId).filter((id) => id !== null);
  if (ids.length === 0) return new Map();
  const slips = await db
    .selectFrom('goods_releases')
    .select(['requestId', 'serialNo'])
    .where('requestId', 'in', ids)
    .execute();
  return new Map(slips.map((slip) => [slip.requestId, slip.serialNo]));
}

/** `moveOn` is a day: the instants that bound the days of a filter sort around it as they should. */
export const MOVES: Listing<'move_notices'> = {
  register: 'moveNotices',
  table: 'move_notices',
  at: 'moveOn',
};
const eb = expressionBuilder<Tables, 'move_notices'>();

/** A page of notices, latest day first. */
export async function movePage(
  db: ReadDb,
  raw: Database.Database,
  filter: z.output<typeof moveNoticeFilter>,
  after: string | null,
  limit: number,
  now: string,
): Promise<OutputOf<typeof moveNotices.list>> {
  const { search, need, states, directions, unitId, person, ...rest } = filter;
  const common = commonConditions(MOVES, rest);
  if (directions?.length) common.push(eb('direction', 'in', directions));
  if (unitId) common.push(eb('unitId', '=', unitId));
  if (person) common.push(eb.or([holdsPart('contactName', person), holdsPart('recorderName', person)]));
  if (need && states?.length) common.push(eb('state', 'in', states));
  const branches = need ? [[...moveNeed(need, now), ...common]] : branchPer('state', states, common);
  const { rows, ...page } = await listPage(db, raw, MOVES, { branches, search, after, limit });
  return { rows: await toMoveLines(db, rows, now), ...page };
}

export async function moveCounts(db: ReadDb, now: string): Promise<Record<MoveNeed, number>> {
  return needCounts(db, 'move_notices', MOVE_NEEDS, (need) => [moveNeed(need, now)]);
}

/** A need as conditions; specs look at their plans. */
export function moveNeed(need: MoveNeed, now: string): Condition[] {
  const today = dayOf(now);
  const announced = eb('state', '=', 'announced');
  switch (need) {
    case 'toTell':
      return [
        announced,
        eb.or([
          eb('stewardToldAt', 'is', null),
          eb('gateToldAt', 'is', null),
          eb.and([eb('lift', 'is not', null), eb('liftToldAt', 'is', null)]),
        ]),
      ];
    case 'today':
      return [announced, eb('moveOn', '=', today)];
    case 'past':
      return [announced, eb('moveOn', '<', today)];
  }
}
