import { existsSync } from 'node:fs';
import { dayOf, isoOf } from '../shared/dates';
import type { Door } from './door';
import type { Host } from './host';
import { defect } from './log';
import { logged } from './registers/backups/log';
import { makeFor } from './registers/backups/make';
import { standing } from './registers/backups/standing';

/** Key of the banner below `core:banner.`: the last proven backup on another disk is too old (trust.md B3). */
export const OVERDUE = 'backupOverdue';

/**
 * What the program does by itself for the office's safety: the day's copy beside it, and, when one is due and the chosen folder is
 * there, an encrypted backup. Never throws; what fails stands in the log of backups, and the banner stays.
 */
export async function keepSafe(door: Door, host: Host): Promise<void> {
  try {
    await copyToday(door, host);
    const { ready, folder, days, everyDays } = await standing(door.read, door.now, host.dataDir);
    const due = ready && (days === null || days >= everyDays);
    if (due && folder !== null && existsSync(folder)) await makeFor({ door, host }, null, null, 'keeping');
  } catch (error) {
    defect(error, 'keeping');
  }
  await lookOverdue(door, host).catch((error: unknown) => defect(error, 'keeping'));
}

/** Sets or takes away the banner. */
export async function lookOverdue(door: Door, host: Host): Promise<void> {
  const { overdue } = await standing(door.read, door.now, host.dataDir);
  if (overdue) door.banners.add(OVERDUE);
  else door.banners.delete(OVERDUE);
}

async function copyToday(door: Door, host: Host): Promise<void> {
  const startedAt = isoOf(Date.parse(door.now));
  const made = await host.backup(
    { do: 'copy', dataDir: host.dataDir, today: dayOf(startedAt) },
    () => {},
    () => false,
  );
  if (!made) return;
  const { path, bytes, head } = made;
  const file = path.split(/[\\/]/).at(-1)!;
  await logged(door, null, { kind: 'daily', startedAt, file, bytes, headSeq: head.seq, headHash: head.hash });
}
