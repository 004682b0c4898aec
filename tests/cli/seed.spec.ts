import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LINED } from '../../electron/cli/seed';
import { openOffice } from '../../electron/db/office-file';
import { verifyOffice } from '../../electron/db/verify';
import { Door } from '../../electron/door';
import { NodeHost } from '../../electron/node-host';
import { handlers } from '../../electron/registers';
import { actorOf, proveSecret } from '../../electron/registers/session/prove';
import { instantOf, monthOf } from '../../shared/dates';
import { readSerialNo, scanCodeOf } from '../../shared/ids';
import { FOUND_ITEM_STATES, type FoundItem } from '../../shared/registers/found-items.row';
import { LOST_REPORT_STATES } from '../../shared/registers/lost-reports';
import { DEMO_PASSPHRASE, DEMO_PIN } from '../../shared/registers/session';
import { contentOf, desk, SMALL, scratch } from './support';

const root = scratch();
const dataDir = join(root, 'a');
let db: Database.Database;
const all = <Row>(sql: string): Row[] => db.prepare(sql).all() as Row[];

beforeAll(async () => {
  const { code, last } = await desk(['seed', '--data', dataDir, ...SMALL, '--seed', 'k1']);
  expect(code).toBe(0);
  const registers = Object.fromEntries(LINED.map((register) => [register, 200]));
  expect(last).toMatchObject({ ok: true, entries: 200 * LINED.length, registers });
  db = new Database(join(dataDir, 'deskbook.sqlite'), { readonly: true });
});
afterAll(() => db?.close());

describe('seed', () => {
  it('makes the same office from the same words, and another one from another seed', async () => {
    await desk(['seed', '--data', join(root, 'b'), ...SMALL, '--seed', 'k1']);
    await desk(['seed', '--data', join(root, 'c'), ...SMALL, '--seed', 'k2']);
    // Nothing half-made stays behind.
    expect(readdirSync(join(root, 'c')).sort()).toEqual(['anchors', 'deskbook.sqlite']);
    expect(contentOf(join(root, 'b'))).toBe(contentOf(dataDir));
    expect(contentOf(join(root, 'c'))).not.toBe(contentOf(dataDir));
  });

  it('verifies: chain, digests, seals, numbers, index, schema, anchors', () => {
    const verdict = verifyOffice(dataDir, () => {});
    expect(verdict.problems).toEqual([]);
    expect(verdict.ok).toBe(true);
    expect(verdict.anchors).toBeGreaterThan(0);
  });

  it('has every state, corrections, voids, late entries, prints, pending cosigns, links, valuables and cash', () => {
    const states = (table: string) =>
      new Set(all<{ state: string }>(`SELECT DISTINCT state FROM ${table}`).map((row) => row.state));
    expect(states('found_items')).toEqual(new Set(FOUND_ITEM_STATES));
    expect(states('lost_reports')).toEqual(new Set(LOST_REPORT_STATES));
    const kinds = new Set(all<{ kind: string }>('SELECT DISTINCT kind FROM journal').map((row) => row.kind));
    for (const kind of [
      'CREATE',
      'CHANGE',
      'EDIT',
      'CORRECT',
      'CO_CONFIRM',
      'VOID',
      'LINK',
      'PRINT',
      'UNMASK',
    ])
      expect(kinds, kind).toContain(kind);
    const some = (where: string): number =>
      all<{ n: number }>(`SELECT count(*) AS n FROM found_items WHERE ${where}`)[0]!.n;
    expect(some("confirmer2How = 'pending'")).toBeGreaterThan(0);
    expect(some("confirmer2How = 'witness'")).toBeGreaterThan(0);
    expect(some('lostReportId IS NOT NULL')).toBeGreaterThan(0);
    expect(some('valuable = 1 AND bagNo IS NOT NULL AND countersignedAt IS NOT NULL')).toBeGreaterThan(0);
    expect(some('valuable = 1 AND bagNo IS NULL')).toBe(0);
    expect(some("cash IS NOT NULL AND category = 'cash'")).toBeGreaterThan(0);
    expect(some('julianday(recordedAt) - julianday(foundAt) > 30.0 / 1440')).toBeGreaterThan(0);
    for (const outcome of ['handedToPartyA', 'claimed', 'toPolice', 'disposed'])
      expect(some(`outcome = '${outcome}'`), outcome).toBeGreaterThan(0);
  });

  it('numbers without gaps, with the month and the scan code that belong to them', () => {
    for (const [register, table] of [
      ['foundItems', 'found_items'],
      ['lostReports', 'lost_reports'],
    ] as const) {
      const rows = all<FoundItem>(`SELECT serialNo, scanCode, recordedAt FROM ${table} ORDER BY serialNo`);
      const last = new Map<string, number>();
      for (const { serialNo, scanCode, recordedAt } of rows) {
        const number = readSerialNo(serialNo)!;
        expect(number.n).toBe((last.get(number.month) ?? 0) + 1);
        expect(number.month).toBe(monthOf(recordedAt));
        expect(scanCode).toBe(scanCodeOf(register, number.month, number.n));
        last.set(number.month, number.n);
      }
    }
  });

  it('never goes back in time, ends on its last day, and keeps the order of the trade', () => {
    const lines = all<{ at: string }>('SELECT at FROM journal ORDER BY seq').map((line) => line.at);
    expect(lines).toEqual(lines.toSorted());
    expect(lines.at(-1)! < instantOf('2026-11-21')).toBe(true);
    expect(lines.at(-1)! > instantOf('2026-11-17')).toBe(true);
    for (const row of all<FoundItem>('SELECT * FROM found_items')) {
      const times = [row.foundAt, row.recordedAt, row.partyANotifiedAt, row.closedAt, row.archivedAt];
      const known = times.filter((at) => at !== null);
      expect(known, row.serialNo).toEqual(known.toSorted());
      if (row.outcome !== null && row.valuable === 1)
        expect(row.countersignedAt, row.serialNo).not.toBeNull();
      if (row.state === 'archived') expect(row.confirmer2How, row.serialNo).not.toBe('pending');
      expect(row.confirmer1Name, row.serialNo).not.toBe(row.confirmer2Name);
    }
  });

  it('answers through the door as an office that people filled: lists, entries, search, prints', async () => {
    const file = openOffice(dataDir, 'existing', new Date().toISOString());
    const door = new Door({
      file,
      handlers,
      host: new NodeHost(dataDir),
      prove: proveSecret,
      clock: () => instantOf('2026-11-20', '18:00'),
      station: () => '前台一',
      log: (error) => {
        throw error;
      },
      checkOutput: true,
    });
    try {
      const manager = actorOf(
        await door.read
          .selectFrom('staff')
          .selectAll()
          .where('staffNo', '=', '1001')
          .executeTakeFirstOrThrow(),
      );
      const ask = async (name: string, input: unknown): Promise<unknown> => {
        const result = await door.call(name, input, { actor: manager, locked: false });
        expect(result, name).toMatchObject({ ok: true });
        return (result as { data: unknown }).data;
      };
      const items: string[] = [];
      for (const state of FOUND_ITEM_STATES) {
        const list = (await ask('foundItems.list', { filter: { states: [state] } })) as {
          rows: { id: string; name: string }[];
        };
        items.push(...list.rows.map(({ id }) => id));
        await ask('foundItems.entry', { id: list.rows[0]!.id });
        await ask('foundItems.matches', { id: list.rows[0]!.id });
        const found = (await ask('search.find', { typed: list.rows[0]!.name })) as { hits: unknown[] };
        expect(found.hits.length).toBeGreaterThan(0);
      }
      for (const state of LOST_REPORT_STATES) {
        const list = (await ask('lostReports.list', { filter: { states: [state] } })) as {
          rows: { id: string }[];
        };
        await ask('lostReports.entry', { id: list.rows[0]!.id });
      }
      for (const form of ['F01', 'F02', 'F03', 'F04'])
        await ask('prints.prepare', { form, month: '2026-10' });
      // Bags of a month are labelled while they lie in it: by chance none may be left, so the label is asked for by item.
      await ask('prints.prepare', { form: 'label', entryId: items[0] });
      await ask('prints.prepare', { form: 'notice' });
      await ask('foundItems.counts', {});
    } finally {
      file.close();
    }
  });

  it('lets everybody in with the secret that the sign-in screen shows', async () => {
    const pin = await desk(['info', '--data', dataDir, '--as', '1006']);
    expect(pin.last).toMatchObject({ ok: true, demo: true });
    const file = openOffice(dataDir, 'existing', new Date().toISOString());
    const door = new Door({
      file,
      handlers,
      host: new NodeHost(dataDir),
      prove: proveSecret,
      clock: () => new Date().toISOString(),
      station: () => '前台一',
      log: String,
    });
    try {
      const idOf = async (staffNo: string): Promise<string> =>
        (
          await door.read
            .selectFrom('staff')
            .select('id')
            .where('staffNo', '=', staffNo)
            .executeTakeFirstOrThrow()
        ).id;
      expect((await proveSecret(door, await idOf('1006'), DEMO_PIN)).staffNo).toBe('1006');
      expect((await proveSecret(door, await idOf('1023'), DEMO_PASSPHRASE)).staffNo).toBe('1023');
    } finally {
      file.close();
    }
  });

  it('fills some registers only when asked to', async () => {
    const folder = join(root, 'one');
    const words = [
      'seed',
      '--data',
      folder,
      '--entries',
      '30',
      '--years',
      '0.1',
      '--registers',
      'foundItems',
    ];
    expect((await desk(words)).last).toMatchObject({ ok: true, registers: { foundItems: 30 } });
    expect(verifyOffice(folder, () => {}).problems).toEqual([]);
  });
});
