import { InvalidField, Refusal } from '../../../shared/result';
import type { HandlersFor } from '../handlers';
import { isJpeg, nameOf, readPhoto, storePhoto } from './store';

/** Photos of entries (Q12: local files, hashed, inside the data folder). */
export const attachmentHandlers: HandlersFor<'attachments'> = {
  /** Stores one JPEG. The same picture again is the same file: only the happening is noted. Errors: InvalidField `photo.notJpeg`. */
  async put({ bytes, width, height }, { db, journal, now, dataDir }) {
    if (!isJpeg(bytes)) throw new InvalidField('bytes', 'photo.notJpeg');
    const sha256 = nameOf(bytes);
    // The file first: a row may never name a photo that a power cut took away.
    storePhoto(dataDir, sha256, bytes);
    const known = await db
      .selectFrom('attachments')
      .select('sha256')
      .where('sha256', '=', sha256)
      .executeTakeFirst();
    if (known) journal.note('attachments', sha256, { kind: 'CHANGE', facts: { again: true } });
    else journal.create('attachments', { sha256, bytes: bytes.byteLength, width, height, addedAt: now });
    return { sha256 };
  },

  /** Errors: Refusal `notFound` for a name no row knows; `attachments.missing` or `attachments.damaged` when the file does not fit it. */
  async read({ sha256 }, { db, door }) {
    const row = await db
      .selectFrom('attachments')
      .select('sha256')
      .where('sha256', '=', sha256)
      .executeTakeFirst();
    if (!row) throw new Refusal('notFound');
    const bytes = readPhoto(door.deps.file.dataDir, sha256);
    if (!bytes) throw new Refusal('attachments.missing');
    if (nameOf(bytes) !== sha256) throw new Refusal('attachments.damaged');
    return { bytes };
  },
};
