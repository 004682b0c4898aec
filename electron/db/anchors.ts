import { join } from 'node:path';
import type Database from 'better-sqlite3';
import type { Problem } from '../../shared/registers/journal';
import { type Anchor, AnchorPlace, secondPlaces } from './anchor-files';
import { headOf } from './journal';
import { prepared } from './prepared';

/**
 * Anchors (architecture.md §4, trust.md C3): the journal's head (seq, hash, time) kept outside the database, so that a
 * cut tail, a rolled-back file or a chain computed anew is found. They lie in `DATA/anchors/` and, when the office set
 * one, in a second folder (another disk, a share); and on paper, as the mark in every printed page's footer.
 */

/** The mark of a printed page: `#seq·first 16 hex of the hash`. */
export const markOf = (head: { seq: number; hash: string }): string =>
  `#${head.seq}·${head.hash.slice(0, 16)}`;

/** Reads a mark as printed or typed (`#812·0f…`, `812 0F…`); null when it is none. */
export function readMark(text: string): { seq: number; hash16: string } | null {
  const match = /^\s*#?\s*(\d{1,15})\s*[·.•\-\s]\s*([0-9a-fA-F]{16})\s*$/.exec(text);
  return match ? { seq: Number(match[1]), hash16: match[2]!.toLowerCase() } : null;
}

/** What a mark on paper says about the database. */
export type MarkAnswer =
  | { found: 'match'; seq: number; at: string }
  /** The line exists and is another one: the chain was computed anew, or the page belongs to another office. */
  | { found: 'differs'; seq: number; at: string }
  /** The page is newer than the journal: its tail was cut or the file rolled back. */
  | { found: 'beyond'; seq: number }
  | { found: 'unreadable' };

/** Compares the mark in a page's footer with the chain. */
export function findMark(db: Database.Database, mark: string): MarkAnswer {
  const read = readMark(mark);
  if (!read || read.seq < 1) return { found: 'unreadable' };
  const line = prepared(db, 'SELECT hash, at FROM journal WHERE seq = ?').get(read.seq) as
    | { hash: string; at: string }
    | undefined;
  if (!line) return { found: 'beyond', seq: read.seq };
  return { found: line.hash.startsWith(read.hash16) ? 'match' : 'differs', seq: read.seq, at: line.at };
}

/** The chain's identity: the hash of its first line; null for an empty journal. */
export const chainId = (db: Database.Database): string | null =>
  (prepared(db, 'SELECT hash FROM journal WHERE seq = 1').get() as { hash: string } | undefined)?.hash ??
  null;

/** One setting's JSON, read raw; null when absent or unreadable. */
function setting<T>(db: Database.Database, key: string): T | null {
  const row = prepared(db, 'SELECT value FROM settings WHERE key = ?').get(key) as
    | { value: string }
    | undefined;
  try {
    return row ? (JSON.parse(row.value) as T) : null;
  } catch {
    return null;
  }
}

/** Path of the second folder; null when the office has none. */
const secondFolder = (db: Database.Database): string | null =>
  setting<{ path?: string | null }>(db, 'anchorFolder')?.path ?? null;

const firstPlace = (dataDir: string): AnchorPlace => new AnchorPlace(join(dataDir, 'anchors'), '');

/**
 * Compares every anchor that can be reached with the chain. `clean`: everything else verified well; then a journal
 * shorter than its anchors is an older copy put in place (`rolledBack`), else its tail was cut. `newest` looks at so many
 * of the newest anchors only: once a chain differs, every later anchor differs too.
 */
export function compareAnchors(
  db: Database.Database,
  dataDir: string,
  clean: boolean,
  newest = Number.POSITIVE_INFINITY,
): { anchors: number; problems: Problem[]; secondMissing: boolean } {
  const head = headOf(db);
  const seen = new Map<string, Anchor>();
  for (const anchor of firstPlace(dataDir).read(newest)) seen.set(`${anchor.seq} ${anchor.hash}`, anchor);
  const folder = secondFolder(db);
  const second = folder === null ? [] : secondPlaces(folder, chainId(db));
  for (const place of second ?? [])
    for (const anchor of place.read(newest)) seen.set(`${anchor.seq} ${anchor.hash}`, anchor);
  const restores = restoresIn(db);
  let beyond: Anchor | null = null;
  let differs: Anchor | null = null;
  let agrees = 0;
  for (const anchor of seen.values()) {
    if (restores.some((restore) => explains(restore, anchor))) continue;
    if (anchor.seq > head.seq) {
      if (!beyond || anchor.seq > beyond.seq) beyond = anchor;
      continue;
    }
    const line = prepared(db, 'SELECT hash FROM journal WHERE seq = ?').get(anchor.seq) as
      | { hash: string }
      | undefined;
    // A line missing in the middle is the chain's own finding.
    if (!line) continue;
    if (line.hash === anchor.hash) agrees = Math.max(agrees, anchor.seq);
    else if (!differs || anchor.seq < differs.seq) differs = anchor;
  }
  const problems: Problem[] = [];
  if (differs) {
    const detail = `anchor of ${differs.at}; anchors agree up to #${agrees}`;
    problems.push({ kind: 'chainReplaced', register: null, where: `#${differs.seq}`, detail });
  }
  if (beyond) {
    const detail = `anchor #${beyond.seq} of ${beyond.at}, journal ends at #${head.seq}`;
    problems.push({
      kind: clean && !differs ? 'rolledBack' : 'tailCut',
      register: null,
      where: `#${head.seq + 1}`,
      detail,
    });
  }
  return { anchors: seen.size, problems, secondMissing: second === null };
}

/** A restore the journal tells of (S101): what was written after the backup and before it belongs to the chain that was put aside. */
interface Restore {
  at: string;
  head: { seq: number };
  replaced: { seq: number; hash: string } | null;
}
const restoresIn = (db: Database.Database): Restore[] =>
  (
    prepared(
      db,
      "SELECT change FROM journal WHERE register = 'office' AND entryId = 'restore' AND kind = 'SYSTEM'",
    )
      .pluck()
      .all() as string[]
  ).map((change) => JSON.parse(change) as Restore);
const explains = ({ at, head, replaced }: Restore, anchor: Anchor): boolean =>
  replaced !== null && anchor.seq > head.seq && anchor.seq <= replaced.seq && anchor.at <= at;

/** The newest anchor beside an office's database, readable even when the database is not; null when there is none. */
export const newestAnchor = (dataDir: string): Anchor | null =>
  firstPlace(dataDir)
    .read(2)
    .reduce<Anchor | null>((newest, anchor) => (newest && newest.seq >= anchor.seq ? newest : anchor), null);

/** A permanent line each so many journal lines. */
const EVERY = 100;
/** Anchors compared at every start: enough to see any difference, few enough not to be felt. */
const AT_START = 50;

/**
 * Writes the anchors of one open office. Never throws: an anchor that cannot be written is a banner, not a refused entry.
 *
 * - `opened()` right after the office opened: compares all anchors, then keeps the head. Answers banner keys
 *   (`anchors.rolledBack`, `anchors.chainReplaced`, `anchors.secondMissing`).
 * - `committed(head, at)` after every commit (the door's `onCommit`): overwrites the newest head beside the database (one
 *   small write, no fsync: an anchor lost in a power cut only makes the anchors older) and asks for the second folder's
 *   copy in the background, where a slow share may take its time.
 * - `printed()` after a print, `closed()` at the end: a permanent line in both folders.
 */
export class Anchors {
  readonly #db: Database.Database;
  readonly #first: AnchorPlace | null;
  #second: AnchorPlace | null = null;
  #secondPath: string | null = null;
  #head: Anchor | null = null;
  #kept = 0;
  #flushing: Promise<void> | null = null;
  #owed: 'none' | 'head' | 'line' = 'none';
  /** Banner keys of what went wrong since opening; the shell may show them at any time. */
  readonly banners = new Set<string>();

  /** `db`: any handle of the office (reading only). `dataDir` ':memory:' keeps no anchors. */
  constructor(db: Database.Database, dataDir: string) {
    this.#db = db;
    this.#first = dataDir === ':memory:' ? null : firstPlace(dataDir);
  }

  opened(): string[] {
    if (!this.#first) return [];
    const { dir } = this.#first;
    const compared = compareAnchors(this.#db, join(dir, '..'), true, AT_START);
    for (const problem of compared.problems) this.banners.add(`anchors.${problem.kind}`);
    if (compared.secondMissing) this.banners.add('anchors.secondMissing');
    this.#locateSecond();
    // The newest head is overwritten by the next commit: keep it as evidence first.
    for (const place of this.#places()) this.#try(place, () => place.keepHead());
    const head = headOf(this.#db);
    if (head.at !== null) {
      this.#head = { seq: head.seq, hash: head.hash, at: head.at };
      this.#line();
    }
    return [...this.banners];
  }

  committed(head: { seq: number; hash: string }, at: string): void {
    if (!this.#first) return;
    this.#head = { seq: head.seq, hash: head.hash, at };
    const first = this.#first;
    this.#try(first, () => first.head(this.#head!));
    if (Math.floor(head.seq / EVERY) > Math.floor(this.#kept / EVERY)) this.#line();
    else this.#owe('head');
  }

  printed(): void {
    if (this.#first && this.#head) this.#line();
  }

  /** Writes what is owed and lets go of the files. */
  closed(): void {
    if (!this.#first) return;
    if (this.#head) {
      this.#locateSecond();
      for (const place of this.#places()) {
        const head = this.#head;
        this.#try(place, () => {
          place.head(head);
          place.line(head);
        });
      }
    }
    for (const place of this.#places()) place.close();
    this.#owed = 'none';
    this.#head = null;
  }

  /** Waits until the second folder has what it is owed (tests, and a shell that wants to quit politely). */
  async settled(): Promise<void> {
    while (this.#flushing !== null) await this.#flushing;
  }

  #places(): AnchorPlace[] {
    return [this.#first, this.#second].filter((place) => place !== null);
  }

  /** A permanent line beside the database now, in the second folder soon. */
  #line(): void {
    const head = this.#head!;
    const first = this.#first!;
    this.#kept = head.seq;
    this.#try(first, () => {
      first.head(head);
      first.line(head);
    });
    this.#owe('line');
  }

  /** Coalesces: whatever commits while a write is under way costs one more write. */
  #owe(what: 'head' | 'line'): void {
    if (this.#owed !== 'line') this.#owed = what;
    this.#flushing ??= this.#flush().finally(() => {
      this.#flushing = null;
    });
  }

  async #flush(): Promise<void> {
    // The command that just committed answers first.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#owed !== 'none' && this.#head) {
      const owed = this.#owed;
      const head = this.#head;
      this.#owed = 'none';
      this.#locateSecond();
      if (!this.#second) continue;
      try {
        await this.#second.write(head, owed === 'line');
        this.banners.delete('anchors.secondMissing');
      } catch {
        this.banners.add('anchors.secondMissing');
      }
    }
  }

  /** The second folder as the settings say now (it may be changed, unplugged and plugged in again at any time). */
  #locateSecond(): void {
    const path = this.#db.open ? secondFolder(this.#db) : this.#secondPath;
    const id = this.#db.open ? chainId(this.#db) : null;
    if (path === this.#secondPath && this.#second) return;
    this.#secondPath = path;
    this.#second?.close();
    this.#second = null;
    if (path === null || id === null) return;
    const places = secondPlaces(path, id);
    if (places === null) this.banners.add('anchors.secondMissing');
    else
      this.#second =
        places[0] ?? AnchorPlace.named(path, setting<{ name?: string }>(this.#db, 'office')?.name ?? '', id);
  }

  #try(place: AnchorPlace, work: () => void): void {
    try {
      work();
    } catch {
      this.banners.add(place === this.#first ? 'anchors.missing' : 'anchors.secondMissing');
    }
  }
}
