import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import type { LockedKey } from './keys';
import { BackupRefused } from './refused';

/**
 * The shell of a backup: a readable head and AES-256-GCM in chunks. Each chunk's tag covers the head, the chunk's place and
 * whether it is the last, so no byte can be changed, moved or cut off unseen. Nothing decrypted is handed on before its tag fits.
 *
 *   `DESKBOOK-BACKUP\n` · u32 length · head (JSON) · chunks: u32 plain length · u8 last · cipher text · 16-byte tag
 */
const MAGIC = Buffer.from('DESKBOOK-BACKUP\n');
export const FORMAT = 1;
/** Plain bytes of a chunk. */
const CHUNK = 1024 * 1024;
const TAG = 16;
const MOST_HEAD = 64 * 1024;

/** What anybody may read of a backup without a secret. */
export interface Head {
  format: number;
  /** ISO instant. */
  madeAt: string;
  keys: LockedKey[];
}

const nonceOf = (no: number): Buffer => {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(no), 4);
  return nonce;
};
const aadOf = (headHash: Buffer, no: number, last: boolean): Buffer =>
  Buffer.concat([headHash, nonceOf(no), Buffer.from([last ? 1 : 0])]);

/** Writes a sealed file. `done()` also brings it onto the disk; without it the file is worthless, and reads as cut short. */
export class SealedWriter {
  readonly #fd: number;
  readonly #key: Buffer;
  readonly #headHash: Buffer;
  readonly #sha = createHash('sha256');
  #waiting: Buffer[] = [];
  #size = 0;
  #no = 0;
  /** Bytes of the file so far. */
  bytes = 0;

  /** `path` must not exist yet. `key`: 32 bytes, never used for another file. */
  constructor(path: string, head: Head, key: Buffer) {
    this.#fd = openSync(path, 'wx', 0o600);
    this.#key = key;
    const text = Buffer.from(JSON.stringify(head));
    this.#headHash = createHash('sha256').update(text).digest();
    const length = Buffer.alloc(4);
    length.writeUInt32BE(text.length);
    this.#put(Buffer.concat([MAGIC, length, text]));
  }
  write(bytes: Uint8Array): void {
    this.#waiting.push(Buffer.from(bytes));
    this.#size += bytes.length;
    while (this.#size > CHUNK) {
      const all = this.#waiting.length === 1 ? this.#waiting[0]! : Buffer.concat(this.#waiting);
      this.#chunk(all.subarray(0, CHUNK), false);
      this.#waiting = [all.subarray(CHUNK)];
      this.#size = all.length - CHUNK;
    }
  }
  /** Writes the last chunk and waits for the disk. Answers the SHA-256 of the whole file, hex. */
  done(): string {
    this.#chunk(Buffer.concat(this.#waiting), true);
    fsyncSync(this.#fd);
    this.close();
    return this.#sha.digest('hex');
  }
  close(): void {
    closeSync(this.#fd);
  }
  #chunk(plain: Buffer, last: boolean): void {
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonceOf(this.#no));
    cipher.setAAD(aadOf(this.#headHash, this.#no, last));
    const head = Buffer.alloc(5);
    head.writeUInt32BE(plain.length);
    head[4] = last ? 1 : 0;
    this.#put(Buffer.concat([head, cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
    this.#no += 1;
  }
  #put(bytes: Buffer): void {
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#fd, bytes, at);
    this.#sha.update(bytes);
    this.bytes += bytes.length;
  }
}

/** Reads a sealed file. Errors: BackupRefused `notABackup`, `newerFormat`, `damaged`, `cutShort`. */
export class SealedReader {
  readonly #fd: number;
  readonly #headHash: Buffer;
  readonly #sha = createHash('sha256');
  readonly head: Head;
  /** SHA-256 of the whole file; known once `chunks` has come to its end. */
  sha256: string | null = null;
  /** Bytes read so far. */
  bytes = 0;

  constructor(path: string) {
    this.#fd = openSync(path, 'r');
    try {
      const start = this.#take(MAGIC.length + 4);
      if (!start?.subarray(0, MAGIC.length).equals(MAGIC)) throw new BackupRefused('notABackup');
      const length = start.readUInt32BE(MAGIC.length);
      const text = length > MOST_HEAD ? null : this.#take(length);
      if (!text) throw new BackupRefused('notABackup');
      this.#headHash = createHash('sha256').update(text).digest();
      this.head = headIn(text);
    } catch (error) {
      this.close();
      throw error;
    }
  }
  /** The plain text, piece by piece, each proven before it is handed out. */
  *chunks(key: Buffer): Generator<Buffer> {
    for (let no = 0; ; no += 1) {
      const start = this.#take(5);
      if (!start) throw new BackupRefused('cutShort');
      const length = start.readUInt32BE(0);
      const last = start[4] === 1;
      if (length > CHUNK || start[4]! > 1) throw new BackupRefused('damaged', {}, `chunk ${no}`);
      const body = this.#take(length + TAG);
      if (!body) throw new BackupRefused('cutShort');
      yield this.#opened(body, key, no, last);
      if (last) break;
    }
    if (this.#take(1)) throw new BackupRefused('damaged', {}, 'bytes after the end');
    this.sha256 = this.#sha.digest('hex');
  }
  close(): void {
    closeSync(this.#fd);
  }
  #opened(body: Buffer, key: Buffer, no: number, last: boolean): Buffer {
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(no));
      decipher.setAAD(aadOf(this.#headHash, no, last));
      decipher.setAuthTag(body.subarray(-TAG));
      return Buffer.concat([decipher.update(body.subarray(0, -TAG)), decipher.final()]);
    } catch {
      throw new BackupRefused('damaged', {}, `chunk ${no}`);
    }
  }
  /** Exactly so many bytes; null when the file ends before. */
  #take(length: number): Buffer | null {
    const bytes = Buffer.alloc(length);
    let got = 0;
    while (got < length) {
      const n = readSync(this.#fd, bytes, got, length - got, null);
      if (n === 0) break;
      got += n;
    }
    this.#sha.update(bytes.subarray(0, got));
    this.bytes += got;
    return got === length ? bytes : null;
  }
}

function headIn(text: Buffer): Head {
  let head: Partial<Head> | null;
  try {
    head = JSON.parse(text.toString('utf8')) as Partial<Head> | null;
  } catch {
    throw new BackupRefused('notABackup');
  }
  if (typeof head?.format !== 'number' || !Array.isArray(head.keys) || typeof head.madeAt !== 'string')
    throw new BackupRefused('notABackup');
  if (head.format > FORMAT) throw new BackupRefused('newerFormat', { format: head.format });
  return head as Head;
}
