import type Database from 'better-sqlite3';
import { expressionBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { OutputOf } from '../../../shared/op';
import type { parties, partyFilter } from '../../../shared/registers/parties';
import type { ReadDb } from '../../db/context';
import type { Tables } from '../../db/tables';
import { type Branch, branchPer, commonConditions, type Listing, listPage } from '../../entries/listing';
import { type Reader, toPartyLines } from './lines';

/** Filters of the resident files, newest first. */

type Filter = z.output<typeof partyFilter>;
const LISTING: Listing<'parties'> = { register: 'parties', table: 'parties', at: 'recordedAt' };
const eb = expressionBuilder<Tables, 'parties'>();

/** A page of files. Asking for VIPs without the permit finds nothing: the list must not tell by what it leaves out. */
export async function partyListPage(
  db: ReadDb,
  raw: Database.Database,
  filter: Filter,
  after: string | null,
  limit: number,
  reader: Reader,
): Promise<OutputOf<typeof parties.list>> {
  if (filter.vip && !reader.vip) return { rows: [], next: null, total: 0, more: false };
  const { rows, ...page } = await listPage(db, raw, LISTING, {
    branches: partyBranches(filter),
    search: filter.search,
    after,
    limit,
  });
  return { rows: await toPartyLines(db, rows, reader), ...page };
}

/** The filter as branches; specs look at their plans. */
export function partyBranches(filter: Filter): Branch[] {
  const { states, kinds, role, unitId, vip, fromOn, toOn, month } = filter;
  const common = commonConditions(LISTING, {
    fromOn: fromOn ?? null,
    toOn: toOn ?? null,
    month: month ?? null,
  });
  if (kinds?.length) common.push(eb('kind', 'in', kinds));
  if (vip) common.push(eb('vip', '=', 1));
  if (role || unitId)
    common.push(sql`exists (select 1 from occupancies where ${sql.ref('partyId')} = ${sql.ref('parties.id')}
      and occupancies.state = 'current'${role ? sql` and role = ${role}` : sql``}${unitId ? sql` and ${sql.ref('unitId')} = ${unitId}` : sql``})`);
  return branchPer('state', states, common);
}
