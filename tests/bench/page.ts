import type Database from 'better-sqlite3';
import type { ReadDb } from '../../electron/db/context';
import { pageSql } from '../../electron/entries/listing';
import { COUNT_CAP, tailOf } from '../../electron/entries/search-page';
import { yearSpan } from '../../electron/papers/copies';
import { LISTING } from '../../electron/registers/found-items/filter';
import { claimCount } from '../../electron/registers/found-items/papers';
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
const ROUNDS = 100;
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
      const all = (side: 'list' | 'query' | 'raw'): number[] => pages.flatMap((page) => page.samples[side]);
      const ratio = (side: 'list' | 'query'): number =>
        percentile(all(side), 0.5) / percentile(all('raw'), 0.5);
      const deep = (page: (typeof pages)[number]): number => percentile(page.samples.list, 0.5);
      const goals = [
        atMost(
          'keyset query / raw statement for the same page, p50 over all depths',
          4,
          ratio('query'),
          'times',
        ),
        atMost(
          'whole list operation / raw statement for the same rows, p50 over all depths',
          4,
          ratio('list'),
          'times',
        ),
        atMost(
          'deepest page / first page of the list, p50',
          2,
          deep(pages.at(-1)!) / deep(pages[0]!),
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
          'GROUP BY strftime / counts of the same months for both books',
          15,
          months.groupBy / months.ranges,
          'times',
        ),
      ];
      return {
        goals,
        details: { seedSeconds: seconds, megabytes, page: PAGE, plan, pages: pages.map(shown), months },
      };
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
    const query = (): Promise<unknown> => pageSql(LISTING, [], after, PAGE).execute(file.reader);
    page.all(at, id);
    await list();
    await query();
    const times: Record<'list' | 'query' | 'raw', number[]> = { list: [], query: [], raw: [] };
    for (let i = 0; i < ROUNDS; i += 1) {
      times.raw.push(timed(() => page.all(at, id)));
      times.query.push(await timedAsync(query));
      times.list.push(await timedAsync(list));
    }
    results.push({ depth, samples: times, offset: round(timed(() => byOffset.all(offset))) });
  }
  return results;
}

/** A depth as the details tell it, in ms; `offset`: what OFFSET would cost there. */
const shown = ({ depth, samples, offset }: Awaited<ReturnType<typeof measurePages>>[number]) => ({
  depth,
  list: timesOf(samples.list),
  query: timesOf(samples.query),
  raw: timesOf(samples.raw),
  offset,
});

/** How SQLite runs the very query of the list. */
function planOf(reader: ReadDb, raw: Database.Database): string {
  const after = cursorAt(places(raw)[2]!);
  const { sql, parameters } = pageSql(LISTING, [], after, PAGE).compile(reader);
  const steps = raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[];
  return steps.map((step) => step.detail).join('; ');
}

/** The books whose pages are numbered through the year; F03 counts what F01 counts. */
const BOOKS = ['F01', 'F04'] as const;

/**
 * Lines of every month, as a month book counts the months before it to know its page numbers: F01 by the numbers given in
 * each month, F04 (claims) by ranges on the index of closed lines. Against one GROUP BY over the same lines for each.
 */
async function measureMonths(reader: ReadDb, raw: Database.Database) {
  const { first, last } = raw
    .prepare('SELECT min(recordedAt) AS first, max(recordedAt) AS last FROM found_items')
    .get() as { first: string; last: string };
  const years: string[] = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1)
    years.push(String(year));
  const counts = async (form: (typeof BOOKS)[number]): Promise<void> => {
    for (const year of years)
      await yearSpan(reader, form, `${year}-12`, form === 'F04' ? claimCount : undefined);
  };
  const grouped = (column: string, where: string): Database.Statement =>
    raw.prepare(
      `SELECT strftime('%Y-%m', ${column}, '+8 hours') AS month, count(*) AS n FROM found_items ${where} GROUP BY month`,
    );
  const groups = {
    F01: grouped('foundAt', ''),
    F04: grouped('closedAt', "WHERE outcome = 'claimed'"),
  };
  const result = {
    months: years.length * 11,
    unit: 'ms',
    ranges: 0,
    groupBy: 0,
    books: {} as Record<string, object>,
  };
  for (const form of BOOKS) {
    await counts(form);
    const times: Record<'ranges' | 'groupBy', number[]> = { ranges: [], groupBy: [] };
    for (let i = 0; i < 7; i += 1) {
      times.ranges.push(await timedAsync(() => counts(form)));
      times.groupBy.push(timed(() => groups[form].all()));
    }
    const own = {
      ranges: round(percentile(times.ranges, 0.5)),
      groupBy: round(percentile(times.groupBy, 0.5)),
    };
    result.books[form] = own;
    result.ranges += own.ranges;
    result.groupBy += own.groupBy;
  }
  return result;
}
