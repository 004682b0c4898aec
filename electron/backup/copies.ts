import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { daysBetween, isoWeekOf } from '../../shared/dates';
import { DATABASE_NAME } from '../db/office-file';
import { openRaw } from '../db/open';
import { copyVerified } from '../db/safe-copy';

/**
 * The copies an office keeps beside itself (trust.md B3): one a day, thinned to the newest 7 days, 4 weeks and 12 months. They
 * help against a damaged file, not against a lost computer: that is what the backups on another disk are for.
 */
export const COPIES = 'copies';
const NAME = /^deskbook-(\d{4}-\d{2}-\d{2})\.sqlite$/;
const ASIDE_NAME = /^(\d{4})(\d{2})(\d{2})\d{6}$/;
const DAYS = 7;
const WEEKS = 4;
const MONTHS = 12;
/** Days for which what a restore put aside is kept. */
const ASIDE_DAYS = 30;

/**
 * Which days of `days` (`YYYY-MM-DD`) to keep: the newest 7, the newest of each of the newest 4 weeks and 12 months. Depends on
 * the copies alone, not on today: a clock that was set wrong throws nothing away.
 */
export function daysKept(days: readonly string[]): Set<string> {
  const newestFirst = [...new Set(days)].sort().reverse();
  const kept = new Set(newestFirst.slice(0, DAYS));
  const newestOfEach = (spanOf: (day: string) => string, most: number): void => {
    const spans = new Set<string>();
    for (const day of newestFirst) {
      const span = spanOf(day);
      if (spans.has(span)) continue;
      spans.add(span);
      if (spans.size > most) break;
      kept.add(day);
    }
  };
  newestOfEach(isoWeekOf, WEEKS);
  newestOfEach((day) => day.slice(0, 7), MONTHS);
  return kept;
}

/** Days of which a copy lies in the office's folder, oldest first. */
export function copyDays(dataDir: string): string[] {
  const folder = join(dataDir, COPIES);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => NAME.exec(name)?.[1] ?? [])
    .sort();
}
export const copyPath = (dataDir: string, day: string): string =>
  join(dataDir, COPIES, `deskbook-${day}.sqlite`);

/**
 * Makes the copy of `today` unless there is one, then thins. Answers the copy's path and size; null when nothing was to be done or the
 * disk has no room for it. While the clock stands before the newest copy (one of the two is wrong) nothing is thinned.
 */
export function dailyCopy(dataDir: string, today: string): { path: string; bytes: number } | null {
  const days = copyDays(dataDir);
  if (days.includes(today)) return null;
  const source = join(dataDir, DATABASE_NAME);
  const { bavail, bsize } = statfsSync(dataDir);
  if (bavail * bsize < 2 * statSync(source).size) return null;
  const path = copyPath(dataDir, today);
  mkdirSync(join(dataDir, COPIES), { recursive: true });
  const db = openRaw(source, 'readonly');
  try {
    copyVerified(db, path);
  } finally {
    db.close();
  }
  if (days.every((day) => day < today)) {
    const kept = daysKept([...days, today]);
    for (const day of days) if (!kept.has(day)) rmSync(copyPath(dataDir, day), { force: true });
    dropAside(dataDir, today);
  }
  return { path, bytes: statSync(path).size };
}

/** What a restore put aside is gone after its time: it may hold what was erased since (trust.md C8). */
function dropAside(dataDir: string, today: string): void {
  const folder = join(dataDir, 'aside');
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const day = ASIDE_NAME.exec(name);
    if (day && daysBetween(`${day[1]}-${day[2]}-${day[3]}`, today) > ASIDE_DAYS)
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}
