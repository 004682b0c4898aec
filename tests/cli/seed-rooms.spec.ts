import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JOURNALLED } from '../../electron/db/migrations';
import { openOffice } from '../../electron/db/office-file';
import { verifyOffice } from '../../electron/db/verify';
import { Door } from '../../electron/door';
import { NodeHost } from '../../electron/node-host';
import { handlers } from '../../electron/registers';
import { actorOf, proveSecret } from '../../electron/registers/session/prove';
import { opOf } from '../../shared/api';
import { instantOf } from '../../shared/dates';
import { FORMS, type FormNumber } from '../../shared/print/form-list';
import type { KeyLoan } from '../../shared/registers/key-loans.row';
import { ruleFor } from '../../shared/registers/key-loans.rules';
import type { KeyCategory } from '../../shared/registers/keys.row';
import { OCCUPANCY_NEXT } from '../../shared/registers/units.row';
import { CHARTS, NUMBERED_ROOMS, statesOf } from './charts';
import { desk, scratch } from './support';

/** Every room of a demo office: all tables, all states, the rules of the trade, and screens and papers that work on it. */
const root = scratch();
const dataDir = join(root, 'all');
const UNTIL = '2026-11-20';

const tableOf = (register: string): string =>
  Object.entries(JOURNALLED).find(([, table]) => table.register === register)![0];

let db: Database.Database;
const all = <Row>(sql: string, ...values: unknown[]): Row[] => db.prepare(sql).all(...values) as Row[];

beforeAll(async () => {
  const words = ['seed', '--data', dataDir, '--entries', '400', '--years', '1', '--until', UNTIL];
  expect((await desk(words)).code).toBe(0);
  db = new Database(join(dataDir, 'deskbook.sqlite'), { readonly: true });
});
afterAll(() => db?.close());

describe('rooms of the seed', () => {
  it('verify clean', () => {
    expect(verifyOffice(dataDir, () => {}).problems).toEqual([]);
  });

  it.each(Object.keys(CHARTS))('%s stand in every state of their chart', (register) => {
    const rows = all<{ state: string }>(`SELECT DISTINCT state FROM ${tableOf(register)}`);
    expect(rows.map((row) => row.state).sort()).toEqual(statesOf(register).sort());
  });

  it('fill every journalled table but photos, even where few lines come', async () => {
    const small = join(root, 'small');
    await desk(['seed', '--data', small, '--entries', '40', '--until', UNTIL]);
    expect(verifyOffice(small, () => {}).problems).toEqual([]);
    const file = new Database(join(small, 'deskbook.sqlite'), { readonly: true });
    const empty = Object.keys(JOURNALLED).filter(
      (table) => file.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() === undefined,
    );
    file.close();
    expect(empty).toEqual(['attachments']);
  });

  it('go from state to state only as their charts allow', () => {
    const lines = all<{ register: string; op: string; change: string }>(
      `SELECT register, op, change FROM journal WHERE entryVersion > 1 AND change LIKE '%"was"%tate"%'`,
    );
    const wrong: string[] = [];
    const check = (
      chart: Record<string, readonly string[]>,
      from: unknown,
      to: unknown,
      op: string,
    ): void => {
      if (typeof from === 'string' && typeof to === 'string' && from !== to && !chart[from]?.includes(to))
        wrong.push(`${op}: ${from} → ${to}`);
    };
    for (const { register, op, change } of lines) {
      const { set, was } = JSON.parse(change) as Record<'set' | 'was', Record<string, unknown>>;
      const chart = CHARTS[register];
      if (chart) check(chart, was.state, set.state, op);
      if (register === 'units') check(OCCUPANCY_NEXT, was.occupancyState, set.occupancyState, op);
    }
    expect(lines.length).toBeGreaterThan(2000);
    expect([...new Set(wrong)]).toEqual([]);
  });

  it('write nothing that no operation writes', () => {
    const ops = all<{ op: string }>('SELECT DISTINCT op FROM journal').map((row) => row.op);
    expect(
      ops.filter((op) => !Object.hasOwn(handlers, op.split('.')[0]!)).filter((op) => op !== 'system'),
    ).toEqual([]);
  });

  it('keep what S05 asks of everybody who gets a key', () => {
    const loans = all<KeyLoan>('SELECT * FROM key_loans ORDER BY issuedAt, serialNo');
    for (const loan of loans) {
      const at = new Date(Date.parse(loan.issuedAt) + 8 * 3_600_000).toISOString().slice(11, 16);
      const rule = ruleFor(loan.borrowerClass, {
        category: loan.keyCategory as KeyCategory,
        // Whether somebody lived there is gone from the books; what an escort proves is checked where there is one.
        occupied: loan.escortName !== null,
        inOfficeHours: at >= '08:20' && at < '18:00',
      });
      expect(rule.bar, loan.serialNo).toBeNull();
      const shown = {
        confirmer: loan.confirmerId,
        ownerAsked: loan.ownerAskedName && loan.ownerAskedAt && loan.ownerAskedHow,
        escort: loan.escortName,
        repairSlip: loan.repairSlipNo,
        permit: loan.permitNo,
        identity: loan.identityHow,
        custodian: loan.custodianId,
      };
      for (const requirement of rule.requirements) expect(shown[requirement], loan.serialNo).toBeTruthy();
      expect(loan.dueAt > loan.issuedAt, loan.serialNo).toBe(true);
      if (loan.dueOn !== dayOnWall(loan.issuedAt)) expect(loan.overnightById, loan.serialNo).not.toBeNull();
    }
  });

  it('never lend a key twice, nor more keys to one person than the office allows', () => {
    const out = new Map<string, number>();
    const held = new Map<string, number>();
    const moves = all<{ at: string; op: string; entryId: string; change: string }>(
      `SELECT at, op, entryId, change FROM journal WHERE register = 'keyLoans' AND entryVersion > 0 ORDER BY seq`,
    );
    const loanOf = new Map(
      all<KeyLoan>('SELECT id, keyId, borrowerName FROM key_loans').map((loan) => [loan.id, loan]),
    );
    const count = (map: Map<string, number>, key: string, by: number): number => {
      map.set(key, (map.get(key) ?? 0) + by);
      return map.get(key)!;
    };
    for (const { entryId, change } of moves) {
      const { set, was } = JSON.parse(change) as { set: { state?: string }; was?: { state?: string } };
      const loan = loanOf.get(entryId)!;
      const by = (set.state === 'out' ? 1 : 0) - (was?.state === 'out' && set.state ? 1 : 0);
      expect(count(out, loan.keyId, by)).toBeLessThanOrEqual(1);
      expect(count(held, loan.borrowerName ?? '', by)).toBeLessThanOrEqual(5);
    }
  });

  it('have corrections, voids, looks and two-person acts in every room', () => {
    for (const [register, kinds] of Object.entries({
      units: ['CORRECT', 'VOID'],
      parties: ['CORRECT', 'VOID', 'UNMASK'],
      keys: ['CORRECT', 'VOID'],
      keyMandates: ['CORRECT', 'VOID', 'UNMASK'],
      keyChecks: ['VOID'],
      keyTransfers: ['VOID'],
      keyLoans: ['CORRECT', 'VOID'],
      keyUnseals: ['VOID'],
      keyCopies: ['VOID', 'CO_CONFIRM'],
      keyIncidents: ['VOID', 'CO_CONFIRM'],
      visits: ['VOID'],
      goodsReleases: ['VOID'],
    })) {
      const found = all<{ kind: string }>('SELECT DISTINCT kind FROM journal WHERE register = ?', register);
      expect(
        found.map((row) => row.kind),
        register,
      ).toEqual(expect.arrayContaining(kinds));
    }
  });

  it('open in every list, entry, search and paper', async () => {
    const file = openOffice(dataDir, 'existing', new Date().toISOString());
    const door = new Door({
      file,
      handlers,
      host: new NodeHost(dataDir),
      prove: proveSecret,
      clock: () => instantOf(UNTIL, '23:59'),
      station: () => '前台一',
      log: (error) => {
        throw error;
      },
      checkOutput: true,
    });
    try {
      const staff = door.read.selectFrom('staff').selectAll().where('staffNo', '=', '1001');
      const manager = actorOf(await staff.executeTakeFirstOrThrow());
      const ask = async <T>(name: string, input: unknown): Promise<T> => {
        const result = await door.call(name, input, { actor: manager, locked: false });
        expect(result, name).toMatchObject({ ok: true });
        return (result as { data: T }).data;
      };
      const entriesOf: Record<string, string[]> = {};
      for (const register of NUMBERED_ROOMS) {
        if (opOf(`${register}.counts`)) await ask(`${register}.counts`, {});
        for (const state of statesOf(register)) {
          const list = await ask<{ rows: { id: string; serialNo: string }[] }>(`${register}.list`, {
            filter: { states: [state] },
          });
          const row = list.rows[0]!;
          await ask(`${register}.entry`, { id: row.id });
          if (state !== 'voided') entriesOf[register] = [...(entriesOf[register] ?? []), row.id];
          const found = await ask<{ hits: { serialNo: string }[] }>('search.find', { typed: row.serialNo });
          expect(
            found.hits.map((hit) => hit.serialNo),
            row.serialNo,
          ).toContain(row.serialNo);
        }
      }
      for (const [form, register] of Object.entries(FORMS) as [FormNumber, string][]) {
        // Some papers are of one state only: one of the entries has it.
        const said: unknown[] = [];
        // An own book's month is asked for by the book.
        const books = all<{ id: string }>('SELECT id FROM custom_books').map(({ id }) => id);
        // A bound month has no number of the registers'.
        const bound = all<{ id: string }>('SELECT id FROM month_bindings').map(({ id }) => id);
        const ids = { customBook: books, monthBinding: bound }[form as string] ?? entriesOf[register];
        for (const entryId of ids ?? [null]) {
          const input = { form, month: '2026-10', entryId };
          const printed = await door.call('prints.prepare', input, { actor: manager, locked: false });
          said.push(printed.ok || printed.error);
        }
        expect(said, form).toContain(true);
      }
    } finally {
      file.close();
    }
  });
});

const dayOnWall = (iso: string): string =>
  new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 10);
