import type { OpName } from '../../../shared/api';
import { addDays, timeOf } from '../../../shared/dates';
import type { Actor } from '../../../shared/registers/session';
import type { ReadDb } from '../../db/context';
import type { Brief } from '../search/brief';
import { coverOf, rosterOf, swapOf } from './load';
import { coverActs, coverMain, rosterActs, rosterMain, swapActs, swapMain } from './next';

/** The room's entries in the omni-box and under the scanner; unordered, unknown ids are left out. */

export async function rosterBriefs(db: ReadDb, ids: readonly string[]): Promise<Brief[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('rosters').selectAll().where('id', 'in', ids).execute();
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: `${row.weekOn} – ${addDays(row.weekOn, 6)}`,
    detail: row.publishedByName ?? row.recorderName,
    state: row.state,
    at: row.recordedAt,
    next: rosterMain(row),
  }));
}

export async function swapBriefs(db: ReadDb, ids: readonly string[]): Promise<Brief[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('shift_swaps').selectAll().where('id', 'in', ids).execute();
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: `${row.askerName} → ${row.colleagueName}`,
    detail: [row.dayOn, row.post, row.otherDayOn && `⇄ ${row.otherDayOn} ${row.otherPost}`]
      .filter(Boolean)
      .join(' · '),
    state: row.state,
    at: row.recordedAt,
    next: swapMain(row),
  }));
}

export async function coverBriefs(db: ReadDb, ids: readonly string[]): Promise<Brief[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('post_covers').selectAll().where('id', 'in', ids).execute();
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: `${row.leaverName} → ${row.standInName}`,
    detail: [row.post, `${timeOf(row.leftAt)} – ${timeOf(row.backAt ?? row.dueAt)}`].join(' · '),
    state: row.state,
    at: row.leftAt,
    next: coverMain(row),
  }));
}

/** What this reader may do now, the awaited act first. Errors: Refusal `notFound`. */
export const rosterActsOn = async (db: ReadDb, id: string, actor: Actor | null): Promise<OpName[]> =>
  rosterActs(await rosterOf(db, id), actor);
export const swapActsOn = async (
  db: ReadDb,
  id: string,
  actor: Actor | null,
  now: string,
): Promise<OpName[]> => swapActs(await swapOf(db, id), actor, now);
export const coverActsOn = async (db: ReadDb, id: string, actor: Actor | null): Promise<OpName[]> =>
  coverActs(await coverOf(db, id), actor);
