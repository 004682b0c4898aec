import type Database from 'better-sqlite3';
import { expressionBuilder } from 'kysely';
import type { z } from 'zod';
import { DAY_MS, isoOf, msOf } from '../../../shared/dates';
import type { OutputOf } from '../../../shared/op';
import type {
  GoodsReleaseNeed,
  goodsReleaseFilter,
  goodsReleases,
  SlipNeed,
} from '../../../shared/registers/goods-releases';
import { type GoodsReleaseState, SLIP_OUT } from '../../../shared/registers/goods-releases.row';
import type { Settings } from '../../../shared/registers/office';
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
import { releaseLines } from './lines';

/** Filters of the slips as SQL: branches that share no line, each served by (state, recordedAt, id) or (recordedAt, id). */

type Filter = z.output<typeof goodsReleaseFilter>;
/** The filter without its search text. */
export type PlainFilter = Partial<Omit<Filter, 'search'>>;
export const LISTING: Listing<'goods_releases'> = {
  register: 'goodsReleases',
  table: 'goods_releases',
  at: 'recordedAt',
};
const eb = expressionBuilder<Tables, 'goods_releases'>();

/** A page of slips, newest first, with their goods. */
export async function releasePage(
  db: ReadDb,
  raw: Database.Database,
  { search, ...filter }: Filter,
  after: string | null,
  limit: number,
  now: string,
): Promise<OutputOf<typeof goodsReleases.list>> {
  const settings = await settingsOf(db);
  const { rows, ...page } = await listPage(db, raw, LISTING, {
    branches: branchesOf(filter, settings, now),
    search,
    after,
    limit,
  });
  return { rows: await releaseLines(db, rows, now, settings), ...page };
}

/** How many applications and slips need each kind of action. */
export async function needCounts(db: ReadDb, now: string): Promise<Record<GoodsReleaseNeed, number>> {
  const settings = await settingsOf(db);
  const slips = (need: SlipNeed) => countBranches(db, 'goods_releases', needBranches(need, settings, now));
  const pending = expressionBuilder<Tables, 'release_requests'>()('state', '=', 'pending');
  return {
    approve: await countBranches(db, 'release_requests', [[pending]]),
    atGate: await slips('atGate'),
    out: await slips('out'),
    expired: await slips('expired'),
    mismatch: await slips('mismatch'),
    slips: await slips('slips'),
  };
}

/** The branches of a filter: each a list of conditions to be ANDed; no line fits two of them. */
export function branchesOf(filter: PlainFilter, settings: Settings, now: string): Condition[][] {
  const { need, states, person, unitId } = filter;
  const common = commonConditions(LISTING, filter);
  if (person) common.push(eb.or(PERSONS.map((column) => holdsPart(column, person))));
  if (unitId) common.push(eb('unitId', '=', unitId));
  if (!need) return branchPer('state', states, common);
  if (states?.length) common.push(eb('state', 'in', states));
  return needBranches(need, settings, now).map((branch) => [...branch, ...common]);
}

const isState = (state: GoodsReleaseState): Condition => eb('state', '=', state);

function needBranches(need: SlipNeed, { release }: Settings, now: string): Condition[][] {
  const valid = eb('validTo', '>=', now);
  const over = eb('validTo', '<', now);
  switch (need) {
    case 'atGate':
      return [[isState('atGate'), valid]];
    case 'out':
      return [[isState('issued'), valid]];
    case 'expired':
      return [
        [isState('issued'), over],
        [isState('atGate'), over],
      ];
    case 'mismatch':
      return [[isState('mismatch')]];
    case 'slips': {
      const before = isoOf(msOf(now) - release.slipBackDays * DAY_MS);
      return SLIP_OUT.map((state) => [isState(state), eb('recordedAt', '<', before)]);
    }
    case 'outstanding':
      // What is still valid may yet go out: its part is not missing.
      return SLIP_OUT.map((state) =>
        state === 'issued' || state === 'atGate' ? [isState(state), over] : [isState(state)],
      );
  }
}

const PERSONS = ['recorderName', 'approverName', 'guardName'] as const;
