import type Database from 'better-sqlite3';
import { DAY_MS, isoOf } from '../../../shared/dates';
import type { NumberedRegister } from '../../../shared/ids';
import { DEMO_PASSPHRASE, DEMO_PIN } from '../../../shared/registers/session';
import { headOf, Journal } from '../../db/journal';
import { fillSearch } from '../../db/search';
import { hashSecret } from '../../registers/session/secrets';
import { Book, Chain } from './book';
import { arrivals } from './calendar';
import type { Chance } from './chance';
import { FOUND_COLUMNS } from './found-intake';
import { FoundTale } from './found-tale';
import { LOST_COLUMNS, LostTale } from './lost-tale';
import { type Crew, foundOffice, type Secrets, STATION } from './people';
import { type Columns, DirectSink, type Sink } from './sink';
import { World } from './world';

/** What a demo office is made of. The same options give the same bytes in every row. */
export interface SeedOptions {
  /** Lines in each register. */
  entries: number;
  /** How many years the books cover; a part of a year is fine. */
  years: number;
  /** The books end here (epoch ms): nothing happens later. */
  until: number;
  registers: readonly NumberedRegister[];
  chance: Chance;
  secrets: Secrets;
  /** Called now and then between two lines: lines done and to do. */
  onProgress?: (done: number, total: number) => void;
}

export interface SeedReport {
  /** Lines written per register. */
  entries: Partial<Record<NumberedRegister, number>>;
  head: { seq: number; hash: string };
}

const YEAR_MS = 365.25 * DAY_MS;
/** Items that a new lost report may be about. */
const RECENT = 96;
const LATELY_MS = 45 * DAY_MS;
/** Share of lost reports that describe something at the desk. */
const MATCHED = 0.24;
const PROGRESS_EVERY = 500;

/** One of the items that came in lately and still waits for its owner. */
function somethingAt(recent: readonly FoundTale[], at: number, chance: Chance): FoundTale | null {
  for (let tries = 0; tries < recent.length && tries < RECENT / 2; tries += 1) {
    const tale = chance.pick(recent);
    if (tale.linkable && at - tale.since < LATELY_MS) return tale;
  }
  return null;
}

/** Hashes of everybody's demo secrets; slow on purpose (scrypt), so they are made once and before any transaction. */
export async function demoSecrets(random: (bytes: Uint8Array) => void): Promise<Secrets> {
  const [pin, passphrase] = await Promise.all([
    hashSecret(DEMO_PIN, random),
    hashSecret(DEMO_PASSPHRASE, random),
  ]);
  return { pin, passphrase };
}

const COLUMNS: Columns = { foundItems: FOUND_COLUMNS, lostReports: LOST_COLUMNS };

/** Where the seed writes at once. */
export const directSink = (db: Database.Database): DirectSink => new DirectSink(db, COLUMNS);

/** Settings, people and their secrets, the day before the books begin, in the caller's transaction. Answers the people. */
export function foundDemo(db: Database.Database, { until, years, chance, secrets }: SeedOptions): Crew {
  const opened = until - Math.round(years * YEAR_MS) - DAY_MS;
  const hand = {
    at: isoOf(opened),
    station: STATION,
    actorId: 'system',
    actorName: '系统',
    op: 'office.setUpDemo',
  };
  return foundOffice(db, new Journal(db, hand, chance.fill), secrets, opened, chance);
}

/**
 * Tells every register's lines as they came in, went on and ended, all in time order, with journal, seals, numbers and
 * search words as the handlers would have written them. `head`: the chain's end after `foundDemo`.
 */
export function tellOffice(
  sink: Sink,
  head: { seq: number; hash: string },
  crew: Crew,
  options: SeedOptions,
): SeedReport {
  const { entries, until, registers, chance, onProgress } = options;
  const from = until - Math.round(options.years * YEAR_MS);
  const chain = new Chain(sink, head);
  const world = new World(sink, chain, crew, chance);
  const books = {
    foundItems: new Book(sink, chain, 'foundItems', FOUND_COLUMNS, chance.fill),
    lostReports: new Book(sink, chain, 'lostReports', LOST_COLUMNS, chance.fill),
  };
  const recent: FoundTale[] = [];
  const done: SeedReport['entries'] = {};
  const arrive: Record<NumberedRegister, (at: number) => FoundTale | LostTale> = {
    foundItems(at) {
      const tale = new FoundTale(world, books.foundItems, at, done.foundItems ?? 0);
      if (recent.length < RECENT) recent.push(tale);
      else recent[chance.below(RECENT)] = tale;
      return tale;
    },
    lostReports(at) {
      return new LostTale(
        world,
        books.lostReports,
        at,
        done.lostReports ?? 0,
        chance.happens(MATCHED) ? somethingAt(recent, at, chance) : null,
      );
    },
  };
  const streams = registers.map((register) => ({
    register,
    times: arrivals(entries, from, until, chance),
    at: 0,
  }));
  for (const stream of streams) stream.at = stream.times.next().value ?? Number.POSITIVE_INFINITY;
  let lines = 0;
  for (;;) {
    const next = streams.reduce((a, b) => (b.at < a.at ? b : a));
    if (next.at === Number.POSITIVE_INFINITY) break;
    world.upTo(next.at);
    const tale = arrive[next.register](next.at);
    world.begin(tale, tale.firstDue);
    done[next.register] = (done[next.register] ?? 0) + 1;
    lines += 1;
    if (lines % PROGRESS_EVERY === 0) onProgress?.(lines, entries * registers.length);
    next.at = next.times.next().value ?? Number.POSITIVE_INFINITY;
  }
  world.upTo(until);
  world.close();
  world.storeNumbers();
  return { entries: done, head: chain.head };
}

/**
 * The whole of a demo office into an empty, migrated database, inside the caller's transaction (foreign keys deferred: an
 * item and its lost report name each other). Synchronous; Electron-free.
 */
export function seedOffice(db: Database.Database, options: SeedOptions): SeedReport {
  const crew = foundDemo(db, options);
  const report = tellOffice(directSink(db), headOf(db), crew, options);
  fillSearch(db);
  return report;
}
