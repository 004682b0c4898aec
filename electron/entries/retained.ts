import type Database from 'better-sqlite3';
import type { RetainedRegister } from '../../shared/registers/retention.setting';
import type { CommandContext } from '../db/context';

/** What a room says of its retention in `<room>/retention.ts`; the list is registers/retaining.ts (trust.md C8). */
export interface Retained {
  register: RetainedRegister;
  table: string;
  /** Time column from which the period runs; an index of the table serves `due` in its order. */
  at: string;
  /** SQL: ended, and still holding a personal value. */
  due: string;
  /** Erases the personal values of these rows and their words in the search index; answers how many rows. */
  erase: (
    ctx: Pick<CommandContext, 'db' | 'journal' | 'search'>,
    raw: Database.Database,
    ids: readonly string[],
    reason: string,
  ) => Promise<number>;
}
