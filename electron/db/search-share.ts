import type Database from 'better-sqlite3';
import { prepared } from './prepared';

/** The share of all lines from which a register's token stands in nearly every line. */
const COMMON = 0.2;

/**
 * True when registers hold so many lines that they are better told apart in the rows found: walking their tokens' lists costs
 * four times as much. Rare registers keep their token, which skips everybody else's lines.
 */
export function areCommon(raw: Database.Database, registers: readonly string[]): boolean {
  const lines = linesOf(raw);
  let [these, all] = [0, 0];
  for (const [register, n] of lines) {
    all += n;
    if (registers.includes(register)) these += n;
  }
  return these / Math.max(all, 1) >= COMMON;
}

/** Lines per register are counted anew after so many questions: a share moves by months, and either way finds the same. */
const COUNT_LASTS = 200;
const counted = new WeakMap<Database.Database, { lines: Map<string, number>; asked: number }>();
function linesOf(raw: Database.Database): Map<string, number> {
  const known = counted.get(raw);
  if (known && known.asked < COUNT_LASTS) {
    known.asked += 1;
    return known.lines;
  }
  const rows = prepared(raw, 'SELECT register, total(last) AS n FROM serials GROUP BY register').all();
  const lines = new Map((rows as { register: string; n: number }[]).map(({ register, n }) => [register, n]));
  counted.set(raw, { lines, asked: 0 });
  return lines;
}
