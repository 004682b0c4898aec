/**
 * One set-up at a time in one checkout: two of them would install, compile and build into the same
 * folders. The lock is a file with the holder's process number; a dead holder's lock is ignored.
 */
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './paths.mjs';
import { say } from './say.mjs';

const file = path.join(root, 'out/.setup-lock');

/** Names the process that took the lock to the second half of the set-up, which may release it. */
const lockOwner = 'DESKBOOK_SETUP_LOCK';

/** Waits for any other set-up in this checkout, then holds the lock until this process ends. */
export async function lockSetup() {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  process.env[lockOwner] = String(process.pid);
  let told = false;
  while (!take()) {
    if (!told) say('Another set-up is running in this folder; waiting for it.');
    told = true;
    await sleep(500);
  }
  process.on('exit', unlockSetup);
}

/** Lets the next one in. Safe to call when the lock is not ours. */
export function unlockSetup() {
  const owner = Number(process.env[lockOwner] ?? process.pid);
  if (holder() === owner) fs.rmSync(file, { force: true });
}

/** Creates the lock file, taking over one whose holder is gone. */
function take() {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const pid = holder();
  if (pid !== undefined && isAlive(pid)) return false;
  fs.rmSync(file, { force: true });
  return false;
}

/** The process number in the lock file, if there is one. */
function holder() {
  try {
    return Number(fs.readFileSync(file, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

/** Whether a process with this number exists (EPERM: it does, and is somebody else's). */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
