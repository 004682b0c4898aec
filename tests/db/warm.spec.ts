import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOffice } from '../../electron/db/office-file';
import { warm } from '../../electron/db/warm';

/** Reading the file ahead must never cost the connections their locks. */
describe('warming the file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'deskbook-warm-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const office = () => openOffice(join(folder, 'office'), 'create', '2026-11-21T02:00:00.000Z');

  it('reads every byte once', async () => {
    const file = office();
    const warming = warm(file.path);
    expect(await warming.done).toBe(statSync(file.path).size);
    file.close();
    warming.close();
    warming.close();
  });

  it('stops when it is closed before the end', async () => {
    const file = office();
    const warming = warm(file.path);
    file.close();
    warming.close();
    expect(await warming.done).toBeLessThanOrEqual(statSync(file.path).size);
  });

  it('says that a file cannot be read', async () => {
    const warming = warm(join(folder, 'nothing'));
    await expect(warming.done).rejects.toThrow('ENOENT');
    warming.close();
  });

  it.runIf(process.platform === 'linux')('leaves the locks of open connections alone', async () => {
    const file = office();
    const locks = (): number => {
      const { ino } = statSync(file.path);
      return readFileSync('/proc/locks', 'utf8')
        .split('\n')
        .filter((line) => line.includes(` ${process.pid} `) && line.includes(`:${ino} `)).length;
    };
    const before = locks();
    expect(before).toBeGreaterThan(0);
    const warming = warm(file.path);
    await warming.done;
    expect(locks()).toBe(before);
    file.close();
    warming.close();
  });
});
