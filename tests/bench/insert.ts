import { statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { Chance } from '../../electron/cli/seed/chance';
import { isoOf, msOf } from '../../shared/dates';
import { measureBulk } from './bulk';
import { type BenchOffice, makeOffice, must, openBench, UNTIL, withFolder } from './data';
import {
  atLeast,
  atMost,
  type Measured,
  type Order,
  percentile,
  round,
  say,
  timedAsync,
  timesOf,
} from './report';
import { DiskFile, sqlJsInserts } from './rivals';

/** Writing: one entry through the door against the disk itself and against sql.js; many entries against raw statements. */

const INSERTS = 400;
/** Inserts whose log is measured, short of SQLite's own checkpoint at 1,000 pages. */
const MEASURED = 20;
/** sql.js holds the whole file in memory and writes all of it each time; larger ones do not fit. */
const SQL_JS_BYTES = 1_500_000_000;
const SQL_JS_INSERTS = 5;

/** Makes the data, measures all sides in one run. */
export async function benchInsert({ entries, keptIn }: Order): Promise<Measured> {
  return withFolder(async (folder) => {
    const { dataDir, seconds, megabytes } = await makeOffice(folder, entries, { keptIn });
    let now = msOf(UNTIL);
    const office = await openBench(dataDir, () => isoOf(now));
    const bytes = bytesOfInsert(office.file.raw, office.file.path);
    const door: number[] = [];
    const disk: number[] = [];
    const probe = new DiskFile(folder);
    try {
      const again = oldEntries(office, () => now);
      const insert = async (): Promise<void> => {
        // Somebody registers something every minute.
        now += 60_000;
        must(await office.client.foundItems.register(again()));
      };
      say('warming up');
      for (let i = 0; i < 50; i += 1) await insert();
      const walBytes = await bytes(insert);
      say(`${INSERTS} entries through the door; the disk alone with ${walBytes} bytes each`);
      for (let i = 0; i < INSERTS; i += 1) {
        disk.push(probe.write(walBytes));
        door.push(await timedAsync(insert));
      }
      say('many entries at once');
      const bulk = measureBulk(office.file.rawReader, folder);
      const fileBytes = office.file.raw.pragma('page_count', { simple: true }) as number;
      office.close();
      const [doorTimes, diskTimes] = [timesOf(door), timesOf(disk)];
      const goals = [
        atMost(
          'p50 of an entry through the door, index included / p50 of a synced write of the same bytes',
          2,
          percentile(door, 0.5) / percentile(disk, 0.5),
          'times',
        ),
      ];
      const rival = await rivalOf(dataDir, fileBytes * 4096, folder);
      if (rival) {
        const name = 'p50 of an sql.js insert with export and sync / p50 of an entry through the door';
        goals.push(atLeast(name, 300, rival.times.p50 / percentile(door, 0.5), 'times'));
      }
      goals.push(
        atLeast(
          'bulk: rows as the house writes them / raw prepared statements, before indexes',
          0.8,
          bulk.rowsAlone,
          'times',
        ),
        atLeast(
          'bulk: rows with journal line, seals and digests / the same rows and lines by raw prepared statements',
          0.8,
          bulk.ratio,
          'times',
        ),
      );
      return {
        goals,
        details: {
          seedSeconds: seconds,
          megabytes,
          walBytes,
          door: doorTimes,
          disk: diskTimes,
          sqlJs: rival,
          bulk,
        },
      };
    } finally {
      probe.close();
      if (office.file.raw.open) office.close();
    }
  });
}

/** Bytes that one insert appends to the write-ahead log: the median, so that a merge of index segments does not count. */
function bytesOfInsert(raw: Database.Database, path: string) {
  return async (insert: () => Promise<void>): Promise<number> => {
    raw.pragma('wal_checkpoint(TRUNCATE)');
    const grown: number[] = [];
    let before = 0;
    for (let i = 0; i < MEASURED; i += 1) {
      await insert();
      const { size } = statSync(`${path}-wal`);
      grown.push(size - before);
      before = size;
    }
    return percentile(grown, 0.5);
  };
}

/** Things that were found before are found again: input of real length, in the seed's own mix. */
function oldEntries({ file }: BenchOffice, now: () => number) {
  const chance = new Chance('bench inserts');
  const rows = file.rawReader
    .prepare(
      `SELECT category, name, quantity, publicFeatures, verifyFeatures, foundPlace, finderName, finderDepartment,
        finderPhone, storagePlace, note FROM found_items
       WHERE valuable = 0 AND cash IS NULL ORDER BY foundAt DESC LIMIT 500`,
    )
    .all() as OldEntry[];
  return () => ({
    ...chance.pick(rows),
    foundAt: isoOf(now() - 10 * 60_000),
    // A named witness on paper: no PIN is hashed, which is slow on purpose (trust.md D1) and not what is measured.
    second: { how: 'witness' as const, name: '周见证' },
  });
}
interface OldEntry {
  category: string;
  name: string;
  quantity: number;
  publicFeatures: string | null;
  verifyFeatures: string | null;
  foundPlace: string;
  finderName: string;
  finderDepartment: string | null;
  finderPhone: string | null;
  storagePlace: string;
  note: string | null;
}

/** sql.js on an office of the same size, or on a smaller one when this one does not fit; null when not even that does. */
async function rivalOf(dataDir: string, bytes: number, folder: string) {
  const fits = bytes <= SQL_JS_BYTES;
  let place = dataDir;
  if (!fits) {
    say('sql.js cannot hold this office; it gets one of 100000 entries');
    place = (await makeOffice(folder, 100_000, { name: 'small' })).dataDir;
  }
  say('sql.js');
  const { times, megabytes } = await sqlJsInserts(place, folder, SQL_JS_INSERTS);
  return { times: timesOf(times), megabytes: round(megabytes), sameFile: fits };
}
