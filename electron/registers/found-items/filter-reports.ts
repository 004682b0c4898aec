import type Database from 'better-sqlite3';
import { expressionBuilder } from 'kysely';
import type { z } from 'zod';
import type { OutputOf } from '../../../shared/op';
import type { lostReportFilter, lostReports } from '../../../shared/registers/lost-reports';
import type { ReadDb } from '../../db/context';
import type { Tables } from '../../db/tables';
import { type Condition, commonConditions, type Listing, listPage } from '../../entries/listing';
import { toLostReportLines } from './lines';

/** Filters of the lost-report list. Reports are few beside found items: one query, walked along the time index. */

type Filter = z.output<typeof lostReportFilter>;
const LISTING: Listing<'lost_reports'> = { register: 'lostReports', table: 'lost_reports', at: 'lostFrom' };
const eb = expressionBuilder<Tables, 'lost_reports'>();

/** A page of reports, newest loss first. */
export async function lostReportPage(
  db: ReadDb,
  raw: Database.Database,
  filter: Filter,
  after: string | null,
  limit: number,
): Promise<OutputOf<typeof lostReports.list>> {
  const { rows, ...page } = await listPage(db, raw, LISTING, {
    branches: [conditionsOf(filter)],
    search: filter.search,
    after,
    limit,
  });
  return { rows: await toLostReportLines(db, rows), ...page };
}

function conditionsOf({ states, categories, ...rest }: Filter): Condition[] {
  const all = commonConditions(LISTING, rest);
  if (states?.length) all.push(eb('state', 'in', states));
  if (categories?.length) all.push(eb('category', 'in', categories));
  return all;
}
