import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkBackup } from '../../backup/check';
import { BackupRefused } from '../../backup/refused';
import { need, readWords } from '../arguments';
import type { Command } from '../command';
import { readSecret } from '../passphrase';

/** Reads a backup whole and says what it holds; writes nothing. */
export const backupCheck: Command = {
  help: `backup-check --file B --passphrase-file F

Reads a backup from its first byte to its last and holds all of it against its seals and its manifest. Exit code 1 and a reason when it
is not whole, not ours, or the passphrase does not open it.

  --file B             the backup
  --passphrase-file F  file whose first line is the passphrase or the printed recovery key`,

  async run(args, io) {
    const words = readWords(args, ['file', 'passphrase-file']);
    const path = resolve(need(words, 'file'));
    if (!existsSync(path)) throw new BackupRefused('fileMissing', { path });
    const checked = await checkBackup(path, readSecret(words));
    const { manifest, sha256, bytes } = checked!;
    io.say(
      `${manifest.office}, ${manifest.madeAt}: ${manifest.counts.journal} journal lines, ${manifest.attachments.files} photos; whole.`,
    );
    return { ok: true, path, bytes, sha256, manifest };
  },
};
