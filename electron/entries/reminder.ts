import { sql } from 'kysely';
import type { Namespace } from '../../shared/api';
import type { Settings } from '../../shared/registers/office';
import type { Weight } from '../../shared/registers/today';
import type { Permit } from '../../shared/roles';
import type { ReadDb } from '../db/context';
import type { Tables } from '../db/tables';
import { type Branch, countBranches, pageSql } from './listing';

/**
 * What a room reminds of (domain.md §6.5). A room says it in its `reminders.ts` and hands it to the list of
 * registers/reminding.ts. A reminder is a need of the room's board with a rule when it presses; it is never stored, so it goes
 * away by doing.
 */

/** What a reminder looks at: one moment of the office. */
export interface Moment {
  db: ReadDb;
  now: string;
  settings: Settings;
}

/** What waits: how many lines, since when the oldest. */
export interface Waiting {
  count: number;
  since: string | null;
}

export interface ReminderRule {
  /** The board's book and its need: words and list are theirs. */
  register: Namespace;
  need: string;
  /** Who may read the book. */
  permit: Permit;
  weight: Weight;
  /** Minutes it may be put off at most; 0: it cannot wait at all. */
  snoozeMinutes: number;
  /** Local time of day (`HH:mm`) from which it reminds; left out: all day. */
  from?: (settings: Settings) => string;
  waiting: (moment: Moment) => Promise<Waiting>;
}

/** Counted no further (speed.md §1). */
const MOST = 1000;

/** A day's work: most reminders may be put off until tomorrow. */
export const A_DAY = 24 * 60;

/** Rows that wait, by branches of a list's filter; `since` is the time column the list goes by. */
export const rows =
  <T extends keyof Tables>(
    table: T,
    since: keyof Tables[T] & string,
    branches: (moment: Moment) => readonly Branch[] | Promise<readonly Branch[]>,
  ) =>
  async (moment: Moment): Promise<Waiting> => {
    const cut = await branches(moment);
    const count = await countBranches(moment.db, table, cut, MOST);
    if (count === 0) return { count, since: null };
    let oldest: string | null = null;
    for (const branch of cut) {
      const page = await pageSql<{ at: string | null }>(
        { table, at: since, order: 'asc' },
        branch,
        null,
        1,
        sql`${sql.ref(since)} as at`,
      ).execute(moment.db);
      const at = page.rows[0]?.at ?? null;
      if (at !== null && (oldest === null || at < oldest)) oldest = at;
    }
    return { count, since: oldest };
  };
