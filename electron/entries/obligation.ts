import type { Namespace } from '../../shared/api';
import type { Thing } from '../../shared/registers/obligations';
import type { Settings } from '../../shared/registers/office';
import type { ReadDb } from '../db/context';
import type { Tables } from '../db/tables';
import type { Brief } from '../registers/search/brief';
import type { Branch } from './listing';

/**
 * What a room leaves open for the next shift (S13, desk-practice.md §2.9). A room says it in its `obligations.ts` with
 * `openMatters` and hands it to the list of registers/obligations.ts; nothing here is stored, all of it follows from rows.
 */

/** What a room may look at: one moment of the office. `until` is the end of the "due soon" section. */
export interface Look {
  db: ReadDb;
  now: string;
  until: string;
  settings: Settings;
}

/** One kind of open matters of one book: which rows, since when, whose, due when. */
export interface MatterSource<T extends keyof Tables = keyof Tables> {
  /** Namespace whose page opens the entry. */
  register: Namespace;
  table: T;
  /** i18n key of the kind with its namespace: as a rule the word the room's board on Today uses for it. */
  label: string;
  /** Time column it goes by, the oldest first; its index serves the branches. */
  since: keyof Tables[T] & string;
  /** Column with the name of the one who has it in hand. */
  owner: keyof Tables[T] & string;
  /** Column with the instant or day it is due; late once that is over. */
  due?: keyof Tables[T] & string;
  /** Late whatever is due: `always`, or when it stands since before the answered instant. */
  late?: 'always' | ((look: Look) => string);
  /** Which rows: branches that share no line, as in a list's filter. */
  branches: (look: Look) => readonly Branch[] | Promise<readonly Branch[]>;
  /** Words of the rows; left out: those of the omni-box (search/books.ts). */
  briefs?: (db: ReadDb, ids: string[], now: string) => Promise<Brief[]>;
}

/** A room's obligations; every part may be empty. */
export interface Obligations {
  /** Not finished, whenever it is due. */
  open?: readonly MatterSource[];
  /** Asked for by the clock before `look.until`. */
  due?: readonly MatterSource[];
  /** What can be counted by hand at the handover, with the numbers that should be there. */
  things?: (look: Look) => Promise<Thing[]>;
}

/** A source with its columns checked against its table. */
export const matters = <T extends keyof Tables>(source: MatterSource<T>): MatterSource =>
  source as unknown as MatterSource;
