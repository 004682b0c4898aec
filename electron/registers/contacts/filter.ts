import type Database from 'better-sqlite3';
import { expressionBuilder, type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import { addDays, dayOf, instantOf } from '../../../shared/dates';
import type { OutputOf } from '../../../shared/op';
import {
  CONTACT_NEEDS,
  type ContactNeed,
  type contactLogFilter,
  type contactLogs,
} from '../../../shared/registers/contact-logs';
import { CONTACT_OPEN } from '../../../shared/registers/contact-logs.row';
import type { ReadDb } from '../../db/context';
import type { Tables } from '../../db/tables';
import {
  branchPer,
  type Condition,
  commonConditions,
  countBranches,
  holdsPart,
  type Listing,
  seenPage,
} from '../../entries/listing';
import { toContactLines } from './lines';

/** Filters of the contact log: branches that share no line, each served by (state, happenedAt, id) or (happenedAt, id). */

type Filter = z.output<typeof contactLogFilter>;
export const LISTING: Listing<'contact_logs'> = {
  register: 'contactLogs',
  table: 'contact_logs',
  at: 'happenedAt',
};
const eb = expressionBuilder<Tables, 'contact_logs'>();
/** Written as the index says it, so that the reader of the gate's entries finds them there. */
const GATE = sql<SqlBool>`atGate = 1`;
const NIGHT = sql<SqlBool>`atGate = 1 and takenOverAt is null and state <> 'voided'`;

/** A page of contacts, newest first. `gateOnly`: what the gate wrote and nothing else. */
export async function contactPage(
  db: ReadDb,
  raw: Database.Database,
  filter: Filter,
  after: string | null,
  limit: number,
  { now, gateOnly }: { now: string; gateOnly: boolean },
): Promise<OutputOf<typeof contactLogs.list>> {
  const branches = branchesOf(filter, now).map((branch) => (gateOnly ? [...branch, GATE] : branch));
  const { rows, ...page } = await seenPage(db, raw, LISTING, {
    branches,
    search: filter.search,
    after,
    limit,
  });
  return { rows: await toContactLines(db, rows, now), ...page };
}

/** How many contacts need each kind of action. */
export async function contactCounts(
  db: ReadDb,
  now: string,
  gateOnly: boolean,
): Promise<Record<ContactNeed, number>> {
  const counts: [ContactNeed, number][] = [];
  for (const need of CONTACT_NEEDS) {
    const branches = needBranches(need, now).map((branch) => (gateOnly ? [...branch, GATE] : branch));
    counts.push([need, await countBranches(db, 'contact_logs', branches)]);
  }
  return Object.fromEntries(counts) as Record<ContactNeed, number>;
}

/** The filter as branches. Errors: InvalidField of a day that does not exist. */
export function branchesOf(filter: Partial<Omit<Filter, 'search'>>, now: string): Condition[][] {
  const { need, states, channels, kinds, unitId, person, ...rest } = filter;
  const common = commonConditions(LISTING, rest);
  if (channels?.length) common.push(eb('channel', 'in', channels));
  if (kinds?.length) common.push(eb('kind', 'in', kinds));
  if (unitId) common.push(eb('unitId', '=', unitId));
  if (person)
    common.push(
      eb.or([
        holdsPart('callerName', person),
        holdsPart('passedTo', person),
        holdsPart('recorderName', person),
      ]),
    );
  if (!need) return branchPer('state', states, common);
  if (states?.length) common.push(eb('state', 'in', states));
  return needBranches(need, now).map((branch) => [...branch, ...common]);
}

/** A need as branches; specs look at their plans. */
export function needBranches(need: ContactNeed, now: string): Condition[][] {
  const open = (...more: Condition[]): Condition[][] =>
    CONTACT_OPEN.map((state) => [eb('state', '=', state), ...more]);
  switch (need) {
    case 'toTakeOver':
      return [[NIGHT]];
    case 'overdue':
      return open(eb('promisedAt', '<', now));
    case 'dueToday':
      return open(eb('promisedAt', '>=', now), eb('promisedAt', '<', instantOf(addDays(dayOf(now), 1))));
    case 'waiting':
      return open();
  }
}
