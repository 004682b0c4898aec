import type Database from 'better-sqlite3';
import { expressionBuilder } from 'kysely';
import type { z } from 'zod';
import type { OutputOf } from '../../../shared/op';
import {
  BROADCAST_NEEDS,
  type BroadcastNeed,
  type broadcastFilter,
  type broadcasts,
} from '../../../shared/registers/broadcasts';
import type { ReadDb } from '../../db/context';
import type { Tables } from '../../db/tables';
import {
  branchPer,
  type Condition,
  commonConditions,
  countBranches,
  holdsPart,
  type Listing,
  listPage,
} from '../../entries/listing';
import { toBroadcastLines } from './lines';

/** Filters of the broadcast list: branches that share no line, each served by (state, recordedAt, id) or (recordedAt, id). */

type Filter = z.output<typeof broadcastFilter>;
const LISTING: Listing<'broadcasts'> = { register: 'broadcasts', table: 'broadcasts', at: 'recordedAt' };
const eb = expressionBuilder<Tables, 'broadcasts'>();

/** A page of broadcasts, newest first. */
export async function broadcastPage(
  db: ReadDb,
  raw: Database.Database,
  filter: Filter,
  after: string | null,
  limit: number,
  now: string,
): Promise<OutputOf<typeof broadcasts.list>> {
  const { rows, ...page } = await listPage(db, raw, LISTING, {
    branches: branchesOf(filter, now),
    search: filter.search,
    after,
    limit,
  });
  return { rows: await toBroadcastLines(db, rows, now), ...page };
}

/** How many broadcasts need each kind of action. */
export async function needCounts(db: ReadDb, now: string): Promise<Record<BroadcastNeed, number>> {
  const counts: [BroadcastNeed, number][] = [];
  for (const need of BROADCAST_NEEDS)
    counts.push([need, await countBranches(db, 'broadcasts', needBranches(need, now))]);
  return Object.fromEntries(counts) as Record<BroadcastNeed, number>;
}

/** The filter as branches. Errors: InvalidField of a day that does not exist. */
function branchesOf(filter: Partial<Omit<Filter, 'search'>>, now: string): Condition[][] {
  const { need, states, kinds, person, ...rest } = filter;
  const common = commonConditions(LISTING, rest);
  if (kinds?.length) common.push(eb('kind', 'in', kinds));
  if (person)
    common.push(
      eb.or([
        holdsPart('recorderName', person),
        holdsPart('approvedByName', person),
        holdsPart('requester', person),
      ]),
    );
  if (!need) return branchPer('state', states, common);
  if (states?.length) common.push(eb('state', 'in', states));
  return needBranches(need, now).map((branch) => [...branch, ...common]);
}

/** A need as branches; specs look at their plans. */
export function needBranches(need: BroadcastNeed, now: string): Condition[][] {
  switch (need) {
    case 'toApprove':
      return [[eb('state', '=', 'requested')]];
    case 'toPlay':
      return [
        [
          eb('state', '=', 'approved'),
          eb('fromAt', '<=', now),
          eb('toAt', '>=', now),
          eb('played', '<', eb.ref('repetitions')),
        ],
      ];
    case 'toClose':
      return [[eb('state', '=', 'approved'), eb('toAt', '<', now)]];
  }
}
