import type Database from 'better-sqlite3';
import type { NumberedRegister } from '../../shared/ids';
import { InvalidField } from '../../shared/result';
import { find } from '../db/search';

/** A list with search text is the omni-box's index with the register's token (speed.md §1), then the list's other filters. */

/** Lists say "1000+" beyond this (speed.md §1). */
export const COUNT_CAP = 1000;
/** Hits taken from the index at a time, and looked at in all when the other filters leave few of them. */
const BATCH = 500;
const MOST_LOOKED_AT = 20_000;

/** How many lines a list has, counted once on its first page and carried by the cursor. */
export interface Total {
  total: number;
  /** Not all were counted: "1000+". */
  more: boolean;
}
export interface SearchPage extends Total {
  ids: string[];
  next: string | null;
}
type Keep = (ids: string[]) => Promise<ReadonlySet<string>>;

/**
 * One page of hits, newest first. `keep` answers which of some ids pass the other filters. The cursor is `#` and the
 * index's time key of the page's last hit.
 */
export async function searchPage(
  raw: Database.Database,
  register: NumberedRegister,
  typed: string,
  after: string | null,
  limit: number,
  keep: Keep,
): Promise<SearchPage> {
  const cursor = after === null ? null : readCursor(/^#(\d{1,15})$/, after);
  const ids: string[] = [];
  const counted: Total = cursor ?? { total: 0, more: false };
  let [last, before, looked, full] = [
    0,
    cursor ? Number(cursor.place[1]) : Number.MAX_SAFE_INTEGER,
    0,
    false,
  ];
  for (;;) {
    const hits = find(raw, { typed, registers: [register], limit: BATCH, before });
    const kept = await keep(hits.map((hit) => hit.entryId));
    for (const hit of hits) {
      if (!kept.has(hit.entryId)) continue;
      if (!cursor) counted.total += 1;
      if (ids.length < limit) {
        ids.push(hit.entryId);
        last = hit.id;
      } else full = true;
    }
    before = hits.at(-1)?.id ?? 0;
    looked += hits.length;
    const done = cursor !== null || counted.total > COUNT_CAP || looked >= MOST_LOOKED_AT;
    if (hits.length < BATCH || (full && done)) {
      if (!cursor && hits.length === BATCH) counted.more = true;
      break;
    }
  }
  const { total, more } = capped(counted);
  return { ids, next: full ? `#${last}${tailOf({ total, more })}` : null, total, more };
}

/** The cursor of an unsearched list: order value and id of the page's last line, and the list's total. */
export function cursorOf(after: string): Total & { at: string; id: string } {
  const { place, total, more } = readCursor(/^([^|]{0,200})\|([0-9A-Z]{26})$/, after);
  return { at: decodeURIComponent(place[1]!), id: place[2]!, total, more };
}

/** A place in a list as its cursor says it; instants stand in it as they are. */
export const placeOf = (at: string, id: string): string => `${at.replace(/[%|]/g, encodeURIComponent)}|${id}`;

/** `|<total>` and a plus when there are more: the end of every cursor. */
export const tailOf = ({ total, more }: Total): string => `|${total}${more ? '+' : ''}`;

/** A total as lists say it. */
export const capped = ({ total, more }: Total): Total => ({
  total: Math.min(total, COUNT_CAP),
  more: more || total > COUNT_CAP,
});

/** Errors: InvalidField when the cursor is none of ours. */
function readCursor(pattern: RegExp, cursor: string): Total & { place: RegExpExecArray } {
  const tail = /^(.*)\|(\d{1,4})(\+?)$/.exec(cursor);
  const place = pattern.exec(tail?.[1] ?? '');
  if (!tail || !place || /%(?!25|7C)/.test(place[0])) throw new InvalidField('after', 'id.unknown');
  return { place, total: Number(tail[2]), more: tail[3] === '+' };
}
