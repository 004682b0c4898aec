import { resolve } from 'node:path';
import { passphraseHolder } from '../../backup/keys';
import { backupName, makeBackup } from '../../backup/write';
import { openRaw } from '../../db/open';
import { folder, need, readWords } from '../arguments';
import { CannotDo, type Command } from '../command';
import { meter } from '../io';
import { databaseIn } from '../office';
import { readPassphrase } from '../passphrase';

/** Makes an encrypted backup of an office, also while the app has it open. */
export const backup: Command = {
  help: `backup --data DIR --to DIR2 --passphrase-file F

Makes one encrypted file of the whole office (database, photos, counts, the chain's end), reads it back and compares it, and only then
gives it its name. The office may be open meanwhile.

  --data DIR           folder of the office
  --to DIR2            folder for the backup: another disk or a stick
  --passphrase-file F  file whose first line is the passphrase, at least 15 characters`,

  async run(args, io) {
    const words = readWords(args, ['data', 'to', 'passphrase-file']);
    const dataDir = folder(words);
    const to = resolve(need(words, 'to'));
    const passphrase = readPassphrase(words);
    const databasePath = databaseIn(dataDir);
    const madeAt = io.now();
    const made = makeBackup(
      {
        dataDir,
        folder: to,
        madeAt,
        name: backupName(madeAt),
        passphrase: await passphraseHolder(passphrase),
        recovery: recoveryOf(databasePath),
      },
      meter(io, 'backup'),
    );
    if (!made) throw new CannotDo('cancelled', 'Cancelled.');
    const { path, bytes, sha256, manifest } = made;
    io.say(`${path}: ${(bytes / 1e6).toFixed(1)} MB, read back and proven.`);
    return { ok: true, path, bytes, sha256, manifest };
  },
};

/** The public half of the office's printed recovery key; null when it has none. */
function recoveryOf(databasePath: string): string | null {
  const raw = openRaw(databasePath, 'readonly');
  try {
    const value = raw.prepare("SELECT value FROM settings WHERE key = 'backup'").pluck().get() as
      | string
      | undefined;
    return value ? ((JSON.parse(value) as { recovery?: string | null }).recovery ?? null) : null;
  } finally {
    raw.close();
  }
}
