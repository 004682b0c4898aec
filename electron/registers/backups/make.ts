import { basename } from 'node:path';
import type { Backup } from '../../../shared/registers/backups.row';
import { Refusal } from '../../../shared/result';
import { BackupRefused } from '../../backup/refused';
import { backupName } from '../../backup/write';
import type { Door } from '../../door';
import type { Host } from '../../host';
import { settingsOf } from '../office/settings';
import { type Logged, logged } from './log';

/** Who asked; null: the program itself. */
type Asker = { staffId: string; name: string } | null;

/**
 * Makes an encrypted backup into `folder` (the office's own when null) and writes it into the log. Answers null when cancelled.
 * Errors: BackupRefused `notReady`, `folderMissing` and all of writing.
 */
export async function makeFor(
  { door, host }: { door: Door; host: Host },
  actor: Asker,
  folder: string | null,
  job: string,
): Promise<Backup | null> {
  const { backup } = await settingsOf(door.read);
  const to = folder ?? backup.folder;
  if (!backup.passphrase) throw new BackupRefused('notReady');
  if (!to) throw new BackupRefused('folderMissing', { folder: '' });
  const madeAt = door.now;
  const order = {
    dataDir: host.dataDir,
    folder: to,
    madeAt,
    name: backupName(madeAt),
    passphrase: backup.passphrase,
    recovery: backup.recovery,
  };
  return tried(door, actor, { kind: 'encrypted', place: to, startedAt: madeAt }, async () => {
    const made = await host.backup({ do: 'make', order }, ...watch(host, job));
    return (
      made && {
        file: basename(made.path),
        bytes: made.bytes,
        sha256: made.sha256,
        headSeq: made.manifest.head.seq,
        headHash: made.manifest.head.hash,
      }
    );
  });
}

/** How a job is watched and stopped. */
export const watch = (host: Host, job: string) =>
  [
    (done: number, total: number) => host.progress(job, done, total, 'backup'),
    () => host.isCancelled(job),
  ] as const;

/** Does the work and writes into the log how it went, failed or not; a cancelled one leaves no line. */
export async function tried(
  door: Door,
  actor: Asker,
  begun: Pick<Logged, 'kind' | 'startedAt'> & Partial<Logged>,
  work: () => Promise<Partial<Logged> | null>,
): Promise<Backup | null> {
  try {
    const done = await work();
    return done && (await logged(door, actor, { ...begun, ...done }));
  } catch (error) {
    const reason =
      error instanceof BackupRefused ? error.code : ((error as { code?: string }).code ?? 'broken');
    await logged(door, actor, { ...begun, result: 'failed', reason });
    throw error instanceof Refusal ? error : new BackupRefused('diskFailed', { code: reason });
  }
}
