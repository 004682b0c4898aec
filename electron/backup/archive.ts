import { BackupRefused } from './refused';

/**
 * Files one after the other in the plain text of a backup: u16 length of the name · name · u48 length · bytes; a name of length
 * nought ends it. Names are our own: `manifest.json`, `deskbook.sqlite`, `attachments/ab/….jpg`; nothing else is taken back
 * (trust.md F8), so no name can lead outside the folder.
 */
export const MANIFEST_NAME = 'manifest.json';
export const DATABASE_IN_BACKUP = 'deskbook.sqlite';
const PHOTO = /^attachments\/([0-9a-f]{2})\/(\1[0-9a-f]{62})\.jpg$/;

/** Head of one file. */
export function fileHead(name: string, size: number): Buffer {
  const text = Buffer.from(name);
  const head = Buffer.alloc(8);
  head.writeUInt16BE(text.length, 0);
  head.writeUIntBE(size, 2, 6);
  return Buffer.concat([head.subarray(0, 2), text, head.subarray(2)]);
}
/** What follows the last file. */
export const END = Buffer.alloc(2);

/** A photo's content hash; null for a name that is no photo's. */
export const photoIn = (name: string): string | null => PHOTO.exec(name)?.[2] ?? null;

export interface FileIn {
  name: string;
  size: number;
  /** Its bytes; must be read to the end before the next file. */
  bytes: Generator<Buffer>;
}

/** Takes the plain text apart. Errors: BackupRefused `damaged` for what is no archive of ours. */
export function* filesIn(chunks: Generator<Buffer>): Generator<FileIn> {
  let rest: Buffer = Buffer.alloc(0);
  const more = (): boolean => {
    const next = chunks.next();
    if (next.done) return false;
    rest = rest.length === 0 ? next.value : Buffer.concat([rest, next.value]);
    return true;
  };
  const take = (length: number): Buffer => {
    while (rest.length < length)
      if (!more()) throw new BackupRefused('damaged', {}, 'the archive ends too early');
    const piece = rest.subarray(0, length);
    rest = rest.subarray(length);
    return piece;
  };
  for (;;) {
    const nameLength = take(2).readUInt16BE(0);
    if (nameLength === 0) break;
    const name = take(nameLength).toString('utf8');
    const size = take(6).readUIntBE(0, 6);
    if (name !== MANIFEST_NAME && name !== DATABASE_IN_BACKUP && photoIn(name) === null)
      throw new BackupRefused('damaged', {}, 'a file that does not belong there');
    let left = size;
    yield {
      name,
      size,
      bytes: (function* () {
        while (left > 0) {
          if (rest.length === 0 && !more()) throw new BackupRefused('damaged', {}, `${name} ends too early`);
          const piece = rest.subarray(0, left);
          rest = rest.subarray(piece.length);
          left -= piece.length;
          yield piece;
        }
      })(),
    };
    if (left > 0) throw new BackupRefused('damaged', {}, `${name} was not read`);
  }
  // Read to the end: only the last chunk proves that nothing was cut off.
  do {
    if (rest.length > 0) throw new BackupRefused('damaged', {}, 'bytes after the last file');
  } while (more());
}
