import type { Kysely } from 'kysely';
import type { Actor } from '../../shared/registers/session';
import type { Journal } from './journal';
import type { Numbering } from './numbering';
import type { SearchIndex } from './search';
import type { Tables } from './tables';

/** What handlers receive. Queries get a Kysely that cannot write; commands one bound to their transaction. */

/** Reading only: a query that writes does not compile (and its connection is read-only as well). */
export type ReadDb = Pick<
  Kysely<Tables>,
  'selectFrom' | 'selectNoFrom' | 'with' | 'fn' | 'dynamic' | 'case' | 'executeQuery' | 'getExecutor'
>;

/**
 * Reading inside a command's transaction, plus the two tables that are no evidence. Journalled tables are written
 * through `journal` only; the type leaves no other way.
 */
export interface WriteDb extends ReadDb {
  insertInto: Kysely<Pick<Tables, 'sign_in_tries'>>['insertInto'];
  updateTable: Kysely<Pick<Tables, 'sign_in_tries'>>['updateTable'];
}

/** The second person as the door proved it. */
export type ProvenSecond =
  | { how: 'pin'; staffId: string; name: string }
  | { how: 'witness'; name: string }
  | { how: 'pending' };

export interface QueryContext {
  db: ReadDb;
  actor: Actor | null;
  now: string;
}

export interface CommandContext {
  db: WriteDb;
  actor: Actor;
  now: string;
  journal: Journal;
  numbers: Numbering;
  search: SearchIndex;
  /** Set when the input carried `second`; its PIN is already proven. */
  second: ProvenSecond | null;
  newId: () => string;
  /** The office's folder (`:memory:` for one without): photos lie beside the database, never in it. */
  dataDir: string;
}
