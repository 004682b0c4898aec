import type Database from 'better-sqlite3';
import { FIND_SQL, find, matchOf } from '../../electron/db/search';
import { readQuery } from '../../electron/db/search-query';
import { type BenchOffice, makeOffice, must, openBench, withFolder } from './data';
import {
  atLeast,
  atMost,
  type Goal,
  type Measured,
  type Order,
  percentile,
  round,
  say,
  timed,
  timedAsync,
  timesOf,
} from './report';
import { CLASSES, drawQueries, type QueryClass } from './search-queries';

/** Search as you type (speed.md §1): the app's query and whole operation against raw SQL, LIKE and a JavaScript array. */

/** A page of the omni-box; one more tells whether there are more. */
const LIMIT = 50;
const QUERIES = 60;
const ROUNDS = 5;
/** LIKE and the array take a thousand times longer; fewer queries do. */
const SLOW_QUERIES = 15;

type Samples = Record<QueryClass, number[]>;
const noSamples = (): Samples => Object.fromEntries(CLASSES.map((kind) => [kind, []])) as never;

/** Makes the data, measures all sides in one run. */
export async function benchSearch({ entries, keptIn }: Order): Promise<Measured> {
  return withFolder(async (folder) => {
    const { dataDir, seconds, megabytes } = await makeOffice(folder, entries, { keptIn });
    const office = await openBench(dataDir);
    try {
      const raw = office.file.rawReader;
      const queries = drawQueries(raw, QUERIES);
      queries.noHit = queries.noHit.filter((typed) => find(raw, { typed, limit: 1 }).length === 0);
      say('index: app, operation, raw');
      const fast = await measureIndex(office, queries);
      say('LIKE');
      const like = measureLike(raw, queries);
      say('JavaScript array');
      const array = measureArray(raw, queries.twoHan);
      const size = sizeOf(raw);
      return { goals: goalsOf(fast, like, array, size), details: detailsOf() };

      function detailsOf(): Record<string, unknown> {
        const perClass = (samples: Samples) =>
          Object.fromEntries(
            CLASSES.filter((k) => samples[k].length > 0).map((k) => [k, timesOf(samples[k])]),
          );
        return {
          seedSeconds: seconds,
          megabytes,
          limit: LIMIT,
          sample: `each query's median of ${ROUNDS} runs, ms; file read once before, as the app does`,
          queries: Object.fromEntries(
            CLASSES.map((k) => [k, [queries[k].length, ...queries[k].slice(0, 4)]]),
          ),
          app: perClass(fast.app),
          operation: perClass(fast.operation),
          raw: perClass(fast.raw),
          like: perClass(like),
          array: { twoHan: timesOf(array) },
          size,
        };
      }
    } finally {
      office.close();
    }
  });
}

interface Fast {
  app: Samples;
  operation: Samples;
  raw: Samples;
}

/** The three ways over the index take turns, so that a busy moment of the machine hits all of them. */
async function measureIndex(
  { file, client }: BenchOffice,
  queries: Record<QueryClass, string[]>,
): Promise<Fast> {
  const raw = file.rawReader;
  const samples: Fast = { app: noSamples(), operation: noSamples(), raw: noSamples() };
  for (const kind of CLASSES) {
    for (const typed of queries[kind]) {
      const own = rawQuery(raw, typed);
      const wanted = { typed, limit: LIMIT + 1 };
      const input = { typed, limit: LIMIT };
      // The first run of each compiles what is compiled once.
      find(raw, wanted);
      own();
      must(await client.search.find(input));
      const [app, operation, plain]: number[][] = [[], [], []];
      for (let round = 0; round < ROUNDS; round += 1) {
        app!.push(timed(() => find(raw, wanted)));
        plain!.push(timed(own));
        operation!.push(await timedAsync(() => client.search.find(input)));
      }
      samples.app[kind].push(percentile(app!, 0.5));
      samples.raw[kind].push(percentile(plain!, 0.5));
      samples.operation[kind].push(percentile(operation!, 0.5));
    }
  }
  return samples;
}

/** The statements of a query with everything known beforehand: what no program around them can beat. */
function rawQuery(raw: Database.Database, typed: string): () => void {
  const statements = readQuery(typed).readings.map((reading) => {
    const checks = reading.whole.map(({ kind }) =>
      kind === 'latin' ? `instr(replace(e.words, '''', ''), ?) > 0` : 'instr(e.words, ?) > 0',
    );
    const sql = FIND_SQL.replace(
      'ORDER BY',
      [...checks.map((check) => `AND ${check}`), 'ORDER BY'].join(' '),
    );
    const values = [
      matchOf(reading, undefined),
      Number.MAX_SAFE_INTEGER,
      ...reading.whole.map((run) => run.text),
    ];
    return { statement: raw.prepare(`${sql} LIMIT ?`), values: [...values, LIMIT + 1] };
  });
  return () => {
    for (const { statement, values } of statements) statement.all(...values);
  };
}

/** LIKE at its best: one narrow table that holds all words in folded form, already in the order wanted, no join. */
function measureLike(raw: Database.Database, queries: Record<QueryClass, string[]>): Samples {
  const samples = noSamples();
  for (const kind of CLASSES) {
    // Initials stand in no column.
    if (kind === 'initials') continue;
    for (const typed of queries[kind].slice(0, SLOW_QUERIES)) {
      const parts = kind === 'mixed' ? [typed.slice(0, 1), typed.slice(1)] : [typed.toLowerCase()];
      const patterns = parts.map((part) => `%${part}%`);
      const column = kind === 'fullPinyin' ? "replace(words, '''', '')" : 'words';
      const statement = raw.prepare(
        `SELECT id, register, entryId, words FROM search_entries
         WHERE ${patterns.map(() => `${column} LIKE ?`).join(' AND ')} ORDER BY id DESC LIMIT ?`,
      );
      samples[kind].push(timed(() => statement.all(...patterns, LIMIT + 1)));
    }
  }
  return samples;
}

/** All words in memory, newest first, looked through until a page is full. */
function measureArray(raw: Database.Database, queries: readonly string[]): number[] {
  const all = raw.prepare('SELECT words FROM search_entries ORDER BY id DESC').pluck().all() as string[];
  return queries.map((typed) =>
    timed(() => {
      const hits: number[] = [];
      for (let i = 0; i < all.length && hits.length <= LIMIT; i += 1)
        if (all[i]!.includes(typed)) hits.push(i);
      return hits;
    }),
  );
}

/** Bytes of the search index, of the register it indexes with that one's own indexes, and of the whole file. */
function sizeOf(raw: Database.Database): { index: number; register: number; file: number } {
  const rows = raw
    .prepare(
      `SELECT s.tbl_name AS tbl, sum(d.pgsize) AS bytes FROM dbstat d JOIN sqlite_schema s ON s.name = d.name
       WHERE d.aggregate = TRUE GROUP BY 1`,
    )
    .all() as { tbl: string; bytes: number }[];
  const bytes = (of: (table: string) => boolean): number =>
    rows.filter(({ tbl }) => of(tbl)).reduce((sum, row) => sum + row.bytes, 0);
  return {
    index: bytes((table) => table.startsWith('search_')),
    register: bytes((table) => table === 'found_items'),
    file: bytes(() => true),
  };
}

function goalsOf(fast: Fast, like: Samples, array: number[], size: ReturnType<typeof sizeOf>): Goal[] {
  const p95 = (samples: number[]): number => percentile(samples, 0.95);
  const all = (samples: Samples, like_?: Samples): number[] =>
    CLASSES.filter((kind) => !like_ || like_[kind].length > 0).flatMap((kind) => samples[kind]);
  const worst = (samples: Samples): number =>
    Math.max(...CLASSES.filter((kind) => samples[kind].length > 0).map((kind) => p95(samples[kind])));
  const slowest = (name: string, samples: Samples): Goal =>
    atMost(`p95 of the slowest class, ${name}`, 10, worst(samples), 'ms');
  return [
    slowest('query', fast.app),
    slowest('whole operation through the door', fast.operation),
    atLeast('LIKE p95 / query p95, all classes', 50, p95(all(like)) / p95(all(fast.app, like)), 'times'),
    atLeast(
      'JavaScript array p95 / query p95, two Han characters',
      50,
      p95(array) / p95(fast.app.twoHan),
      'times',
    ),
    atMost(
      'query p95 / raw prepared statements p95, all classes',
      2,
      p95(all(fast.app)) / p95(all(fast.raw)),
      'times',
    ),
    atMost('search index / register, time key', 1.4, round(size.index / size.register), 'times'),
  ];
}
