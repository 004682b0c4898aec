import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../../shared/dates';
import { CUSTODY_NEXT } from '../../../shared/registers/custody-items.row';
import { MOVE_NEXT } from '../../../shared/registers/move-notices.row';
import { TOOL_LOAN_NEXT } from '../../../shared/registers/tool-loans.row';
import { TOOL_NEXT } from '../../../shared/registers/tools.row';
import type { Result } from '../../../shared/result';
import type { Role } from '../../../shared/roles';
import { PIN, type TestOffice } from '../../support/office';
import { addTool, boxes, loan, move, quickOffice, unitOf } from './support';

/**
 * Random work on a few lines of each book: no line leaves its chart, a refused act changes nothing, nobody gets more pieces
 * than were left, a tool is out exactly while a loan of it is open, no lift is booked twice.
 */
interface Step {
  op: keyof typeof OPS;
  line: number;
  n: number;
  role: Role;
}
type Target = { id: string; version: number };
type Case = { unitId: string; toolIds: string[] };
type Act = (o: TestOffice, step: Step, at: Target, site: Case) => Promise<Result<unknown>> | Result<unknown>;

const REASON = '写错了';
const word = { decision: 'disposed' as const, decisionNote: '无人领取' };
const second = (o: TestOffice) => ({
  how: 'pin' as const,
  staffId: o.actor('businessClerk').staffId,
  pin: PIN,
});
const OPS = {
  keep: (o, { role, n }) =>
    o.as(role).custodyItems.register(boxes(o, { quantity: n + 1, tagNo: n > 2 ? `C${n}` : null })),
  collect: (o, { role, n }, at) => o.as(role).custodyItems.collect({ ...at, at: o.now(), quantity: n + 1 }),
  notice: (o, { role }, at) => o.as(role).custodyItems.notice({ ...at, at: o.now(), how: 'phone' }),
  extend: (o, { role, n }, at) =>
    o.as(role).custodyItems.extend({ ...at, dueOn: addDays(dayOf(o.now()), n) }),
  decide: (o, { role }, at) => o.as(role).custodyItems.decide({ ...at, ...word, second: second(o) }),
  voidItem: (o, { role }, at) => o.as(role).custodyItems.void({ ...at, reason: REASON }),
  lend: (o, { role, n }, _, { toolIds, unitId }) =>
    o.as(role).toolLoans.issue(loan(o, toolIds[n % toolIds.length]!, unitId)),
  back: (o, { role, n }, at) =>
    o.as(role).toolLoans.return({
      ...at,
      at: o.now(),
      condition: n % 2 === 0 ? 'good' : 'damaged',
      damageNote: '摔坏了',
    }),
  scanBack: (o, { role, n }, _, { toolIds }) =>
    o.as(role).toolLoans.returnTool({ toolId: toolIds[n % toolIds.length]! }),
  undo: (o, { role }, at) => o.as(role).toolLoans.undoReturn({ loanId: at.id }),
  lose: (o, { role }, at) => o.as(role).toolLoans.reportLoss({ ...at, at: o.now(), damageNote: '找不到' }),
  settle: (o, { role }, at) => o.as(role).toolLoans.settle({ ...at, outcome: 'writtenOff' }),
  voidLoan: (o, { role }, at) => o.as(role).toolLoans.void({ ...at, reason: REASON }),
  repair: (o, { role }, at) => o.as(role).tools.repair({ ...at, reason: '轮子松' }),
  mend: (o, { role }, at) => o.as(role).tools.bringBack(at),
  miss: (o, { role }, at) => o.as(role).tools.reportMissing({ ...at, reason: '盘点未见' }),
  retire: (o, { role }, at) => o.as(role).tools.retire({ ...at, reason: '报废了' }),
  voidTool: (o, { role }, at) => o.as(role).tools.void({ ...at, reason: REASON }),
  announce: (o, { role, n }, _, { unitId }) =>
    o.as(role).moveNotices.register(move(o, unitId, { fromTime: `0${n + 3}:30`, toTime: `1${n}:00` })),
  tell: (o, { role }, at) =>
    o.as(role).moveNotices.tell({ ...at, post: 'gate', name: '马志勇', at: o.now() }),
  reschedule: (o, { role, n }, at) =>
    o.as(role).moveNotices.reschedule({
      ...at,
      moveOn: addDays(dayOf(o.now()), n % 2),
      lift: '1 号货梯',
      fromTime: `0${n + 4}:00`,
      toTime: '10:00',
    }),
  complete: (o, { role }, at) => o.as(role).moveNotices.complete({ ...at, at: o.now() }),
  cancel: (o, { role }, at) => o.as(role).moveNotices.cancel({ ...at, reason: '改期了' }),
  voidMove: (o, { role }, at) => o.as(role).moveNotices.void({ ...at, reason: REASON }),
  pass: (o, { n }) => {
    o.pass(n === 5 ? 5 * 24 * 60 : n);
    return { ok: true, data: null };
  },
} satisfies Record<string, Act>;

const TABLES = {
  custody_items: CUSTODY_NEXT,
  tools: TOOL_NEXT,
  tool_loans: TOOL_LOAN_NEXT,
  move_notices: MOVE_NEXT,
} as const;
type Table = keyof typeof TABLES;
const BOOK: Partial<Record<keyof typeof OPS, Table>> = {
  ...Object.fromEntries(
    ['keep', 'collect', 'notice', 'extend', 'decide', 'voidItem'].map((op) => [op, 'custody_items']),
  ),
  ...Object.fromEntries(['back', 'undo', 'lose', 'settle', 'voidLoan'].map((op) => [op, 'tool_loans'])),
  ...Object.fromEntries(['repair', 'mend', 'miss', 'retire', 'voidTool'].map((op) => [op, 'tools'])),
  ...Object.fromEntries(
    ['tell', 'reschedule', 'complete', 'cancel', 'voidMove'].map((op) => [op, 'move_notices']),
  ),
};
type Row = { id: string; version: number; state: string; serialNo: string } & Record<string, unknown>;
type Rows = Record<Table, Row[]>;
const rowsOf = ({ file }: TestOffice): Rows =>
  Object.fromEntries(
    Object.keys(TABLES).map((table) => [
      table,
      file.raw.prepare(`SELECT * FROM ${table} ORDER BY serialNo`).all(),
    ]),
  ) as Rows;

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    op: fc.oneof(
      fc.constantFrom(...(Object.keys(OPS) as (keyof typeof OPS)[])),
      fc.constantFrom('keep' as const, 'lend' as const, 'announce' as const, 'pass' as const),
    ),
    line: fc.nat(3),
    n: fc.nat(5),
    role: fc.constantFrom<Role>('receptionist', 'csAssistant', 'csSupervisor', 'deptManager'),
  }),
  { minLength: 12, maxLength: 70, size: 'max' },
);

function expectSound({ custody_items, tools, tool_loans, move_notices }: Rows): void {
  for (const item of custody_items) {
    expect(Number(item.takenQuantity)).toBeLessThanOrEqual(Number(item.quantity));
    if (item.state === 'collected') expect(item.takenQuantity).toBe(item.quantity);
    if (item.state === 'partlyTaken') expect(item.takenQuantity).not.toBe(item.quantity);
  }
  for (const tool of tools) {
    const open = tool_loans.filter((loan) => loan.toolId === tool.id && loan.state === 'out');
    expect(open.length, String(tool.state)).toBe(tool.state === 'out' ? 1 : 0);
  }
  const booked = move_notices.filter((row) => row.lift !== null && ['announced', 'done'].includes(row.state));
  for (const a of booked)
    for (const b of booked)
      if (a !== b && a.moveOn === b.moveOn)
        expect(String(a.fromTime) >= String(b.toTime) || String(b.fromTime) >= String(a.toTime)).toBe(true);
}

describe('the state charts of custody, tools, loans and moves', () => {
  it('are never left, whatever is tried', { timeout: 300_000 }, async () => {
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(steps, async (todo) => {
        const office = await quickOffice();
        try {
          const unitId = await unitOf(office);
          const toolIds: string[] = [];
          for (let i = 0; i < 3; i += 1) toolIds.push((await addTool(office)).id);
          let before = rowsOf(office);
          for (const step of todo) {
            const lines = before[BOOK[step.op] ?? 'custody_items'];
            const row = lines[step.line % Math.max(1, lines.length)] ?? { id: '0'.repeat(26), version: 1 };
            const act: Act = OPS[step.op];
            const result = await act(office, step, { id: row.id, version: row.version }, { unitId, toolIds });
            const after = rowsOf(office);
            if (!result.ok) expect(after).toEqual(before);
            for (const table of Object.keys(TABLES) as Table[]) {
              const chart: Record<string, readonly string[]> = TABLES[table];
              for (const old of before[table]) {
                const now = after[table].find((one) => one.id === old.id)!;
                if (now.state !== old.state) expect(chart[old.state]).toContain(now.state);
              }
              for (const one of after[table]) reached.add(`${table} ${one.state}`);
            }
            expectSound(after);
            before = after;
          }
        } finally {
          office.close();
        }
      }),
      { numRuns: 80 },
    );
    const all = Object.entries(TABLES).flatMap(([table, chart]) =>
      Object.keys(chart).map((state) => `${table} ${state}`),
    );
    // Nobody fetched and somebody decided: rare by chance, told in items.spec.ts.
    expect(all.filter((one) => !reached.has(one) && one !== 'custody_items decided')).toEqual([]);
  });
});
