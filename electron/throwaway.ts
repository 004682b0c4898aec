import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder for a run that leaves nothing behind (headless command, demonstration). It goes when the program ends; what
 * Chromium still writes into its profile afterwards goes at the next such run.
 */
export function makeThrowaway(): string {
  sweep();
  const folder = mkdtempSync(join(tmpdir(), `deskbook-${process.pid}-`));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Removes the folders of runs that are over. Another user's folders stay: they cannot be removed, which is fine. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^deskbook-(\d+)-\w{6}$/.exec(name)?.[1];
    if (!pid || isRunning(Number(pid))) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // Somebody else's.
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
