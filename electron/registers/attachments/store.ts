import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/**
 * Photos by content: `attachments/<first 2 hex>/<sha256>.jpg` in the data folder. The name is computed here from the
 * bytes, or checked to be 64 hex digits; no path ever comes from outside (trust.md F8).
 */

/** Offices without a folder (tests) keep their photos here; names are contents, so offices cannot disturb each other. */
const inMemory = new Map<string, Uint8Array<ArrayBuffer>>();
const MEMORY = ':memory:';

export const nameOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Start of image and its first marker: what the page's encoder makes, and nothing else, is taken. */
export const isJpeg = (bytes: Uint8Array): boolean =>
  bytes.length > 4 && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;

/** Where a photo of this name lies. Throws when the name is none. */
export function photoPath(dataDir: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not the name of an attachment');
  return join(dataDir, 'attachments', sha256.slice(0, 2), `${sha256}.jpg`);
}

/** Stores a photo durably before its row is written: temp file, fsync, rename, fsync of the folder. Sound files stay as they are. */
export function storePhoto(dataDir: string, sha256: string, bytes: Uint8Array): void {
  if (dataDir === MEMORY) {
    inMemory.set(sha256, Uint8Array.from(bytes));
    return;
  }
  const path = photoPath(dataDir, sha256);
  if (existsSync(path) && nameOf(readFileSync(path)) === sha256) return;
  const folder = join(path, '..');
  mkdirSync(folder, { recursive: true });
  const temp = `${path}.${process.pid}.part`;
  const fd = openSync(temp, 'w');
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(fd, bytes, written);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameSync(temp, path);
  syncFolder(folder);
  syncFolder(join(folder, '..'));
}

/** The photo's bytes; null when the file is gone. */
export function readPhoto(dataDir: string, sha256: string): Uint8Array<ArrayBuffer> | null {
  if (dataDir === MEMORY) return inMemory.get(sha256) ?? null;
  const path = photoPath(dataDir, sha256);
  return existsSync(path) ? new Uint8Array(readFileSync(path)) : null;
}

/** Makes a rename durable. Windows has no handle on folders and needs none: NTFS journals the name itself. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
