import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { assertAlone } from '../../backup/alone';
import { peek } from '../../backup/check';
import { BackupRefused } from '../../backup/refused';
import { decide, finishRestore, livingHead, stage, unstage } from '../../backup/restore';
import { folder, need, readWords } from '../arguments';
import { CannotDo, type Command } from '../command';
import { meter } from '../io';
import { readSecret } from '../passphrase';

/** Puts a backup in place of an office, or into an empty folder. */
export const restore: Command = {
  help: `restore --file B --data DIR --passphrase-file F

Unpacks a backup beside the office, proves it, and puts it in the office's place. What was there before is kept in DIR/aside. Refused while
the app has the office open. Exit code 1 and a reason when refused; the office is then as it was.

  --file B             the backup
  --data DIR           folder of the office; made when it is not there
  --passphrase-file F  file whose first line is the passphrase or the printed recovery key`,

  async run(args, io) {
    const words = readWords(args, ['file', 'data', 'passphrase-file']);
    const path = resolve(need(words, 'file'));
    const dataDir = folder(words);
    if (!existsSync(path)) throw new BackupRefused('fileMissing', { path });
    const { key } = await peek(path, readSecret(words));
    assertAlone(dataDir);
    const staged = stage(dataDir, path, key, meter(io, 'restore'));
    if (!staged) throw new CannotDo('cancelled', 'Cancelled.');
    try {
      assertAlone(dataDir);
    } catch (error) {
      unstage(dataDir);
      throw error;
    }
    const { manifest, sha256, problems } = staged;
    decide(dataDir, {
      at: io.now(),
      by: { id: 'commandLine', name: '命令行' },
      second: null,
      madeAt: manifest.madeAt,
      sha256,
      head: manifest.head,
      replaced: livingHead(dataDir),
    });
    finishRestore(dataDir);
    io.say(
      `The office is as of ${manifest.madeAt}; the verifier found ${problems} problems. The former state is in ${dataDir}/aside.`,
    );
    return { ok: true, manifest, problems };
  },
};
