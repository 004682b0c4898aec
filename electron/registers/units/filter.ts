import type Database from 'better-sqlite3';
import { expressionBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { addDays, dayOf } from '../../../shared/dates';
import type { OutputOf } from '../../../shared/op';
import type { Settings } from '../../../shared/registers/office';
import type { UnitNeed, unitFilter, units } from '../../../shared/registers/units';
import { HANDED_OVER } from '../../../shared/registers/units.row';
import type { ReadDb } from '../../db/context';
import type { Tables } from '../../db/tables';
import {
  type Branch,
  branchPer,
  type Condition,
  commonConditions,
  countBranches,
  type Listing,
  listPage,
} from '../../entries/listing';
import { mandatory, type Reader, toUnitLines } from './lines';

/** Filters of the unit list, in the order of the codes. An estate has thousands of units, never millions. */

type Filter = z.output<typeof unitFilter>;
const LISTING: Listing<'units'> = { register: 'units', table: 'units', at: 'codeSort', order: 'asc' };
const eb = expressionBuilder<Tables, 'units'>();

/** A page of units. */
export async function unitListPage(
  db: ReadDb,
  raw: Database.Database,
  filter: Filter,
  after: string | null,
  limit: number,
  now: string,
  settings: Settings,
  reader: Reader,
): Promise<OutputOf<typeof units.list>> {
  const { rows, ...page } = await listPage(db, raw, LISTING, {
    branches: unitBranches(filter, settings, now),
    search: filter.search,
    after,
    limit,
  });
  return { rows: await toUnitLines(db, rows, settings, reader), ...page };
}

/** The filter as branches; specs look at their plans. */
export function unitBranches(filter: Filter, settings: Settings, now: string): Branch[] {
  const { states, occupancyStates, uses, month } = filter;
  const common: Condition[] = commonConditions(LISTING, { month: month ?? null });
  if (states?.length) common.push(eb('state', 'in', states));
  if (uses?.length) common.push(eb('use', 'in', uses));
  if (filter.building) common.push(eb('building', '=', filter.building));
  if (filter.areaId) common.push(eb('areaId', '=', filter.areaId));
  if (filter.stewardId) common.push(ofSteward(filter.stewardId));
  if (filter.need) common.push(...needConditions(filter.need, settings, now));
  return branchPer('occupancyState', occupancyStates, common);
}

const ofSteward = (stewardId: string): Condition =>
  sql`(${sql.ref('units.stewardId')} = ${stewardId} or (${sql.ref('units.stewardId')} is null
    and ${sql.ref('units.areaId')} in (select id from areas where ${sql.ref('stewardId')} = ${stewardId})))`;

function needConditions(need: UnitNeed, settings: Settings, now: string): Condition[] {
  if (need === 'incomplete') {
    const must = mandatory(settings);
    return [
      eb('state', '=', 'active'),
      eb('occupancyState', 'in', HANDED_OVER),
      must.length === 0 ? sql`0` : sql`${filedCount(must)} < ${must.length}`,
    ];
  }
  if (need === 'noSteward')
    return [
      eb('state', '=', 'active'),
      eb('stewardId', 'is', null),
      sql`not exists (select 1 from areas where areas.id = ${sql.ref('units.areaId')} and ${sql.ref('areas.stewardId')} is not null)`,
    ];
  return [
    eb('state', '=', 'active'),
    sql`${sql.ref('id')} in (select ${sql.ref('unitId')} from occupancies
      where state = 'current' and ${sql.ref('leaseUntilOn')} <= ${addDays(dayOf(now), settings.units.leaseWarnDays)})`,
  ];
}

/** How many of these documents lie in the unit's file. */
const filedCount = (codes: readonly string[]) =>
  sql<number>`(select count(*) from unit_documents where ${sql.ref('unitId')} = ${sql.ref('units.id')}
    and unit_documents.state = 'onFile' and document in (${sql.join(codes)}))`;

/** The counts on top of the register. */
export async function unitCounts(
  db: ReadDb,
  settings: Settings,
  now: string,
): Promise<Record<UnitNeed, number>> {
  const count = (need: UnitNeed) => countBranches(db, 'units', [needConditions(need, settings, now)]);
  return {
    incomplete: await count('incomplete'),
    leaseEnding: await count('leaseEnding'),
    noSteward: await count('noSteward'),
  };
}

/** K2: handed-over units, and those of them whose file is complete. */
export async function filingOf(
  db: ReadDb,
  settings: Settings,
  now: string,
): Promise<{ handedOver: number; complete: number }> {
  const handedOver = await countBranches(db, 'units', [
    [eb('state', '=', 'active'), eb('occupancyState', 'in', HANDED_OVER)],
  ]);
  const lacking = await countBranches(db, 'units', [needConditions('incomplete', settings, now)]);
  return { handedOver, complete: handedOver - lacking };
}
