import { DATABASE_IN_BACKUP, type FileIn, filesIn, MANIFEST_NAME, photoIn } from './archive';
import { unlockWith } from './keys';
import { type Manifest, manifest, Sum } from './manifest';
import { BackupRefused } from './refused';
import { SealedReader } from './sealed-file';

/** What a whole, proven backup is. */
export interface Checked {
  manifest: Manifest;
  /** SHA-256 of the file itself, hex. */
  sha256: string;
  bytes: number;
}

/** Where the files of a backup go; nowhere for a mere check. */
export interface Sink {
  /** Called once per file, before its bytes. */
  open(name: string): void;
  write(piece: Buffer): void;
  close(): void;
}

/** Reads the key and the manifest only: what a backup holds, before anything is done with it. Errors: BackupRefused. */
export async function peek(path: string, secret: string): Promise<{ manifest: Manifest; key: Buffer }> {
  const reader = new SealedReader(path);
  try {
    const key = await unlockWith(secret, reader.head.keys);
    if (!key) throw new BackupRefused('wrongSecret');
    const first = filesIn(reader.chunks(key)).next().value as FileIn | undefined;
    return { manifest: manifestIn(first), key };
  } finally {
    reader.close();
  }
}

/** Reads a backup whole and holds every byte against its seals, its manifest and the photos' names. Errors: BackupRefused. */
export async function checkBackup(
  path: string,
  secret: string,
  step: (bytes: number) => boolean = () => false,
): Promise<Checked | null> {
  const { key } = await peek(path, secret);
  return checkWith(path, key, step);
}

/** The same by the backup's own key. `step` is told bytes and may stop it: then null. `sink` receives the files, `read` first the manifest. */
export function checkWith(
  path: string,
  key: Buffer,
  step: (bytes: number) => boolean = () => false,
  sink: Sink | null = null,
  read: (told: Manifest) => void = () => {},
): Checked | null {
  const reader = new SealedReader(path);
  try {
    let told: Manifest | null = null;
    let database: { sha256: string; bytes: number } | null = null;
    const photos = { files: 0, bytes: 0 };
    for (const file of filesIn(reader.chunks(key))) {
      if (told === null) {
        told = manifestIn(file);
        read(told);
        continue;
      }
      const seen = copied(file, step, sink);
      if (seen === null) return null;
      const photo = photoIn(file.name);
      if (file.name === DATABASE_IN_BACKUP && database === null) database = seen;
      else if (photo !== null && photo === seen.sha256) {
        photos.files += 1;
        photos.bytes += seen.bytes;
      } else throw new BackupRefused('damaged', {}, file.name);
    }
    if (!told || !database) throw new BackupRefused('damaged', {}, 'no manifest or no database');
    if (database.sha256 !== told.database.sha256 || database.bytes !== told.database.bytes)
      throw new BackupRefused('damaged', {}, 'the database is not the one of the manifest');
    if (photos.files !== told.attachments.files || photos.bytes !== told.attachments.bytes)
      throw new BackupRefused('damaged', {}, 'the photos are not those of the manifest');
    return { manifest: told, sha256: reader.sha256!, bytes: reader.bytes };
  } finally {
    reader.close();
  }
}

function copied(
  file: FileIn,
  step: (bytes: number) => boolean,
  sink: Sink | null,
): { sha256: string; bytes: number } | null {
  const sum = new Sum();
  sink?.open(file.name);
  try {
    for (const piece of file.bytes) {
      sum.add(piece);
      sink?.write(piece);
      if (step(piece.length)) return null;
    }
  } finally {
    sink?.close();
  }
  return { sha256: sum.hex(), bytes: sum.bytes };
}

function manifestIn(file: FileIn | undefined): Manifest {
  if (file?.name !== MANIFEST_NAME) throw new BackupRefused('damaged', {}, 'no manifest');
  let text: unknown;
  try {
    text = JSON.parse(Buffer.concat([...file.bytes]).toString('utf8'));
  } catch {
    throw new BackupRefused('damaged', {}, 'the manifest cannot be read');
  }
  const read = manifest.safeParse(text);
  if (!read.success) throw new BackupRefused('damaged', {}, 'the manifest is not one');
  return read.data;
}
