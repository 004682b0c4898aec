import type Database from 'better-sqlite3';
import type { NumberedRegister } from '../../../shared/ids';
import { InvalidField } from '../../../shared/result';
import { find } from '../../db/search';

/** A list with search text is the omni-box's index with the register's token (speed.md §1), then the list's other filters. */

/** Lists say "1000+" beyond this (speed.md §1). */
export const COUNT_CAP = 1000;
/** Hits taken from the index at a time, and looked at in all when the other filters leave few of them. */
const BATCH = 500;
const MOST_LOOKED_AT = 20_000;

export interface SearchPage {
  ids: string[];
  next: string | null;
  total: number;
  more: boolean;
}

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
  keep: (ids: string[]) => Promise<ReadonlySet<string>>,
): Promise<SearchPage> {
  const from = after === null ? null : keyOf(after);
  const ids: string[] = [];
  let [total, last, before, looked, full] = [0, 0, Number.MAX_SAFE_INTEGER, 0, false];
  for (;;) {
    const hits = find(raw, { typed, registers: [register], limit: BATCH, before });
    const kept = await keep(hits.map((hit) => hit.entryId));
    for (const hit of hits) {
      if (!kept.has(hit.entryId)) continue;
      total += 1;
      if (from !== null && hit.id >= from) continue;
      if (ids.length < limit) {
        ids.push(hit.entryId);
        last = hit.id;
      } else full = true;
    }
    before = hits.at(-1)?.id ?? 0;
    looked += hits.length;
    if (hits.length < BATCH) return answer(false);
    if (full && (total > COUNT_CAP || looked >= MOST_LOOKED_AT)) return answer(true);
  }

  function answer(unread: boolean): SearchPage {
    const more = total > COUNT_CAP || unread;
    return { ids, next: full ? `#${last}` : null, total: Math.min(total, COUNT_CAP), more };
  }
}

function keyOf(cursor: string): number {
  const key = /^#(\d{1,15})$/.exec(cursor)?.[1];
  if (!key) throw new InvalidField('after', 'id.unknown');
  return Number(key);
}

/** The cursor of an unsearched list: `<instant>|<id>` of the page's last line. */
export function cursorOf(after: string): { at: string; id: string } {
  const match = /^(\d{4}-\d{2}-\d{2}T[\d:.]{12}Z)\|([0-9A-Z]{26})$/.exec(after);
  if (!match) throw new InvalidField('after', 'id.unknown');
  return { at: match[1]!, id: match[2]! };
}
