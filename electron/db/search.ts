import type Database from 'better-sqlite3';
import { msOf } from '../../shared/dates';
import type { NumberedRegister } from '../../shared/ids';
import { prepared } from './prepared';
import { holdsWhole, type Reading, readQuery, readWords } from './search-query';
import { areCommon } from './search-share';
import { registerToken, type SearchFields, tokensOf, wordsOf } from './search-tokens';

export type { SearchFields } from './search-tokens';

/**
 * One search index for every register (speed.md §1): contentless FTS5 over tokens made here (search-tokens.ts), keyed by
 * time, so that the newest entries of all books come first without sorting.
 */

/** Entries that may share one second; the next takes the following second's numbers. */
const PER_SECOND = 64;
/** The time key of an instant: order by key is order by time, and small steps keep the index small. */
const timeKey = (at: string): number => Math.floor(msOf(at) / 1000) * PER_SECOND;

const INSERT_ENTRY = 'INSERT INTO search_entries (id, register, entryId, words) VALUES (?, ?, ?, ?)';
const INSERT_TOKENS = 'INSERT INTO search_fts (rowid, g) VALUES (?, ?)';

/** Writes the index, in the transaction of the change it follows. */
export class SearchIndex {
  readonly #db: Database.Database;
  /**
   * The last id this writer gave to a second, by the second's first: an import puts tens of thousands into one, and nobody
   * else writes in its transaction.
   */
  readonly #given = new Map<number, number>();
  constructor(db: Database.Database) {
    this.#db = db;
  }

  /** Writes or rewrites an entry's tokens. `at` is the entry's happening (ISO). Nothing changed: nothing is written. */
  put(register: string, entryId: string, at: string, fields: SearchFields): void {
    const words = wordsOf(fields);
    const key = timeKey(at);
    const old = this.#entry(register, entryId);
    const sameTime = old !== undefined && old.id >= key && old.id < key + PER_SECOND;
    if (old && sameTime && old.words === words) return;
    if (old) this.#drop(old.id);
    this.#write(old && sameTime ? old.id : this.#freeId(key), register, entryId, words);
  }

  /**
   * Bulk writing into an empty index: keeps the words of an entry it cannot know yet. `fillSearch` must follow.
   * Tokens written out of time order would cost a flush of the index each (FTS5 wants rising row ids).
   */
  keep(register: string, entryId: string, at: string, fields: SearchFields): void {
    prepared(this.#db, INSERT_ENTRY).run(this.#freeId(timeKey(at)), register, entryId, wordsOf(fields));
  }

  /** Writes a new entry's tokens: one that this transaction has just made, so there are none of it to look for. */
  add(register: string, entryId: string, at: string, fields: SearchFields): void {
    this.#write(this.#freeId(timeKey(at)), register, entryId, wordsOf(fields));
  }

  #write(id: number, register: string, entryId: string, words: string): void {
    prepared(this.#db, INSERT_ENTRY).run(id, register, entryId, words);
    prepared(this.#db, INSERT_TOKENS).run(id, tokensOf(register, words));
  }

  /** Takes an entry out of the index. */
  remove(register: string, entryId: string): void {
    const old = this.#entry(register, entryId);
    if (old) this.#drop(old.id);
  }

  #entry(register: string, entryId: string): { id: number; words: string } | undefined {
    return prepared(this.#db, 'SELECT id, words FROM search_entries WHERE register = ? AND entryId = ?').get(
      register,
      entryId,
    ) as { id: number; words: string } | undefined;
  }

  #drop(id: number): void {
    prepared(this.#db, 'DELETE FROM search_fts WHERE rowid = ?').run(id);
    prepared(this.#db, 'DELETE FROM search_entries WHERE id = ?').run(id);
  }

  #freeId(key: number): number {
    const given = this.#given.get(key);
    const id =
      given !== undefined && (given + 1) % PER_SECOND !== 0 ? given + 1 : this.#firstFree(given ?? key);
    this.#given.set(key, id);
    return id;
  }

  /** The first free id from a second on. */
  #firstFree(from: number): number {
    for (let block = from - (from % PER_SECOND); ; block += PER_SECOND) {
      const last = prepared(
        this.#db,
        'SELECT max(id) AS id FROM search_entries WHERE id >= ? AND id < ?',
      ).get(block, block + PER_SECOND) as { id: number | null };
      if (last.id === null) return block;
      if (last.id + 1 < block + PER_SECOND) return last.id + 1;
    }
  }
}

/** Entries read at a time by `fillSearch`. */
const STRETCH = 2000;

/** Writes the tokens of every kept entry, oldest first, into an index that has none yet. `each` is told the entries of every stretch. */
export function fillSearch(db: Database.Database, each: (entries: number) => void = () => {}): void {
  const read = db.prepare('SELECT id, register, words FROM search_entries WHERE id > ? ORDER BY id LIMIT ?');
  const write = db.prepare(INSERT_TOKENS);
  for (let after = -1; ; ) {
    const rows = read.all(after, STRETCH) as { id: number; register: string; words: string }[];
    for (const { id, register, words } of rows) write.run(id, tokensOf(register, words));
    each(rows.length);
    if (rows.length < STRETCH) return;
    after = rows[rows.length - 1]!.id;
  }
}

/**
 * Segments of one level at which FTS5 merges all of them at once, whatever it costs. Small steps (automerge) keep them
 * below a hundred; the default of 16 comes first and, after bulk work has left one big segment on a low level, makes one
 * entry in 240 rewrite the whole index: 1 s at 100,000 entries, 13 s at 1,000,000.
 */
export const MOST_SEGMENTS = 1000;

/** Lets single entries merge the index in small steps only. Kept in the file; written when it is not yet so. */
export function steadySearch(db: Database.Database): void {
  const now = db.prepare("SELECT v FROM search_fts_config WHERE k = 'crisismerge'").pluck().get();
  // The index takes whole numbers only; a JavaScript number arrives as a fraction.
  if (now !== MOST_SEGMENTS)
    db.prepare("INSERT INTO search_fts (search_fts, rank) VALUES ('crisismerge', ?)").run(
      BigInt(MOST_SEGMENTS),
    );
}

/** Bytes of new tokens that FTS5 gathers before it writes a segment: its own default, and what an import may use. */
const GATHERED = 1_048_576;
const GATHERED_IN_BULK = 67_108_864;

/** Gathers tens of thousands of entries in memory instead of writing, and soon merging, a segment for every few hundred. Inside the import's transaction; `false` afterwards. */
export function roomySearch(db: Database.Database, roomy: boolean): void {
  db.prepare("INSERT INTO search_fts (search_fts, rank) VALUES ('hashsize', ?)").run(
    BigInt(roomy ? GATHERED_IN_BULK : GATHERED),
  );
}

/** Merges the index's segments: worth doing when the desk is idle and after bulk work (also wipes erased tokens from the file). */
export function optimizeSearch(db: Database.Database): void {
  db.prepare("INSERT INTO search_fts (search_fts) VALUES ('optimize')").run();
}

/** Pages of the index that one step of `wipeSearch` may write: some milliseconds. */
const WIPE_PAGES = 200n;

/**
 * As `optimizeSearch`, in small steps for a desk at work: each yields. After the last one nothing of a token that was taken
 * out is left in the index's segments (trust.md C8).
 */
export function* wipeSearch(db: Database.Database): Generator<void> {
  const step = db.prepare("INSERT INTO search_fts (search_fts, rank) VALUES ('merge', ?)");
  const changes = db.prepare('SELECT total_changes()').pluck();
  // A negative number puts all segments on one level first; every further step goes on with that merge.
  for (let pages = -WIPE_PAGES; ; pages = WIPE_PAGES) {
    const before = Number(changes.get());
    step.run(pages);
    if (Number(changes.get()) - before < 2) return;
    yield;
  }
}

export interface Found {
  register: string;
  entryId: string;
  /** Time key; hand the last one in as `before` for the next page. */
  id: number;
  /** The entry's haystack, for highlighting. */
  words: string;
}
export interface Wanted {
  typed: string;
  /** Only these registers; all when left out. */
  registers?: readonly string[];
  limit: number;
  /** Only entries older than this time key. */
  before?: number;
  /** What was typed is no number of an entry: only its words and digits are looked for. */
  words?: boolean;
}

/** CROSS JOIN fixes the plan: walk the index newest first, look each entry up by key, never sort. */
const findSql = (which: string): string => `SELECT e.id, e.register, e.entryId, e.words
  FROM search_fts f CROSS JOIN search_entries e ON e.id = f.rowid
  WHERE search_fts MATCH ? AND f.rowid < ?${which} ORDER BY f.rowid DESC`;
export const FIND_SQL = findSql('');
export const FIND_IN_SQL = findSql(' AND e.register = ?');
/** A bound limit as a sum: SQLite plans a statement anew on every run when the limit is a bound value alone. */
const AT_MOST = ' LIMIT ? + 0';
export const FIND_AMONG_SQL = findSql(' AND e.register IN (SELECT value FROM json_each(?))');

/** The FTS expression of one reading: every group in brackets, every token quoted. */
export function matchOf(reading: Reading, registers: readonly string[] | undefined): string {
  const groups = registers ? [...reading.groups, registers.map(registerToken)] : reading.groups;
  return groups.map((tokens) => `(${tokens.map((token) => `"${token}"`).join(' OR ')})`).join(' AND ');
}

/** Entries that fit what was typed, newest first. `raw`: a reading handle. */
export function find(raw: Database.Database, wanted: Wanted): Found[] {
  if (wanted.registers?.length === 0) return [];
  const among = wanted.registers && areCommon(raw, wanted.registers) ? wanted.registers : null;
  const hits = new Map<number, Found>();
  const readings = wanted.words ? readWords(wanted.typed) : readQuery(wanted.typed).readings;
  for (const reading of readings) {
    for (const hit of findReading(raw, reading, wanted, among)) hits.set(hit.id, hit);
  }
  return [...hits.values()].sort((a, b) => b.id - a.id).slice(0, wanted.limit);
}

function findReading(
  raw: Database.Database,
  reading: Reading,
  wanted: Wanted,
  among: readonly string[] | null = null,
): Found[] {
  const [sql, which] = reading.register
    ? [FIND_IN_SQL, reading.register]
    : among
      ? [FIND_AMONG_SQL, JSON.stringify(among)]
      : [FIND_SQL, null];
  const values: (string | number)[] = [
    matchOf(reading, among ? undefined : wanted.registers),
    wanted.before ?? Number.MAX_SAFE_INTEGER,
    ...(which === null ? [] : [which]),
  ];
  if (reading.whole.length === 0) {
    return prepared(raw, `${sql}${AT_MOST}`).all(...values, wanted.limit) as Found[];
  }
  const hits: Found[] = [];
  for (const hit of prepared(raw, sql).iterate(...values) as IterableIterator<Found>) {
    if (reading.whole.every((whole) => holdsWhole(hit.words, whole))) hits.push(hit);
    if (hits.length >= wanted.limit) break;
  }
  return hits;
}

/** Entries that happened between two instants, newest first: one walk along the time key. */
export function newest(
  raw: Database.Database,
  { from, to, registers, limit }: { from: string; to: string; registers: readonly string[]; limit: number },
): Found[] {
  return prepared(
    raw,
    `SELECT id, register, entryId, words FROM search_entries
      WHERE id >= ? AND id < ? AND register IN (SELECT value FROM json_each(?)) ORDER BY id DESC${AT_MOST}`,
  ).all(timeKey(from), timeKey(to), JSON.stringify(registers), limit) as Found[];
}

/** The entries that carry running number `n` in a month (`YYYY-MM`): what a number alone means first (desk-practice.md §4). */
export function findNumber(
  raw: Database.Database,
  number: { register: NumberedRegister | null; n: number },
  month: string,
  registers: readonly NumberedRegister[],
): Found[] {
  const token = `s${month.replace('-', '')}x${number.n}`;
  const wanted = number.register ? registers.filter((register) => register === number.register) : registers;
  // A number stands once in every register: one walk finds them all.
  const reading: Reading = { groups: [[token]], whole: [] };
  const hits = findReading(raw, reading, { typed: '', limit: Number.MAX_SAFE_INTEGER });
  return wanted.flatMap((register) => hits.find((hit) => hit.register === register) ?? []);
}
