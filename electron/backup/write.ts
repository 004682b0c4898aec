import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import Database from 'better-sqlite3';
import { dayTimeOf } from '../../shared/dates';
import { DATABASE_NAME } from '../db/office-file';
import { openRaw } from '../db/open';
import { fsyncPath } from '../db/safe-copy';
import { attachmentPath } from '../db/verify-file';
import { DATABASE_IN_BACKUP, END, fileHead, MANIFEST_NAME } from './archive';
import { checkWith } from './check';
import { lockFor, type PassphraseHolder, type PublicHalf } from './keys';
import { describe, type Manifest, Sum } from './manifest';
import { BackupRefused } from './refused';
import { FORMAT, SealedWriter } from './sealed-file';

/** Ending of every backup's name. */
export const ENDING = '.deskbook';

/** `前台簿-20261127-1830-05`: the office's wall clock, so that a folder of backups sorts itself. */
export function backupName(madeAt: string): string {
  const [day = '', time = ''] = dayTimeOf(madeAt).split(' ');
  return `前台簿-${day.replaceAll('-', '')}-${time.replace(':', '')}-${madeAt.slice(17, 19)}`;
}

export interface BackupOrder {
  dataDir: string;
  /** Where the backup goes: a folder of another disk or a stick. */
  folder: string;
  /** ISO instant; names the file by the office's wall clock. */
  madeAt: string;
  /** File name without ending, e.g. `前台簿-20261127-1830`. */
  name: string;
  passphrase: PassphraseHolder;
  recovery: PublicHalf | null;
}
export interface BackupMade {
  path: string;
  bytes: number;
  sha256: string;
  manifest: Manifest;
}
export type Progress = (done: number, total: number) => void;

const PIECE = 1024 * 1024;
/** FAT32 ends here; a stick so formatted takes no bigger file. */
const FAT_LIMIT = 4 * 1024 ** 3 - 1;
const FAT_TYPE = 0x4d44;

/**
 * Makes an encrypted backup (S101): snapshot → `.partial` → fsync → read back and compared → rename → fsync of the folder. A
 * file with the final name is whole and proven, whenever the stick is pulled (trust.md B1). Answers null when cancelled.
 * Errors: BackupRefused; the file system's own.
 */
export function makeBackup(
  order: BackupOrder,
  onProgress: Progress = () => {},
  cancelled: () => boolean = () => false,
): BackupMade | null {
  const folder = resolve(order.folder);
  assertFolder(folder, order.dataDir);
  const path = join(folder, `${order.name}${ENDING}`);
  if (existsSync(path)) throw new BackupRefused('fileExists', { name: `${order.name}${ENDING}` });
  const work = join(order.dataDir, 'backup-work');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const partial = `${path}.partial`;
  try {
    const made = written(order, work, partial, onProgress, cancelled);
    if (!made) return null;
    renameSync(partial, path);
    fsyncPath(folder);
    return { ...made, path };
  } finally {
    rmSync(partial, { force: true });
    rmSync(work, { recursive: true, force: true });
  }
}

function written(
  order: BackupOrder,
  work: string,
  partial: string,
  onProgress: Progress,
  cancelled: () => boolean,
): Omit<BackupMade, 'path'> | null {
  const snapshot = snapshotOf(order.dataDir, work);
  const photos = photosOf(snapshot.db, order.dataDir);
  const photoBytes = photos.reduce((sum, photo) => sum + photo.size, 0);
  const total = 3 * snapshot.size + 2 * photoBytes;
  assertRoom(partial, snapshot.size + photoBytes);
  let done = 0;
  const step = (n: number): boolean => {
    done += n;
    onProgress(Math.min(done, total), total);
    return cancelled();
  };
  try {
    const sum = new Sum();
    if (!pieces(snapshot.path, (piece) => sum.add(piece), step)) return null;
    const manifest = describe(snapshot.db, sum.hex(), {
      madeAt: order.madeAt,
      attachments: { files: photos.length, bytes: photoBytes },
    });
    const key = randomBytes(32);
    const keys = lockFor(key, order.passphrase, order.recovery);
    rmSync(partial, { force: true });
    const out = new SealedWriter(partial, { format: FORMAT, madeAt: order.madeAt, keys }, key);
    let closed = false;
    try {
      const told = Buffer.from(JSON.stringify(manifest));
      out.write(fileHead(MANIFEST_NAME, told.length));
      out.write(told);
      out.write(fileHead(DATABASE_IN_BACKUP, snapshot.size));
      if (!pieces(snapshot.path, (piece) => out.write(piece), step)) return null;
      for (const photo of photos) {
        out.write(fileHead(photo.name, photo.size));
        if (!pieces(photo.path, (piece) => out.write(piece), step)) return null;
      }
      out.write(END);
      const sha256 = out.done();
      closed = true;
      const checked = checkWith(partial, key, step);
      if (checked === null) return null;
      if (checked.sha256 !== sha256) throw new BackupRefused('damaged', {}, 'read back differently');
      return { bytes: out.bytes, sha256, manifest };
    } finally {
      if (!closed) out.close();
    }
  } finally {
    snapshot.db.close();
  }
}

/** A plain copy of the moment, in the data folder (the same disk, the same protection as the database itself). */
function snapshotOf(dataDir: string, work: string): { path: string; size: number; db: Database.Database } {
  const path = join(work, 'snapshot.sqlite');
  const source = openRaw(join(dataDir, DATABASE_NAME), 'readonly');
  try {
    source.prepare('VACUUM INTO ?').run(path);
  } finally {
    source.close();
  }
  return { path, size: statSync(path).size, db: new Database(path, { readonly: true }) };
}

/** The photos the snapshot names, with where they lie. Errors: BackupRefused `attachmentMissing`. */
function photosOf(db: Database.Database, dataDir: string): { name: string; path: string; size: number }[] {
  const names = db.prepare('SELECT sha256 FROM attachments ORDER BY sha256').pluck().all() as string[];
  return names.flatMap((sha256) => {
    const path = attachmentPath(dataDir, sha256);
    // A photo whose retention ran out is gone from the folder and keeps its row.
    if (!existsSync(path)) return [];
    const name = relative(dataDir, path).split(sep).join('/');
    return [{ name, path, size: statSync(path).size }];
  });
}

/** Reads a file piece by piece; false when `step` says to stop. */
function pieces(path: string, each: (piece: Buffer) => void, step: (n: number) => boolean): boolean {
  const fd = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(PIECE);
    for (;;) {
      const n = readSync(fd, buffer, 0, PIECE, null);
      if (n === 0) return true;
      each(buffer.subarray(0, n));
      if (step(n)) return false;
    }
  } finally {
    closeSync(fd);
  }
}

function assertFolder(folder: string, dataDir: string): void {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new BackupRefused('folderMissing', { folder });
  const inside = relative(resolve(dataDir), folder);
  if (inside === '' || (!inside.startsWith('..') && !inside.includes(':')))
    throw new BackupRefused('insideOffice', { folder });
}

function assertRoom(partial: string, bytes: number): void {
  const { bavail, bsize, type } = statfsSync(join(partial, '..'));
  const free = bavail * bsize;
  const needed = Math.ceil(bytes * 1.001) + 1024 * 1024;
  if (free < needed) throw new BackupRefused('noSpace', { free: megabytes(free), needed: megabytes(needed) });
  if (type === FAT_TYPE && needed > FAT_LIMIT) throw new BackupRefused('tooBigForDisk', {});
}
const megabytes = (bytes: number): number => Math.ceil(bytes / 1e6);
