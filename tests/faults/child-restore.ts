import { peek } from '../../electron/backup/check';
import { decide, finishRestore, livingHead, stage } from '../../electron/backup/restore';

/** Restores a backup and says a line before each step that matters: `staged`, `decided`, `finished`. Killed anywhere (trust.md B2). */
const [dataDir = '', path = '', passphrase = ''] = process.argv.slice(2);
const { key, manifest } = await peek(path, passphrase);
process.stdout.write('unlocked\n');
const staged = stage(dataDir, path, key)!;
process.stdout.write('staged\n');
decide(dataDir, {
  at: '2026-11-28T01:00:00.000Z',
  by: { id: 'x', name: '管理员' },
  second: null,
  madeAt: manifest.madeAt,
  sha256: staged.sha256,
  head: manifest.head,
  replaced: livingHead(dataDir),
});
process.stdout.write('decided\n');
finishRestore(dataDir);
process.stdout.write('finished\n');
