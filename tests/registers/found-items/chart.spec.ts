import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FoundItemsTable, LostReportsTable } from '../../../electron/db/tables';
import { FOUND_ITEM_NEXT, FOUND_ITEM_OPEN } from '../../../shared/registers/found-items.row';
import { LOST_REPORT_NEXT } from '../../../shared/registers/lost-reports';
import type { Result } from '../../../shared/result';
import type { Role } from '../../../shared/roles';
import type { TestOffice } from '../../support/office';
import { phone, quickOffice, umbrella } from './support';

/**
 * Random work on a few items and reports: whatever is asked in whatever order by whomever, no line leaves its state chart,
 * a refused operation changes nothing, numbers have no gaps, and the two sides of a link agree.
 */
interface Step {
  op: keyof typeof OPS;
  item: number;
  report: number;
  role: Role;
}
type Target = { id: string; version: number };
const NONE: Target = { id: '0'.repeat(26), version: 1 };

/** Every command that may move a line, asked as somebody would; refusals are part of the game. */
const OPS = {
  register: (o: TestOffice, { role }: Step) => o.as(role).foundItems.register(umbrella(o)),
  registerValuable: (o: TestOffice, { role }: Step) =>
    o.as(role).foundItems.register(phone(o, { second: o.pin('gateGuard', true) })),
  confirmQuantity: (o: TestOffice, { role }: Step, i: Target) =>
    o.as(role).foundItems.confirmQuantity({ ...i, second: o.pin('cleaningLead', true) }),
  countersign: (o: TestOffice, { role }: Step, i: Target) =>
    o.as(role).foundItems.countersign({ ...i, second: o.pin('csSupervisor', true) }),
  notifyPartyA: (o: TestOffice, { role }: Step, i: Target) =>
    o.as(role).foundItems.notifyPartyA({ ...i, contact: '李工', at: o.now(), how: '电话' }),
  postNotice: (o: TestOffice, { role }: Step, i: Target) =>
    o.as(role).foundItems.postNotice({ ...i, at: o.now(), how: '公告栏' }),
  handToPartyA: (o: TestOffice, { role }: Step, i: Target) =>
    o.as(role).foundItems.handToPartyA({
      ...i,
      collectorName: '李工',
      at: o.now(),
      second: o.pin('csSupervisor', true),
    }),
  claim: (o: TestOffice, { role }: Step, i: Target) =>
    o.as(role).foundItems.claim({
      ...i,
      claimantName: '失主',
      claimantDocumentKind: 'idCard',
      claimStatement: '黑色长柄',
      claimLostWhere: '大堂',
      claimMatch: 'matches',
      at: o.now(),
      second: o.pin('csSupervisor', true),
    }),
  refuseClaim: (o: TestOffice, { role }: Step, i: Target) =>
    o.as(role).foundItems.refuseClaim({ ...i, claimantName: '某人', reason: '不符' }),
  handToPolice: (o: TestOffice, { role }: Step, i: Target) =>
    o.as(role).foundItems.handToPolice({
      ...i,
      policeStation: '派出所',
      policeOfficer: '陈警官',
      policeReceiptNo: '88',
      at: o.now(),
    }),
  dispose: (o: TestOffice, _: Step, i: Target) =>
    o.as('csSupervisor').foundItems.dispose({
      ...i,
      manner: '销毁',
      reason: '变质',
      at: o.now(),
      second: o.pin('deptManager'),
    }),
  archive: (o: TestOffice, { role }: Step, i: Target) => o.as(role).foundItems.archive(i),
  correct: (o: TestOffice, { role }: Step, i: Target) =>
    o
      .as(role)
      .foundItems.correct({ ...i, field: 'quantity', value: String((i.version % 5) + 1), reason: '数错了' }),
  void: (o: TestOffice, { role }: Step, i: Target) =>
    o.as(role).foundItems.void({ ...i, reason: '重复登记' }),
  stale: (o: TestOffice, { role }: Step, i: Target) =>
    o.as(role).foundItems.archive({ ...i, version: i.version + 1 }),
  report: (o: TestOffice, { role }: Step) =>
    o.as(role).lostReports.register({
      category: 'umbrella',
      name: '雨伞',
      lostPlace: '大堂',
      lostFrom: o.now(),
      lostTo: o.now(),
      reporterName: '失主',
    }),
  link: (o: TestOffice, { role }: Step, i: Target, r: Target) =>
    o.as(role).foundItems.link({ ...i, lostReportId: r.id }),
  unlink: (o: TestOffice, { role }: Step, i: Target) => o.as(role).foundItems.unlink(i),
  closeReport: (o: TestOffice, { role }: Step, _: Target, r: Target) =>
    o.as(role).lostReports.close({ ...r, result: '已找到' }),
  voidReport: (o: TestOffice, { role }: Step, _: Target, r: Target) =>
    o.as(role).lostReports.void({ ...r, reason: '重复登记' }),
  pass: (o: TestOffice): Result<null> => {
    o.pass(7);
    return { ok: true, data: null };
  },
} satisfies Record<
  string,
  (o: TestOffice, step: Step, item: Target, report: Target) => Promise<Result<unknown>> | Result<unknown>
>;
const ACTS = Object.keys(OPS) as (keyof typeof OPS)[];
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    op: fc.oneof(
      fc.constantFrom(...ACTS),
      fc.constantFrom('register' as const, 'report' as const, 'link' as const),
    ),
    item: fc.nat(3),
    report: fc.nat(2),
    role: fc.constantFrom<Role>('receptionist', 'csSupervisor', 'deptManager', 'gateGuard'),
  }),
  { minLength: 10, maxLength: 60, size: 'max' },
);

interface Books {
  items: FoundItemsTable[];
  reports: LostReportsTable[];
}
async function books({ file }: TestOffice): Promise<Books> {
  return {
    items: await file.reader.selectFrom('found_items').selectAll().orderBy('serialNo').execute(),
    reports: await file.reader.selectFrom('lost_reports').selectAll().orderBy('serialNo').execute(),
  };
}

function expectMove<State extends string>(
  before: { id: string; serialNo: string; state: State; version: number }[],
  after: { id: string; serialNo: string; state: State; version: number }[],
  next: Record<State, readonly State[]>,
): void {
  for (const old of before) {
    const row = after.find((r) => r.id === old.id);
    expect(row?.serialNo).toBe(old.serialNo);
    if (row!.state !== old.state) expect(next[old.state]).toContain(row!.state);
    expect(row!.version - old.version).toBeOneOf([0, 1]);
  }
}

function expectSound({ items, reports }: Books): void {
  for (const [n, row] of items.entries())
    expect(row.serialNo).toBe(`SW202611-${String(n + 1).padStart(4, '0')}`);
  for (const [n, row] of reports.entries())
    expect(row.serialNo).toBe(`BS202611-${String(n + 1).padStart(4, '0')}`);
  for (const item of items) {
    if (item.confirmer2How !== 'pending') expect(item.confirmer2Name).not.toBe(item.confirmer1Name);
    if (item.valuable === 1 && item.outcome && item.outcome !== 'disposed')
      expect(item.countersignedAt).not.toBeNull();
    if (item.state === 'archived') expect(item.confirmer2How).not.toBe('pending');
    expect(item.outcome !== null).toBe(item.closedAt !== null);
    const report = reports.find((r) => r.id === item.lostReportId);
    if (report && FOUND_ITEM_OPEN.includes(item.state)) expect(report.foundItemId).toBe(item.id);
  }
  for (const report of reports) {
    if (report.state !== 'matched') continue;
    expect(items.find((item) => item.id === report.foundItemId)?.lostReportId).toBe(report.id);
  }
}

describe('the state chart', () => {
  it('is never left, whatever is tried', { timeout: 300_000 }, async () => {
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(steps, async (todo) => {
        const office = await quickOffice();
        try {
          let before = await books(office);
          for (const step of todo) {
            const target = (rows: Target[], n: number): Target => {
              const row = rows[n % Math.max(1, rows.length)];
              return row ? { id: row.id, version: row.version } : NONE;
            };
            const result = await OPS[step.op](
              office,
              step,
              target(before.items, step.item),
              target(before.reports, step.report),
            );
            const after = await books(office);
            if (!result.ok) expect(after).toEqual(before);
            expectMove(before.items, after.items, FOUND_ITEM_NEXT);
            expectMove(before.reports, after.reports, LOST_REPORT_NEXT);
            expectSound(after);
            for (const item of after.items) reached.add(item.state);
            before = after;
          }
        } finally {
          office.close();
        }
      }),
      { numRuns: 100 },
    );
    // The game is worth something only when it reaches the whole chart.
    expect([...reached].sort()).toEqual(Object.keys(FOUND_ITEM_NEXT).sort());
  });
});
