import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KeyLoansTable } from '../../../electron/db/tables';
import { type Listing, pageSql } from '../../../electron/entries/listing';
import { LISTS } from '../../../electron/registers/exports/lists';
import {
  COPIES,
  copyBranches,
  INCIDENTS,
  incidentBranches,
  LOANS,
  LOANS_OUT,
  loanBranches,
  UNSEALS,
  unsealBranches,
} from '../../../electron/registers/key-desk/filter';
import { keyIncidentsOfUnit, keyLoansOfUnit } from '../../../electron/registers/key-desk/of-unit';
import type { Output } from '../../../shared/api';
import { addDays, dayOf, isoOf, msOf } from '../../../shared/dates';
import { wordingOf } from '../../../shared/print/words';
import { KEY_LOAN_NEEDS, type KeyLoanFilter } from '../../../shared/registers/key-loans';
import { KEY_LOAN_STATES } from '../../../shared/registers/key-loans.row';
import { BORROWER_CLASSES } from '../../../shared/registers/key-loans.rules';
import { must, refusal, type TestOffice } from '../../support/office';
import { cabinet, deskOffice, engineer, key, touch, unit } from './support';

/** The key log under random filters, against all rows filtered in memory; and the plans that keep 300,000 loans cheap. */
let office: TestOffice;
let rows: KeyLoansTable[];
let home: string;
const NAMES = ['高师傅', '王建华', '李工', '100%好人'];

beforeAll(async () => {
  office = await deskOffice({ now: '2026-09-20T02:00:00.000Z' });
  const cab = await cabinet(office);
  home = await unit(office, '3-1-1502');
  const keys = [];
  for (let n = 0; n < 12; n += 1)
    keys.push(await key(office, cab, n % 3 === 0 ? 'office' : 'plant', { unitId: n === 5 ? home : null }));
  const desk = office.as('receptionist');
  for (let n = 0; n < 80; n += 1) {
    office.pass(n % 5 === 0 ? 0 : 60 * 13);
    const next = keys[(n * 7) % 12]!;
    const cleaner = n % 9 === 4 && next.category === 'office';
    const given = await desk.keyLoans.issue(
      engineer(next.id, {
        borrowerName: NAMES[n % 4]!,
        borrowerPhone: `1380000${String(1000 + n)}`,
        purpose: n % 2 ? '巡检' : '维修水泵',
        dueAt: isoOf(msOf(office.now()) + (n % 4) * 3_600_000 + 60_000),
        second: office.pin('csSupervisor'),
        ...(cleaner ? { borrowerClass: 'cleaner', identityHow: '工牌' } : {}),
      }),
    );
    if (!given.ok) continue;
    const [loan] = given.data.loans;
    if (n === 8) must(await desk.keyIncidents.report(lost(next.id)));
    else if (n % 12 === 6)
      must(await office.as('deptManager').keyLoans.void({ ...touch(loan!), reason: '登记重复' }));
    else if (n % 10 !== 3) must(await desk.keyLoans.returnKey({ keyId: next.id }));
  }
  office.pass(1);
  rows = await office.file.reader.selectFrom('key_loans').selectAll().execute();
});
afterAll(() => office.close());
const lost = (keyId: string) => ({
  kind: 'loss' as const,
  keyId,
  foundOutAt: office.now(),
  course: '不在身上',
  reporterName: '高师傅',
});

const page = async (filter: KeyLoanFilter, after: string | null, limit: number) =>
  must(await office.as('csSupervisor').keyLoans.list({ filter, after, limit }));
async function all(filter: KeyLoanFilter, limit: number): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  for (let pages = 0; pages < 200; pages += 1) {
    const got: Output<'keyLoans.list'> = await page(filter, after, limit);
    ids.push(...got.rows.map((row) => row.id));
    after = got.next;
    if (after === null) return ids;
  }
  throw new Error('pages without end');
}
function fits(row: KeyLoansTable, filter: KeyLoanFilter): boolean {
  const now = office.now();
  const needs: Record<(typeof KEY_LOAN_NEEDS)[number], boolean> = {
    out: row.state === 'out',
    dueToday: row.state === 'out' && dayOf(row.dueAt) === dayOf(now),
    overdue: row.state === 'out' && row.dueAt < now,
  };
  return (
    (!filter.need || needs[filter.need]) &&
    (!filter.states?.length || filter.states.includes(row.state)) &&
    (!filter.classes?.length || filter.classes.includes(row.borrowerClass)) &&
    (!filter.fromOn || dayOf(row.issuedAt) >= filter.fromOn) &&
    (!filter.toOn || dayOf(row.issuedAt) <= filter.toOn) &&
    (!filter.month || row.serialNo.startsWith(`YS${filter.month.replace('-', '')}-`))
  );
}
function expected(filter: KeyLoanFilter): string[] {
  const place = (row: KeyLoansTable): string =>
    filter.need ? `${row.dueAt}${row.id}` : `${row.issuedAt}${row.id}`;
  const found = rows.filter((row) => fits(row, filter)).sort((a, b) => (place(a) < place(b) ? -1 : 1));
  return (filter.need ? found : found.reverse()).map((row) => row.id);
}
const day = fc.integer({ min: 0, max: 45 }).map((days) => addDays('2026-09-18', days));
const filters: fc.Arbitrary<KeyLoanFilter> = fc.record(
  {
    need: fc.constantFrom(...KEY_LOAN_NEEDS),
    states: fc.subarray([...KEY_LOAN_STATES]),
    classes: fc.subarray([...BORROWER_CLASSES]),
    fromOn: day,
    toOn: day,
    month: fc.constantFrom('2026-09', '2026-10', '2026-12'),
  },
  { requiredKeys: [] },
);

describe('list', { timeout: 300_000 }, () => {
  it('pages through every line that fits, in its order, none twice', async () => {
    expect(new Set(rows.map((row) => row.state))).toEqual(new Set(KEY_LOAN_STATES));
    await fc.assert(
      fc.asyncProperty(filters, fc.integer({ min: 1, max: 30 }), async (filter, limit) => {
        expect(await all(filter, limit)).toEqual(expected(filter));
        expect((await page(filter, null, 10)).total).toBe(expected(filter).length);
      }),
      { numRuns: 200 },
    );
  });

  it('finds by borrower, key number, phone tail and words', async () => {
    for (const [search, of] of [
      ['高师傅', (row: KeyLoansTable) => row.borrowerName === '高师傅'],
      ['水泵', (row: KeyLoansTable) => row.purpose.includes('水泵')],
      [
        rows[0]!.borrowerPhone!.slice(-4),
        (row: KeyLoansTable) => row.borrowerPhone === rows[0]!.borrowerPhone,
      ],
    ] as const) {
      const found = await all({ search }, 50);
      expect([...found].sort()).toEqual(
        rows
          .filter(of)
          .map((row) => row.id)
          .sort(),
      );
    }
  });

  const plan = (sql: string, parameters: readonly unknown[]): string =>
    (office.file.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[])
      .map((step) => step.detail)
      .join('; ');
  const pagePlan = (listing: Listing<never>, branch: Parameters<typeof pageSql>[1]): string => {
    const cursor = `${office.now()}|${rows[0]!.id}|1`;
    const { sql, parameters } = pageSql(listing, branch, cursor, 100).compile(office.file.reader);
    return plan(sql, parameters);
  };

  it('jumps to its cursor by an index and sorts nothing', () => {
    const now = office.now();
    const uses = (index: string): RegExp =>
      new RegExp(`^SEARCH key_[a-z]+ USING (COVERING )?INDEX ${index} \\(.*\\)$`);
    const loans = (filter: Parameters<typeof loanBranches>[0]) =>
      loanBranches(filter, now).map((branch) =>
        pagePlan((filter.need ? LOANS_OUT : LOANS) as Listing<never>, branch),
      );
    for (const [filter, index] of [
      [{}, 'key_loans_at'],
      [{ states: ['returned', 'out'] }, 'key_loans_state'],
      [{ classes: ['owner', 'staff'] }, 'key_loans_class'],
      [{ need: 'out' }, 'key_loans_out'],
      [{ need: 'overdue' }, 'key_loans_out'],
      [{ need: 'dueToday' }, 'key_loans_out'],
    ] as const)
      for (const step of loans(filter as Parameters<typeof loanBranches>[0]))
        expect(step).toMatch(uses(index));
    for (const [listing, branches, index] of [
      [UNSEALS, unsealBranches({ need: 'unsealed' }), 'key_unseals_state'],
      [UNSEALS, unsealBranches({}), 'key_unseals_at'],
      [COPIES, copyBranches({ need: 'approve' }), 'key_copies_state'],
      [INCIDENTS, incidentBranches({ need: 'open' }), 'key_incidents_state'],
      [INCIDENTS, incidentBranches({ need: 'superior' }), 'key_incidents_state'],
    ] as const)
      expect(pagePlan(listing as Listing<never>, branches[0]!)).toMatch(uses(index));
  });

  it('counts what is out and computes K16 from indexes alone', () => {
    const now = office.now();
    for (const need of KEY_LOAN_NEEDS) {
      const { sql, parameters } = pageSql(LOANS_OUT, loanBranches({ need }, now)[0]!, null, 1).compile(
        office.file.reader,
      );
      const counted = sql.replace(/^select \*/, 'select 1').replace(/order by.*$/s, '');
      expect(plan(counted, parameters)).toMatch(
        /SEARCH key_loans USING COVERING INDEX key_loans_(out|state) \(state=\?/,
      );
    }
    const rate = `select count(*) from key_loans where dueOn >= '2026-09-01' and dueOn <= '2026-09-31'
      and state != 'voided' and dueOn <= '2026-09-30' and returnedOn <= dueOn`;
    expect(plan(rate, [])).toMatch(/USING COVERING INDEX key_loans_due/);
    expect(
      plan('select borrowerPhone from key_loans where state = ? and borrowerName = ?', ['out', 'x']),
    ).toMatch(/INDEX key_loans_(state|one_out|out) \(state=\?/);
  });

  it('knows what of the unit is out, for the unit’s page', async () => {
    const { rows: found, total } = await keyLoansOfUnit(office.file.reader, home, 8);
    const own = rows.filter((row) => row.unitId === home);
    expect(total).toBe(own.length);
    expect(found.length).toBe(Math.min(8, own.length));
    expect((await keyIncidentsOfUnit(office.file.reader, home, 8)).total).toBeTypeOf('number');
  });

  it('is exported as it is read: every column with its heading, phones masked', async () => {
    const { reader: db, rawReader: raw } = office.file;
    for (const register of ['keyLoans', 'keyUnseals', 'keyCopies', 'keyIncidents']) {
      const list = LISTS[register]!;
      expect(list.permit).toBe('keyLoans.export');
      const opened = list.open(list.filter.parse({}), {
        db,
        raw,
        wording: wordingOf('zh-CN'),
        now: office.now(),
      });
      for (const head of opened.heads) expect(head).not.toMatch(/^key-desk:/);
      const text = JSON.stringify((await opened.page(null)).rows);
      expect(text).not.toMatch(/1380000\d{4}/);
      if (register === 'keyLoans') expect(text).toContain('138****');
    }
  });

  it('refuses days that do not exist and cursors that are none', async () => {
    const desk = office.as('csSupervisor').keyLoans;
    expect(refusal(await desk.list({ filter: { fromOn: '2026-02-30' } }))).toBe('invalid:filter.fromOn');
    expect(refusal(await desk.list({ filter: {}, after: 'x' }))).toBe('invalid:after');
    expect(refusal(await office.as('cashier').keyLoans.list({ filter: {} }))).toBe('notAllowed');
  });
});
