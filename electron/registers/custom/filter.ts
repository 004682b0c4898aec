import type Database from 'better-sqlite3';
import { expressionBuilder } from 'kysely';
import type { z } from 'zod';
import type { OutputOf } from '../../../shared/op';
import type { customEntries, customEntryFilter } from '../../../shared/registers/custom-entries';
import { CUSTOM_WAITING } from '../../../shared/registers/custom-entries.row';
import type { ReadDb } from '../../db/context';
import type { Tables } from '../../db/tables';
import {
  branchPer,
  type Condition,
  commonConditions,
  holdsPart,
  type Listing,
  listPage,
} from '../../entries/listing';
import { toLines } from './lines';

/** Filters of own books: branches that share no line, each served by (bookId, state, at, id) or a shorter one. */

type Filter = z.output<typeof customEntryFilter>;
export const LISTING: Listing<'custom_entries'> = {
  register: 'customEntries',
  table: 'custom_entries',
  at: 'at',
};
const eb = expressionBuilder<Tables, 'custom_entries'>();

/** A page of lines, newest first. */
export async function entryPage(
  db: ReadDb,
  raw: Database.Database,
  filter: Filter,
  after: string | null,
  limit: number,
): Promise<OutputOf<typeof customEntries.list>> {
  const { rows, ...page } = await listPage(db, raw, LISTING, {
    branches: branchesOf(filter),
    search: filter.search,
    after,
    limit,
  });
  return { rows: await toLines(db, rows), ...page };
}

/** The filter as branches. Errors: InvalidField of a day that does not exist. */
export function branchesOf(filter: Partial<Omit<Filter, 'search'>>): Condition[][] {
  const { bookId, need, states, person, ...rest } = filter;
  const common = commonConditions(LISTING, rest);
  if (bookId) common.unshift(eb('bookId', '=', bookId));
  if (person) common.push(holdsPart('recorderName', person));
  if (!need) return branchPer('state', states, common);
  if (states?.length) common.push(eb('state', 'in', states));
  return waitingBranches().map((branch) => [...branch, ...common]);
}

/** Lines not finished, of all books. */
export const waitingBranches = (): Condition[][] => CUSTOM_WAITING.map((state) => [eb('state', '=', state)]);
