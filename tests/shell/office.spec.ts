import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NodeHost } from '../../electron/node-host';
import { openDesk } from '../../electron/office';
import { isoOf } from '../../shared/dates';
import { must, newOffice } from '../support/office';

/** How the app opens an office: an empty book at first start, warnings of this start, settings at hand. */
describe('opening the office', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'deskbook-open-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const open = (heard: string[][] = []) =>
    openDesk({
      dataDir: folder,
      host: new NodeHost(folder),
      onChanged: (registers) => heard.push(registers),
    });
  const nobody = { actor: null, locked: false };

  it('makes an empty book that asks to be set up, and finds it again', async () => {
    const first = await open();
    expect(await first.call('session.state', {}, nobody)).toMatchObject({
      ok: true,
      data: { phase: 'setup', banners: [] },
    });
    first.close();
    const second = await open();
    expect(await second.call('session.state', {}, nobody)).toMatchObject({ data: { phase: 'setup' } });
    second.close();
  });

  it('has changed settings at hand at once', async () => {
    const made = await newOffice({ dataDir: folder, now: isoOf(Date.now() - 60_000) });
    const admin = made.actor('sysAdmin');
    made.close();
    const office = await open();
    expect(office.settings().limits.autoLockMinutes).toBe(5);
    const { limits } = office.settings();
    const change = { key: 'limits', version: 1, value: { ...limits, autoLockMinutes: 2 } };
    must(await office.call('office.change', change, { actor: admin, locked: false }));
    await expect.poll(() => office.settings().limits.autoLockMinutes).toBe(2);
    office.close();
  });

  it('says and records that the clock went back (F9)', async () => {
    const made = await newOffice({ dataDir: folder, now: isoOf(Date.now() + 10 * 60_000) });
    made.close();
    const office = await open();
    expect(await office.call('session.state', {}, nobody)).toMatchObject({
      data: { banners: ['clockBack'] },
    });
    const line = await office.door.read
      .selectFrom('journal')
      .select(['register', 'entryId', 'kind'])
      .where('register', '=', 'clock')
      .executeTakeFirst();
    expect(line).toEqual({ register: 'clock', entryId: 'clock', kind: 'SYSTEM' });
    office.close();
  });

  it('refuses a file that is not ours and leaves it alone (A6)', async () => {
    writeFileSync(join(folder, 'deskbook.sqlite'), 'a shopping list');
    await expect(open()).rejects.toMatchObject({ code: 'notOurs' });
  });
});
