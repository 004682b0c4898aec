import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Anchors } from '../../electron/db/anchors';
import { openRaw } from '../../electron/db/open';
import { verifyOffice } from '../../electron/db/verify';
import { newOffice, type TestOffice } from '../support/office';

/**
 * A process that closes any handle of a file loses all its POSIX locks on it, SQLite's too (howtocorrupt.html §2.2), and
 * then others no longer see that the office is open. Nothing we do beside the writer may drop its lock.
 */
let dir: string;
let office: TestOffice;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'deskbook-locks-'));
  office = await newOffice({ dataDir: dir });
});
afterEach(() => {
  office.close();
  rmSync(dir, { recursive: true, force: true });
});

/** First byte of SQLite's shared lock on a database file (`SHARED_FIRST`). */
const SHARED_FIRST = 1_073_741_826;
/** How many files this process holds SQLite's shared lock on, as the kernel says. */
const locks = (): number =>
  readFileSync('/proc/locks', 'utf8')
    .split('\n')
    .filter((line) => line.includes(` ${process.pid} `) && line.includes(` ${SHARED_FIRST} `)).length;

describe.skipIf(process.platform !== 'linux')("the writer's lock (read from /proc/locks)", () => {
  it('holds after readers came and went, the verifier ran, anchors were written', () => {
    const held = locks();
    expect(held).toBeGreaterThan(0);
    openRaw(office.file.path, 'readonly').close();
    expect(verifyOffice(dir, () => {}).ok).toBe(true);
    const anchors = new Anchors(office.file.rawReader, dir);
    anchors.opened();
    anchors.closed();
    expect(locks()).toBe(held);
  });

  it('control: one plain open and close of the file drops it', () => {
    const held = locks();
    closeSync(openSync(office.file.path, 'r'));
    expect(locks()).toBe(held - 1);
  });
});
