import type Database from 'better-sqlite3';
import { expressionBuilder } from 'kysely';
import type { z } from 'zod';
import { addDays, dayOf, isoOf, MINUTE_MS, msOf } from '../../../shared/dates';
import type { OutputOf } from '../../../shared/op';
import {
  DUE_MINUTES,
  HANDOVER_NEEDS,
  type HandoverNeed,
  type handoverFilter,
  type handovers,
} from '../../../shared/registers/handovers';
import { HANDOVER_OPEN } from '../../../shared/registers/handovers.row';
import type { Settings } from '../../../shared/registers/office';
import { shiftEnd } from '../../../shared/registers/shifts';
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
import { settingsOf } from '../office/settings';
import { toHandoverLines } from './lines';

/** Filters of the handovers' book: branches that share no line, each served by (state, startedAt, id) or (startedAt, id). */

type Filter = z.output<typeof handoverFilter>;
export const HANDOVERS: Listing<'handovers'> = {
  register: 'handovers',
  table: 'handovers',
  at: 'startedAt',
};
const eb = expressionBuilder<Tables, 'handovers'>();

/** A page of shifts, newest first. */
export async function handoverPage(
  db: ReadDb,
  raw: Database.Database,
  filter: Filter,
  after: string | null,
  limit: number,
  now: string,
): Promise<OutputOf<typeof handovers.list>> {
  const settings = await settingsOf(db);
  const { search, ...rest } = filter;
  const { rows, ...page } = await listPage(db, raw, HANDOVERS, {
    branches: handoverBranches(rest, settings, now),
    search,
    after,
    limit,
  });
  return { rows: await toHandoverLines(db, rows, settings, now), ...page };
}

/** How many shifts need each kind of action. */
export async function needCounts(db: ReadDb, now: string): Promise<Record<HandoverNeed, number>> {
  const settings = await settingsOf(db);
  const counts = {} as Record<HandoverNeed, number>;
  for (const need of HANDOVER_NEEDS)
    counts[need] = await countBranches(db, 'handovers', handoverBranches({ need }, settings, now));
  return counts;
}

/** The filter as branches. Errors: InvalidField of a day that does not exist. */
export function handoverBranches(
  { need, states, person, ...rest }: Partial<Omit<Filter, 'search'>>,
  settings: Settings,
  now: string,
): Condition[][] {
  const common = commonConditions(HANDOVERS, rest);
  if (person) common.push(eb.or([holdsPart('outgoingName', person), holdsPart('incomingName', person)]));
  if (!need) return branchPer('state', states, common);
  if (states?.length) common.push(eb('state', 'in', states));
  const needed: Record<HandoverNeed, Condition[][]> = {
    due: HANDOVER_OPEN.map((state) => [eb('state', '=', state), isDue(settings, now)]),
    refused: [[eb('state', '=', 'refused')]],
    toReview: [[eb('state', '=', 'sealed')]],
  };
  return needed[need].map((branch) => [...branch, ...common]);
}

/** By the plan over, or as good as over: per shift the last day whose shift of that name has ended. */
function isDue({ shifts }: Settings, now: string): Condition {
  const soon = isoOf(msOf(now) + DUE_MINUTES * MINUTE_MS);
  return eb.or(
    shifts.map(({ code }) => {
      const today = dayOf(now);
      const ended = [today, addDays(today, -1), addDays(today, -2)].find(
        (on) => (shiftEnd(shifts, code, on) ?? '') <= soon,
      );
      return eb.and([eb('shiftCode', '=', code), eb('shiftOn', '<=', ended ?? addDays(today, -3))]);
    }),
  );
}
