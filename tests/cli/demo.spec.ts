import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Anchors } from '../../electron/db/anchors';
import { type OfficeFile, openOffice } from '../../electron/db/office-file';
import { verifyFile, verifyOffice } from '../../electron/db/verify';
import { Door } from '../../electron/door';
import { NodeHost } from '../../electron/node-host';
import { handlers } from '../../electron/registers';
import { proveSecret } from '../../electron/registers/session/prove';
import { monthOf } from '../../shared/dates';
import { readSerialNo } from '../../shared/ids';
import type { Actor } from '../../shared/registers/session';
import { DEMO_PIN } from '../../shared/registers/session';
import type { Result } from '../../shared/result';
import { must, refusal } from '../support/office';
import { scratch } from './support';

/** The first start's one click: a demo office through the door, with every guard of the database in force. */
const NOW = '2026-11-20T02:30:00.000Z';
const root = scratch();

function deskOver(file: OfficeFile, dataDir: string) {
  const changed: string[] = [];
  const anchors = new Anchors(file.rawReader, dataDir);
  const door = new Door({
    file,
    handlers,
    host: new NodeHost(dataDir),
    prove: proveSecret,
    clock: () => NOW,
    station: () => '前台一',
    log: (error) => {
      throw error;
    },
    checkOutput: true,
    onCommit: (head, at) => anchors.committed(head, at),
    onChanged: (registers) => changed.push(...registers),
  });
  const call = <T>(name: string, input: unknown, actor: Actor | null = null): Promise<Result<T>> =>
    door.call(name, input, { actor, locked: false }) as Promise<Result<T>>;
  return { door, call, changed, anchors };
}

describe('office.setUpDemo', () => {
  it('makes an office that verifies, and that people go on with', async () => {
    const dataDir = join(root, 'demo');
    const file = openOffice(dataDir, 'create', NOW);
    const { call, changed, anchors } = deskOver(file, dataDir);
    try {
      must(await call('office.setUpDemo', { entries: 120 }));
      expect(changed).toEqual(expect.arrayContaining(['settings', 'staff', 'foundItems', 'lostReports']));
      expect(verifyFile(file.raw, null).problems).toEqual([]);
      expect(refusal(await call('office.setUpDemo', { entries: 120 }))).toBe('office.exists');
      const last = file.raw.prepare('SELECT max(at) AS at FROM journal').get() as { at: string };
      expect(last.at <= NOW).toBe(true);

      const people = must(await call<{ staffId: string; staffNo: string }[]>('session.people', {}));
      const idOf = (staffNo: string): string => people.find((one) => one.staffNo === staffNo)!.staffId;
      const { actor } = must(
        await call<{ actor: Actor }>('session.signIn', { staffId: idOf('1006'), secret: DEMO_PIN }),
      );
      const registered = must(
        await call<{ serialNo: string }>(
          'foundItems.register',
          {
            category: 'umbrella',
            name: '黑色长柄雨伞',
            quantity: 1,
            foundPlace: '大堂',
            foundAt: NOW,
            finderName: '马军',
            storagePlace: '前台失物柜一层',
            second: { how: 'pin', staffId: idOf('1002'), pin: DEMO_PIN },
          },
          actor,
        ),
      );
      const number = readSerialNo(registered.serialNo)!;
      expect(number.month).toBe(monthOf(NOW));
      expect(number.n).toBeGreaterThan(1);
      const found = must(
        await call<{ hits: { serialNo: string }[] }>('search.find', { typed: registered.serialNo }, actor),
      );
      expect(found.hits[0]!.serialNo).toBe(registered.serialNo);
      anchors.closed();
    } finally {
      file.close();
    }
    expect(verifyOffice(dataDir, () => {})).toMatchObject({ ok: true, problems: [] });
  });

  it('is an office in the middle of its day: keys and visitors out and in, things that wait for somebody', async () => {
    const file = openOffice(':memory:', 'create', NOW);
    const { call } = deskOver(file, ':memory:');
    try {
      must(await call('office.setUpDemo', { entries: 400 }));
      const people = must(await call<{ staffId: string; staffNo: string }[]>('session.people', {}));
      const { staffId } = people.find((one) => one.staffNo === '1002')!;
      const { actor } = must(await call<{ actor: Actor }>('session.signIn', { staffId, secret: DEMO_PIN }));
      const ask = async <T>(name: string, input: unknown = {}): Promise<T> =>
        must(await call<T>(name, input, actor));
      type Counts = Record<string, number>;
      const loans = await ask<Counts>('keyLoans.counts');
      expect(loans.out).toBeGreaterThan(2);
      expect(loans.overdue).toBeGreaterThan(0);
      expect((await ask<Counts>('keyUnseals.counts')).unsealed).toBe(1);
      expect(await ask<Counts>('keyCopies.counts')).toEqual({ approve: 1, make: 1 });
      expect((await ask<Counts>('keyIncidents.counts')).open).toBeGreaterThan(0);
      expect((await ask<Counts>('keyMandates.counts')).ending).toBeGreaterThan(0);
      expect((await ask<Counts>('keyTransfers.counts')).open).toBe(1);
      expect((await ask<Counts>('units.counts')).incomplete).toBeGreaterThan(0);
      expect((await ask<{ visits: number }>('visits.headCount')).visits).toBeGreaterThan(1);
      const pending = await ask<unknown[]>('releaseRequests.list', { states: ['pending'] });
      expect(pending.length).toBeGreaterThan(0);
      expect(verifyFile(file.raw, null).problems).toEqual([]);
    } finally {
      file.close();
    }
  });

  it('is all there or not at all', async () => {
    const file = openOffice(':memory:', 'create', NOW);
    const { call } = deskOver(file, ':memory:');
    // The last thing a seed writes fails: nothing before it may stay.
    file.raw.exec(
      "CREATE TEMP TRIGGER stop BEFORE INSERT ON serials BEGIN SELECT RAISE(ABORT, 'no room'); END",
    );
    await expect(call('office.setUpDemo', { entries: 20 })).rejects.toThrow('no room');
    for (const table of ['journal', 'settings', 'staff', 'found_items', 'search_entries'])
      expect(file.raw.prepare(`SELECT count(*) AS n FROM ${table}`).get()).toEqual({ n: 0 });
    file.close();
  });
});
