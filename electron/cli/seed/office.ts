import type Database from 'better-sqlite3';
import { DAY_MS, isoOf } from '../../../shared/dates';
import type { NumberedRegister } from '../../../shared/ids';
import { DEMO_PASSPHRASE, DEMO_PIN } from '../../../shared/registers/session';
import { Book, Chain } from '../../db/bulk/book';
import { type BookRegister, DirectSink, type Sink } from '../../db/bulk/sink';
import { headOf, Journal } from '../../db/journal';
import { fillSearch } from '../../db/search';
import { hashSecret } from '../../registers/session/secrets';
import { arrivals } from './calendar';
import type { Chance } from './chance';
import { type Crew, foundOffice, type Secrets, STATION } from './people';
import type { Arriving, SeedOffice } from './room';
import { COLUMNS, LINED, ROOMS } from './rooms';
import { World } from './world';

/** What a demo office is made of. The same options give the same bytes in every row. */
export interface SeedOptions {
  /** Lines in each register into which lines come, unless `each` says otherwise. */
  entries: number;
  each?: Partial<Record<NumberedRegister, number>>;
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
const PROGRESS_EVERY = 100;
/** Share of the bar that telling takes; the rest is the search index. */
const TELLING = 0.8;

/** Hashes of everybody's demo secrets; slow on purpose (scrypt), so they are made once and before any transaction. */
export async function demoSecrets(random: (bytes: Uint8Array) => void): Promise<Secrets> {
  const [pin, passphrase] = await Promise.all([
    hashSecret(DEMO_PIN, random),
    hashSecret(DEMO_PASSPHRASE, random),
  ]);
  return { pin, passphrase };
}

/** Where the seed writes; `guarded` unless the file's triggers and references are out of force. */
export const directSink = (db: Database.Database, guarded: boolean): DirectSink =>
  new DirectSink(db, COLUMNS, { guarded });

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

/** One book for each register, made when first asked for. */
function bookshelf(
  world: World,
  sink: Sink,
  books: Map<string, unknown>,
  more: Omit<SeedOffice, 'world' | 'book'>,
): SeedOffice {
  return {
    world,
    ...more,
    book<R extends BookRegister>(register: R) {
      const known = books.get(register);
      if (known instanceof Book) return known as Book<R>;
      const columns = COLUMNS[register];
      if (!columns) throw new Error(`no room brings the columns of ${register}`);
      const made = new Book(sink, world.chain, register, columns, world.chance.fill);
      books.set(register, made);
      return made;
    },
  };
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
  const { until, registers, chance, onProgress } = options;
  const from = until - Math.round(options.years * YEAR_MS);
  const chain = new Chain(sink, head);
  const world = new World(sink, chain, crew, chance);
  const asked = LINED.filter((register) => registers.includes(register));
  const countOf = (register: NumberedRegister): number => options.each?.[register] ?? options.entries;
  const books = new Map<string, unknown>();
  const site: Omit<SeedOffice, 'world' | 'book'> = {
    size: Math.max(0, ...asked.map(countOf)),
    span: { from, until },
    count: (register) => (asked.includes(register) ? countOf(register) : 0),
  };
  const arrive: Partial<Record<NumberedRegister, (at: number, turn: number) => Arriving>> = {};
  for (const room of ROOMS) {
    // By the first of its books: a room keeps its draws whatever other rooms come.
    const own = world.forRoom(Object.keys(room.columns)[0] ?? '');
    const begun = room.begin(bookshelf(own, sink, books, site));
    // Stock stands before the first line, the day after the people came.
    begun.stock?.(from - DAY_MS / 2);
    Object.assign(arrive, begun.arrive);
  }
  const done: SeedReport['entries'] = {};
  const total = asked.reduce((sum, register) => sum + countOf(register), 0);
  const streams = asked.map((register) => ({
    register,
    times: timesOf(register, countOf(register), { from, until }, chance.branch(register)),
    at: 0,
  }));
  for (const stream of streams) stream.at = stream.times.next().value ?? Number.POSITIVE_INFINITY;
  let lines = 0;
  for (;;) {
    const next = streams.reduce((a, b) => (b.at < a.at ? b : a));
    if (next.at === Number.POSITIVE_INFINITY) break;
    world.upTo(next.at);
    const turn = done[next.register] ?? 0;
    const tale = arrive[next.register]!(next.at, turn);
    world.begin(tale, tale.firstDue);
    done[next.register] = turn + 1;
    lines += 1;
    if (lines % PROGRESS_EVERY === 0) onProgress?.(lines, total);
    next.at = next.times.next().value ?? Number.POSITIVE_INFINITY;
  }
  // Nothing happens at the end itself: the books are of the time before it.
  world.upTo(until - 1);
  world.close();
  world.storeNumbers();
  return { entries: done, head: chain.head };
}

/** The last hours, in which some lines come for sure. */
const LATELY_MS = 9 * 3_600_000;

/** When a register's lines come: over the whole span, and as many as its room asks for in the last hours. */
function* timesOf(
  register: NumberedRegister,
  n: number,
  { from, until }: SeedOffice['span'],
  chance: Chance,
): Generator<number> {
  const asked = Math.max(0, ...ROOMS.map((room) => room.lately?.[register] ?? 0));
  const lately = Math.min(asked, Math.floor(n / 10));
  const edge = Math.max(from, until - LATELY_MS);
  yield* arrivals(n - lately, from, lately > 0 ? edge : until, chance);
  if (lately > 0) yield* arrivals(lately, edge, until, chance);
}

/**
 * The whole of a demo office into an empty, migrated database, inside the caller's transaction (foreign keys deferred: an
 * item and its lost report name each other). Synchronous; Electron-free.
 */
export function seedOffice(db: Database.Database, options: SeedOptions): SeedReport {
  const crew = foundDemo(db, options);
  const sink = directSink(db, true);
  const { onProgress } = options;
  let total = 0;
  const report = tellOffice(sink, headOf(db), crew, {
    ...options,
    onProgress: (done, all) => {
      total = all;
      onProgress?.(Math.round(done * TELLING), all);
    },
  });
  sink.flush();
  let indexed = 0;
  fillSearch(db, (entries) => {
    indexed += entries;
    onProgress?.(Math.min(total, Math.round(total * TELLING + indexed * (1 - TELLING))), total);
  });
  return report;
}
