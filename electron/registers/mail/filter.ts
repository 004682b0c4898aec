import type Database from 'better-sqlite3';
import { expressionBuilder } from 'kysely';
import type { z } from 'zod';
import { addDays, dayOf, instantOf } from '../../../shared/dates';
import type { OutputOf } from '../../../shared/op';
import {
  MAIL_NEEDS,
  type MailNeed,
  type mailItemFilter,
  type mailItems,
} from '../../../shared/registers/mail-items';
import { MAIL_WAITING } from '../../../shared/registers/mail-items.row';
import type { MailSetting } from '../../../shared/registers/mail-items.setting';
import type { ReadDb } from '../../db/context';
import type { Tables } from '../../db/tables';
import {
  branchPer,
  type Condition,
  commonConditions,
  holdsPart,
  type Listing,
  needCounts,
  seenPage,
} from '../../entries/listing';
import { settingsOf } from '../office/settings';
import { toMailLines } from './lines';

/** Filters of the mail list: branches that share no line, each served by (state, receivedAt, id) or (receivedAt, id). */

type Filter = z.output<typeof mailItemFilter>;
export const LISTING: Listing<'mail_items'> = {
  register: 'mailItems',
  table: 'mail_items',
  at: 'receivedAt',
};
const eb = expressionBuilder<Tables, 'mail_items'>();

/** A page of items, newest first. */
export async function mailPage(
  db: ReadDb,
  raw: Database.Database,
  filter: Filter,
  after: string | null,
  limit: number,
  now: string,
): Promise<OutputOf<typeof mailItems.list>> {
  const settings = await settingsOf(db);
  const { rows, ...page } = await seenPage(db, raw, LISTING, {
    branches: branchesOf(filter, settings.mail, now),
    search: filter.search,
    after,
    limit,
  });
  return { rows: await toMailLines(db, rows, now, settings), ...page };
}

/** How many items need each kind of action. */
export async function mailCounts(db: ReadDb, now: string): Promise<Record<MailNeed, number>> {
  const { mail } = await settingsOf(db);
  return needCounts(db, 'mail_items', MAIL_NEEDS, (need) => needBranches(need, mail, now));
}

/** The filter as branches. Errors: InvalidField of a day that does not exist. */
export function branchesOf(
  filter: Partial<Omit<Filter, 'search'>>,
  mail: MailSetting,
  now: string,
): Condition[][] {
  const { need, states, kinds, directions, unitId, person, ...rest } = filter;
  const common = commonConditions(LISTING, rest);
  if (kinds?.length) common.push(eb('kind', 'in', kinds));
  if (directions?.length) common.push(eb('direction', 'in', directions));
  if (unitId) common.push(eb('unitId', '=', unitId));
  if (person)
    common.push(
      eb.or([
        holdsPart('addresseeName', person),
        holdsPart('takerName', person),
        holdsPart('recorderName', person),
      ]),
    );
  if (!need) return branchPer('state', states, common);
  if (states?.length) common.push(eb('state', 'in', states));
  return needBranches(need, mail, now).map((branch) => [...branch, ...common]);
}

/** A need as branches; specs look at their plans. */
export function needBranches(
  need: MailNeed,
  { longDays, holdDays }: MailSetting,
  now: string,
): Condition[][] {
  /** Came so many days ago, or earlier. */
  const since = (days: number): Condition => eb('receivedAt', '<', instantOf(addDays(dayOf(now), 1 - days)));
  const waiting = (...more: Condition[]): Condition[][] =>
    MAIL_WAITING.map((state) => [eb('state', '=', state), ...more]);
  switch (need) {
    case 'toSort':
      return [[eb('state', '=', 'arrived')]];
    case 'toNotify':
      return [[eb('state', '=', 'shelved')]];
    case 'waiting':
      return waiting();
    case 'waitingLong':
      return waiting(since(longDays));
    case 'toReturn':
      return waiting(since(holdDays));
    case 'toSend':
      return [[eb('state', '=', 'toSend')]];
  }
}
