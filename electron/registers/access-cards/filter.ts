import type Database from 'better-sqlite3';
import { expressionBuilder } from 'kysely';
import type { z } from 'zod';
import { addDays, dayOf } from '../../../shared/dates';
import type { OutputOf } from '../../../shared/op';
import {
  ACCESS_CARD_NEEDS,
  type AccessCardNeed,
  type accessCardFilter,
  type accessCards,
} from '../../../shared/registers/access-cards';
import { CARD_EXPIRING_DAYS } from '../../../shared/registers/access-cards.row';
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
import { hasMovedOut, toCardLines } from './lines';

/** Filters of the card list: branches that share no line, each served by (state, issuedAt, id) or (issuedAt, id). */

type Filter = z.output<typeof accessCardFilter>;
export const LISTING: Listing<'access_cards'> = {
  register: 'accessCards',
  table: 'access_cards',
  at: 'issuedAt',
};
const eb = expressionBuilder<Tables, 'access_cards'>();

/** A page of cards, newest first. */
export async function cardPage(
  db: ReadDb,
  raw: Database.Database,
  filter: Filter,
  after: string | null,
  limit: number,
  now: string,
): Promise<OutputOf<typeof accessCards.list>> {
  const { rows, ...page } = await listPage(db, raw, LISTING, {
    branches: branchesOf(filter, now),
    search: filter.search,
    after,
    limit,
  });
  return { rows: await toCardLines(db, rows, now), ...page };
}

/** How many cards need each kind of action. */
export async function needCounts(db: ReadDb, now: string): Promise<Record<AccessCardNeed, number>> {
  const counts: [AccessCardNeed, number][] = [];
  for (const need of ACCESS_CARD_NEEDS)
    counts.push([need, await countBranches(db, 'access_cards', needBranches(need, now))]);
  return Object.fromEntries(counts) as Record<AccessCardNeed, number>;
}

/** The filter as branches. Errors: InvalidField of a day that does not exist. */
export function branchesOf(filter: Partial<Omit<Filter, 'search'>>, now: string): Condition[][] {
  const { need, states, kinds, unitId, person, ...rest } = filter;
  const common = commonConditions(LISTING, rest);
  if (kinds?.length) common.push(eb('kind', 'in', kinds));
  if (unitId) common.push(eb('unitId', '=', unitId));
  if (person) common.push(eb.or([holdsPart('holderName', person), holdsPart('recorderName', person)]));
  if (!need) return branchPer('state', states, common);
  if (states?.length) common.push(eb('state', 'in', states));
  return needBranches(need, now).map((branch) => [...branch, ...common]);
}

/** A need as branches; specs look at their plans. */
export function needBranches(need: AccessCardNeed, now: string): Condition[][] {
  const today = dayOf(now);
  const out = eb('state', '=', 'issued');
  const over = eb('validToOn', '<', today);
  switch (need) {
    case 'expiring':
      return [[out, eb('validToOn', '>=', today), eb('validToOn', '<=', addDays(today, CARD_EXPIRING_DAYS))]];
    case 'expired':
      return [[out, over]];
    case 'notReturned':
      return [
        [out, over],
        [out, eb.or([eb('validToOn', 'is', null), eb('validToOn', '>=', today)]), hasMovedOut],
      ];
    case 'toBlock':
      return [[eb('state', '=', 'lost'), eb('blockedAt', 'is', null)]];
  }
}
