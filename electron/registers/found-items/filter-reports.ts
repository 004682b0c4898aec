import type Database from 'better-sqlite3';
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { z } from 'zod';
import { addDays, instantOf } from '../../../shared/dates';
import type { OutputOf } from '../../../shared/op';
import type { lostReportFilter, lostReports } from '../../../shared/registers/lost-reports';
import type { ReadDb } from '../../db/context';
import type { Tables } from '../../db/tables';
import { realDay } from './filter';
import { lostReportLines, serialSpan } from './lines';
import { COUNT_CAP, capped, cursorOf, searchPage, type Total, tailOf } from './search-page';

/** Filters of the lost-report list. Reports are few beside found items: one query, walked along the time index. */

type Filter = z.output<typeof lostReportFilter>;
type Eb = ExpressionBuilder<Tables, 'lost_reports'>;

/** A page of reports, newest loss first. */
export async function lostReportPage(
  db: ReadDb,
  raw: Database.Database,
  filter: Filter,
  after: string | null,
  limit: number,
): Promise<OutputOf<typeof lostReports.list>> {
  const { search, ...rest } = filter;
  const fits = (eb: Eb): Expression<SqlBool> => eb.and(conditions(eb, rest));
  if (search) {
    const { ids, ...page } = await searchPage(raw, 'lostReports', search, after, limit, async (ids) => {
      const rows = await db
        .selectFrom('lost_reports')
        .select('id')
        .where('id', 'in', ids)
        .where(fits)
        .execute();
      return new Set(rows.map((row) => row.id));
    });
    return { rows: await lostReportLines(db, ids), ...page };
  }
  const cursor = after === null ? null : cursorOf(after);
  const keys = await db
    .selectFrom('lost_reports')
    .select(['id', 'lostFrom'])
    .where(fits)
    .where((eb) =>
      cursor ? eb(eb.refTuple('lostFrom', 'id'), '<', eb.tuple(cursor.at, cursor.id)) : eb.and([]),
    )
    .orderBy('lostFrom', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const rows = keys.slice(0, limit);
  const last = rows.at(-1);
  const { total, more } = cursor ?? (await totalOf(db, rest));
  return {
    rows: await lostReportLines(
      db,
      rows.map((row) => row.id),
    ),
    next: keys.length > limit && last ? `${last.lostFrom}|${last.id}${tailOf({ total, more })}` : null,
    total,
    more,
  };
}

async function totalOf(db: ReadDb, filter: Omit<Filter, 'search'>): Promise<Total> {
  const some = db
    .selectFrom('lost_reports')
    .select('id')
    .where((eb) => eb.and(conditions(eb, filter)))
    .limit(COUNT_CAP + 1);
  const row = await db
    .selectFrom(some.as('some'))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return capped({ total: row.n, more: false });
}

function conditions(
  eb: Eb,
  { states, categories, fromOn, toOn, month }: Omit<Filter, 'search'>,
): Expression<SqlBool>[] {
  const all: Expression<SqlBool>[] = [];
  if (states?.length) all.push(eb('state', 'in', states));
  if (categories?.length) all.push(eb('category', 'in', categories));
  if (fromOn) all.push(eb('lostFrom', '>=', instantOf(realDay('fromOn', fromOn))));
  if (toOn) all.push(eb('lostFrom', '<', instantOf(addDays(realDay('toOn', toOn), 1))));
  if (month) {
    const span = serialSpan('lostReports', month);
    all.push(eb('serialNo', '>', span.from), eb('serialNo', '<', span.to));
  }
  return all;
}
