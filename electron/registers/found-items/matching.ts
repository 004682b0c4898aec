import { addDays, DAY_MS, dayOf, instantOf, MINUTE_MS, msOf } from '../../../shared/dates';
import { FOUND_ITEM_OPEN } from '../../../shared/registers/found-items.row';
import type { ReadDb } from '../../db/context';
import type { FoundItemsTable, LostReportsTable } from '../../db/tables';

/**
 * Lost and found, both ways (desk-practice.md §2.1): category, place, date window, shared characters; the top five.
 * Verification features count in the score but never leave this file.
 */

export interface Match {
  id: string;
  serialNo: string;
  name: string;
  where: string;
  at: string;
  /** 0–100. */
  score: number;
}

/** A thing may be handed in this long after it was lost; people also name the wrong hour, hence the slack before. */
const WINDOW_DAYS = 90;
const SLACK_MS = 12 * 60 * MINUTE_MS;
const CANDIDATES = 500;
const TOP = 5;
/** Below this the two have hardly more in common than the year. */
const WORTH_SHOWING = 30;

type Item = Pick<
  FoundItemsTable,
  'category' | 'name' | 'publicFeatures' | 'verifyFeatures' | 'foundPlace' | 'foundAt'
>;
type Report = Pick<LostReportsTable, 'category' | 'name' | 'features' | 'lostPlace' | 'lostFrom' | 'lostTo'>;

/** How well an item and a report fit, 0–100: category 35, words 30, place 20, time 15; 0 outside the window. */
export function scoreOf(item: Item, report: Report): number {
  const found = msOf(item.foundAt);
  const from = msOf(report.lostFrom) - SLACK_MS;
  const until = msOf(report.lostTo) + WINDOW_DAYS * DAY_MS;
  if (found < from || found > until) return 0;
  const daysAfter = Math.max(0, found - msOf(report.lostTo)) / DAY_MS;
  const words = likeness(
    `${item.name} ${item.publicFeatures ?? ''} ${item.verifyFeatures ?? ''}`,
    `${report.name} ${report.features ?? ''}`,
  );
  const name = likeness(item.name, report.name);
  return Math.round(
    (item.category === report.category ? 35 : 0) +
      30 * Math.max(words, name) +
      20 * likeness(item.foundPlace, report.lostPlace) +
      15 / (1 + daysAfter / 7),
  );
}

/** Shared characters and pairs, measured against the shorter text: 0–1. Case and width do not count. */
export function likeness(a: string, b: string): number {
  const [left, right] = [grams(a), grams(b)];
  const smaller = Math.min(left.size, right.size);
  if (smaller === 0) return 0;
  let shared = 0;
  for (const gram of left) if (right.has(gram)) shared += 1;
  return shared / smaller;
}

function grams(text: string): Set<string> {
  const found = new Set<string>();
  for (const run of text
    .normalize('NFKC')
    .toLowerCase()
    .match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? []) {
    if (!/^\p{Script=Han}/u.test(run)) {
      found.add(run);
      continue;
    }
    const chars = [...run];
    for (const [i, char] of chars.entries()) {
      found.add(char);
      const next = chars[i + 1];
      if (next) found.add(char + next);
    }
  }
  return found;
}

/** The five open lost reports that fit an item best. */
export async function reportsFor(db: ReadDb, item: FoundItemsTable): Promise<Match[]> {
  const day = dayOf(item.foundAt);
  const reports = await db
    .selectFrom('lost_reports')
    .selectAll()
    .where('state', '=', 'open')
    .where('subject', '=', 'thing')
    .where('lostFrom', '>=', instantOf(addDays(day, -2 * WINDOW_DAYS)))
    .where('lostFrom', '<', instantOf(addDays(day, 2)))
    .orderBy('lostFrom', 'desc')
    .limit(CANDIDATES)
    .execute();
  return best(
    reports.map((report) => ({
      id: report.id,
      serialNo: report.serialNo,
      name: report.name,
      where: report.lostPlace,
      at: report.lostFrom,
      score: scoreOf(item, report),
    })),
  );
}

/** The five items still in the office's hands that fit a report best. */
export async function itemsFor(db: ReadDb, report: LostReportsTable): Promise<Match[]> {
  if (report.subject === 'person') return [];
  const items: FoundItemsTable[] = [];
  for (const state of FOUND_ITEM_OPEN) {
    const some = await db
      .selectFrom('found_items')
      .selectAll()
      .where('state', '=', state)
      .where('lostReportId', 'is', null)
      .where('foundAt', '>=', instantOf(addDays(dayOf(report.lostFrom), -1)))
      .where('foundAt', '<', instantOf(addDays(dayOf(report.lostTo), WINDOW_DAYS + 1)))
      .orderBy('foundAt', 'desc')
      .limit(CANDIDATES)
      .execute();
    items.push(...some);
  }
  return best(
    items.map((item) => ({
      id: item.id,
      serialNo: item.serialNo,
      name: item.name,
      where: item.foundPlace,
      at: item.foundAt,
      score: scoreOf(item, report),
    })),
  );
}

const best = (matches: Match[]): Match[] =>
  matches
    .filter((match) => match.score >= WORTH_SHOWING)
    .sort((a, b) => b.score - a.score || (a.at < b.at ? 1 : -1))
    .slice(0, TOP);
