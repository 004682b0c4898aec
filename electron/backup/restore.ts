import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { newestAnchor } from '../db/anchors';
import { headOf } from '../db/journal';
import { HEAD_VERSION } from '../db/migrate';
import { DATABASE_NAME } from '../db/office-file';
import { fsyncPath } from '../db/safe-copy';
import { verifyOffice } from '../db/verify';
import { checkWith, type Sink } from './check';
import { differsFrom, type Manifest } from './manifest';
import { BackupRefused } from './refused';
import type { Progress } from './write';

/**
 * Putting a backup back (S101, trust.md B2), in two steps. *Staging* writes and proves everything in a folder of its own beside
 * the living office; then one small file, the intent, decides. *Finishing* only renames and can be done again after a crash at any
 * point: before the intent the office is the old one, after it the new one. What was there before is kept in `aside/`.
 */
export const ROOM = 'restore-work';
const INTENT = 'restore-intent.json';
const DONE = 'restored.json';
const ASIDE = 'aside';
const PHOTOS = 'attachments';
/** The database and what SQLite keeps beside it. */
const FILES = [DATABASE_NAME, `${DATABASE_NAME}-wal`, `${DATABASE_NAME}-shm`] as const;

/** What decides about a restore, and what the journal says about it afterwards. */
export interface Restored {
  /** ISO instant of the decision. */
  at: string;
  by: { id: string; name: string };
  second: { id: string; name: string } | null;
  /** The backup that was put back: its instant, its file's digest, the end of its chain. */
  madeAt: string;
  sha256: string;
  head: { seq: number; hash: string };
  /** The end of the chain that was put aside; null when there was none or it could not be read. */
  replaced: { seq: number; hash: string } | null;
  /** Name of the folder below `aside/`. */
  aside: string;
}
export interface Staged {
  manifest: Manifest;
  sha256: string;
  /** What the verifier found in the staged office; nothing for a sound one. */
  problems: number;
}

/** Writes a backup's files below `room` and brings them onto the disk. */
class Room implements Sink {
  readonly #dir: string;
  #fd: number | null = null;
  readonly #folders = new Set<string>();
  constructor(dir: string) {
    this.#dir = dir;
    this.#folder(dir);
  }
  open(name: string): void {
    const path = join(this.#dir, name);
    this.#folder(dirname(path));
    this.#fd = openSync(path, 'wx', 0o600);
  }
  write(piece: Buffer): void {
    for (let at = 0; at < piece.length; ) at += writeSync(this.#fd!, piece, at);
  }
  close(): void {
    fsyncSync(this.#fd!);
    closeSync(this.#fd!);
  }
  /** Names are on the disk too. */
  settle(): void {
    for (const folder of [...this.#folders].reverse()) fsyncPath(folder);
  }
  #folder(path: string): void {
    if (this.#folders.has(path)) return;
    mkdirSync(path, { recursive: true });
    this.#folders.add(path);
  }
}

/**
 * Unpacks a backup into `room` and proves it: seals, manifest, counts, chain. Answers null when cancelled.
 * Errors: BackupRefused `newerProgram`, `damaged` and all of reading.
 */
export function unpack(
  path: string,
  key: Buffer,
  room: string,
  onProgress: Progress = () => {},
  cancelled: () => boolean = () => false,
): Staged | null {
  rmSync(room, { recursive: true, force: true });
  const sink = new Room(room);
  let done = 0;
  let total = 1;
  const step = (n: number): boolean => {
    done += n;
    // Proving takes about as long as unpacking.
    onProgress(Math.min(done, total), 2 * total);
    return cancelled();
  };
  const seen = checkWith(path, key, step, sink, (told) => {
    if (told.schema > HEAD_VERSION)
      throw new BackupRefused('newerProgram', { schema: told.schema, program: HEAD_VERSION });
    total = Math.max(1, told.database.bytes + told.attachments.bytes);
  });
  if (seen === null) return null;
  sink.settle();
  const db = new Database(join(room, DATABASE_NAME), { readonly: true });
  try {
    const difference = differsFrom(db, seen.manifest);
    if (difference) throw new BackupRefused('damaged', {}, difference);
  } finally {
    db.close();
  }
  const verdict = verifyOffice(room, (part, whole) =>
    onProgress(total + Math.floor((total * part) / Math.max(1, whole)), 2 * total),
  );
  return { manifest: seen.manifest, sha256: seen.sha256, problems: verdict.problems.length };
}

/** Stages a backup beside the office of `dataDir`. The living office is not touched. */
export function stage(
  dataDir: string,
  path: string,
  key: Buffer,
  onProgress?: Progress,
  cancelled?: () => boolean,
): Staged | null {
  mkdirSync(dataDir, { recursive: true });
  const staged = unpack(path, key, join(dataDir, ROOM), onProgress, cancelled);
  if (staged === null) unstage(dataDir);
  return staged;
}

/** Takes a staged backup away again. */
export const unstage = (dataDir: string): void =>
  rmSync(join(dataDir, ROOM), { recursive: true, force: true });

/** The end of the living office's chain, as far as it can still be told: its journal, or else its newest anchor. */
export function livingHead(dataDir: string): { seq: number; hash: string } | null {
  const anchor = newestAnchor(dataDir);
  const path = join(dataDir, DATABASE_NAME);
  if (!existsSync(path)) return anchor;
  try {
    const db = new Database(path, { readonly: true });
    try {
      const { seq, hash } = headOf(db);
      return anchor && anchor.seq > seq ? anchor : { seq, hash };
    } finally {
      db.close();
    }
  } catch {
    return anchor;
  }
}

/** Decides: from here on the staged office is the office. The next opening, or `finishRestore`, puts it in place. */
export function decide(dataDir: string, restored: Omit<Restored, 'aside'>): void {
  const aside = restored.at.replace(/[^0-9]/g, '').slice(0, 14);
  const path = join(dataDir, INTENT);
  const fd = openSync(`${path}.part`, 'w');
  try {
    writeSync(fd, JSON.stringify({ ...restored, aside }));
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameSync(`${path}.part`, path);
  fsyncPath(dataDir);
}

/**
 * Finishes a decided restore; nothing to do without one. Nobody may have the office open. Every step can be done again, so a crash
 * in the middle is made good by the next call.
 */
export function finishRestore(dataDir: string): void {
  const intent = join(dataDir, INTENT);
  if (!existsSync(intent)) return;
  const { aside } = JSON.parse(readFileSync(intent, 'utf8')) as Restored;
  const room = join(dataDir, ROOM);
  const staged = join(room, DATABASE_NAME);
  if (existsSync(staged)) {
    addPhotos(join(room, PHOTOS), join(dataDir, PHOTOS));
    const kept = join(dataDir, ASIDE, aside);
    mkdirSync(kept, { recursive: true });
    for (const name of FILES)
      if (existsSync(join(dataDir, name))) renameSync(join(dataDir, name), join(kept, name));
    fsyncPath(kept);
    fsyncPath(join(dataDir, ASIDE));
    renameSync(staged, join(dataDir, DATABASE_NAME));
    fsyncPath(dataDir);
  }
  renameSync(intent, join(dataDir, DONE));
  fsyncPath(dataDir);
  rmSync(room, { recursive: true, force: true });
}

/** Photos are named by their content: those that are there already are the same, and none is taken away. */
function addPhotos(from: string, to: string): void {
  if (!existsSync(from)) return;
  for (const part of readdirSync(from)) {
    mkdirSync(join(to, part), { recursive: true });
    for (const name of readdirSync(join(from, part)))
      if (!existsSync(join(to, part, name))) renameSync(join(from, part, name), join(to, part, name));
    fsyncPath(join(to, part));
  }
  fsyncPath(to);
}

/** A restore that the journal has not been told of yet; null when there is none. */
export function untoldRestore(dataDir: string): Restored | null {
  const path = join(dataDir, DONE);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Restored) : null;
}
/** The journal knows now. */
export const restoreTold = (dataDir: string): void => rmSync(join(dataDir, DONE), { force: true });
