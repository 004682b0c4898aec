import type Database from 'better-sqlite3';
import type { ReadDb } from '../../electron/db/context';
import { pageQuery } from '../../electron/registers/found-items/filter';
import { COUNT_CAP, tailOf } from '../../electron/registers/found-items/search-page';
import { yearSpan } from '../../electron/registers/prints/copies';
import { type BenchOffice, makeOffice, must, openBench, withFolder } from './data';
import {
  atLeast,
  atMost,
  type Measured,
  type Order,
  percentile,
  round,
  say,
  timed,
  timedAsync,
  timesOf,
} from './report';

/** Pages of the register's list at any depth, against one raw statement; lines by month, against GROUP BY. */

/** What the screen asks for at a time. */
const PAGE = 100;
const ROUNDS = 40;
/** How deep in the book a page begins. */
const DEPTHS = [0, 0.1, 0.5, 0.9, 0.99] as const;
const RAW_PAGE = `SELECT * FROM found_items WHERE (foundAt, id) < (?, ?) ORDER BY foundAt DESC, id DESC LIMIT ${PAGE}`;
const RAW_OFFSET = `SELECT * FROM found_items ORDER BY foundAt DESC, id DESC LIMIT ${PAGE} OFFSET ?`;

/** Makes the data, measures all sides in one run. */
export async function benchPage({ entries, keptIn }: Order): Promise<Measured> {
  return withFolder(async (folder) => {
    const { dataDir, seconds, megabytes } = await makeOffice(folder, entries, { keptIn });
    const office = await openBench(dataDir);
    try {
      const raw = office.file.rawReader;
      const plan = planOf(office.file.reader, raw);
      say('pages');
      const pages = await measurePages(office);
      say('lines by month');
      const months = await measureMonths(office.file.reader, raw);
      const ratio = (side: 'list' | 'query'): number =>
        Math.max(...pages.map((page) => page[side].p50 / page.raw.p50));
      const goals = [
        atMost(
          'keyset query / raw statement for the same page, p50, slowest depth',
          4,
          ratio('query'),
          'times',
        ),
        atMost(
          'whole list operation / raw statement for the same rows, p50, slowest depth',
          4,
          ratio('list'),
          'times',
        ),
        atMost(
          'deepest page / first page of the list, p50',
          2,
          pages.at(-1)!.list.p50 / pages[0]!.list.p50,
          'times',
        ),
        atLeast(
          'EXPLAIN shows the search for the pair (foundAt, id) on its index, 1 = yes',
          1,
          /SEARCH found_items USING (COVERING )?INDEX found_items_at \(\(foundAt,id\)<\(\?,\?\)\)/.test(plan)
            ? 1
            : 0,
          '',
        ),
        atLeast(
          'GROUP BY strftime / range counts of the same months',
          15,
          months.groupBy / months.ranges,
          'times',
        ),
      ];
      return { goals, details: { seedSeconds: seconds, megabytes, page: PAGE, plan, pages, months } };
    } finally {
      office.close();
    }
  });
}

/** A place in the list: the cursor the list would have answered there. */
interface Place {
  depth: number;
  offset: number;
  at: string;
  id: string;
}

/** The list's own cursor for a book of more lines than it counts. */
const cursorAt = ({ at, id }: Place): string => `${at}|${id}${tailOf({ total: COUNT_CAP, more: true })}`;

function places(raw: Database.Database): Place[] {
  const { n } = raw.prepare('SELECT count(*) AS n FROM found_items').get() as { n: number };
  const find = raw.prepare(
    'SELECT foundAt AS at, id FROM found_items ORDER BY foundAt DESC, id DESC LIMIT 1 OFFSET ?',
  );
  return DEPTHS.map((depth) => {
    const offset = Math.floor(depth * n);
    return { depth, offset, ...(find.get(offset) as { at: string; id: string }) };
  });
}

async function measurePages({ file, client }: BenchOffice) {
  const page = file.rawReader.prepare(RAW_PAGE);
  const byOffset = file.rawReader.prepare(RAW_OFFSET);
  const results = [];
  for (const place of places(file.rawReader)) {
    const { depth, offset, at, id } = place;
    const after = cursorAt(place);
    const list = (): Promise<unknown> =>
      client.foundItems.list({ filter: {}, after, limit: PAGE }).then(must);
    const query = (): Promise<unknown> => pageQuery(file.reader, [], after, PAGE).selectAll().execute();
    page.all(at, id);
    await list();
    await query();
    const times: Record<'list' | 'query' | 'raw', number[]> = { list: [], query: [], raw: [] };
    for (let i = 0; i < ROUNDS; i += 1) {
      times.raw.push(timed(() => page.all(at, id)));
      times.query.push(await timedAsync(query));
      times.list.push(await timedAsync(list));
    }
    results.push({
      depth,
      list: timesOf(times.list),
      query: timesOf(times.query),
      raw: timesOf(times.raw),
      offset: round(timed(() => byOffset.all(offset))),
    });
  }
  return results;
}

/** How SQLite runs the very query of the list. */
function planOf(reader: ReadDb, raw: Database.Database): string {
  const after = cursorAt(places(raw)[2]!);
  const { sql, parameters } = pageQuery(reader, [], after, PAGE).compile();
  const steps = raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[];
  return steps.map((step) => step.detail).join('; ');
}

/**
 * Claims by month, as the F04 book counts the months before it to know its page numbers: ranges on the index of closed
 * lines, for every year of the books; against one GROUP BY over the same lines.
 */
async function measureMonths(reader: ReadDb, raw: Database.Database) {
  const { first, last } = raw
    .prepare(
      "SELECT min(closedAt) AS first, max(closedAt) AS last FROM found_items WHERE outcome = 'claimed'",
    )
    .get() as { first: string; last: string };
  const years: string[] = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1)
    years.push(String(year));
  const ranges = async (): Promise<void> => {
    for (const year of years) await yearSpan(reader, 'F04', `${year}-12`);
  };
  const grouped = raw.prepare(
    `SELECT strftime('%Y-%m', closedAt, '+8 hours') AS month, count(*) AS n FROM found_items
     WHERE outcome = 'claimed' GROUP BY month`,
  );
  await ranges();
  const times: Record<'ranges' | 'groupBy', number[]> = { ranges: [], groupBy: [] };
  for (let i = 0; i < 7; i += 1) {
    times.ranges.push(await timedAsync(ranges));
    times.groupBy.push(timed(() => grouped.all()));
  }
  return {
    months: years.length * 11,
    unit: 'ms',
    ranges: round(percentile(times.ranges, 0.5)),
    groupBy: round(percentile(times.groupBy, 0.5)),
  };
}
