import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROSTER_NEXT } from '../../../shared/registers/rosters.row';
import { SWAP_NEXT } from '../../../shared/registers/shift-swaps.row';
import type { Result } from '../../../shared/result';
import type { Role } from '../../../shared/roles';
import type { TestOffice } from '../../support/office';
import { DESK, MONDAY, POSTS, quickOffice, staffOf, TUESDAY } from './support';

/**
 * Random work on a week and its swaps: no row leaves its chart, a refused act changes nothing, nobody stands on two posts in
 * one shift, a published week changes only with a mark, and no swap is approved by a party or without the colleague.
 */
interface Step {
  op: keyof typeof OPS;
  role: Role;
  other: boolean;
  who: number;
  n: number;
}
const CREW: readonly Role[] = ['csSupervisor', 'deptManager', 'receptionist', 'csAssistant'];
const SHIFTS = ['early', 'late'];

const weekOf = async ({ file }: TestOffice) =>
  file.reader.selectFrom('rosters').selectAll().orderBy('serialNo', 'desc').executeTakeFirst();
const cellsOf = async ({ file }: TestOffice) =>
  file.reader.selectFrom('roster_cells').selectAll().orderBy('id').execute();
const swapsOf = async ({ file }: TestOffice) =>
  file.reader.selectFrom('shift_swaps').selectAll().orderBy('serialNo').execute();

const person = (o: TestOffice, who: number): string =>
  staffOf(o, CREW[who % CREW.length]!, Math.floor(who / CREW.length) % 2 === 1);
const NONE = '0'.repeat(26);

async function place(o: TestOffice, { who, n }: Step) {
  const week = await weekOf(o);
  const at = { post: n % 3 === 0 ? '南门岗' : DESK, shift: SHIFTS[n % 2]!, dayOn: TUESDAY };
  const here = (await cellsOf(o)).filter(
    (cell) =>
      cell.rosterId === week?.id &&
      cell.state === 'planned' &&
      cell.post === at.post &&
      cell.shift === at.shift,
  );
  const had = here.map((cell) => cell.staffId);
  const id = person(o, who);
  const staffIds = had.includes(id) ? had.filter((one) => one !== id) : [...had, id];
  return { rosterId: week?.id ?? NONE, ...at, staffIds, had };
}
async function target(o: TestOffice): Promise<{ id: string; version: number }> {
  const week = await weekOf(o);
  return { id: week?.id ?? NONE, version: week?.version ?? 1 };
}
async function swap(o: TestOffice, n: number): Promise<{ id: string; version: number }> {
  const all = await swapsOf(o);
  const one = all.at(-1 - (n % 2));
  return { id: one?.id ?? NONE, version: one?.version ?? 1 };
}

const OPS = {
  draft: (o: TestOffice, s: Step) => o.as(s.role, s.other).rosters.register({ weekOn: MONDAY }),
  assign: async (o: TestOffice, s: Step) => o.as(s.role, s.other).rosters.assign(await place(o, s)),
  amend: async (o: TestOffice, s: Step) =>
    o.as(s.role, s.other).rosters.amend({ ...(await place(o, s)), reason: '病假' }),
  publish: async (o: TestOffice, s: Step) =>
    o.as(s.role, s.other).rosters.publish({ ...(await target(o)), shortReason: '试运行' }),
  voidWeek: async (o: TestOffice, s: Step) =>
    o.as(s.role, s.other).rosters.void({ ...(await target(o)), reason: '重排' }),
  ask: async (o: TestOffice, s: Step) => {
    const cells = (await cellsOf(o)).filter((cell) => cell.state === 'planned');
    const cell = cells[s.n % Math.max(1, cells.length)];
    const theirs = cells.find((one) => one.staffId === person(o, s.who));
    const actor = cell ? (['receptionist', 'csSupervisor', 'deptManager', 'csAssistant'] as const) : [];
    const role = actor.find((one) => [false, true].some((b) => staffOf(o, one, b) === cell?.staffId));
    const other = role ? staffOf(o, role, true) === cell?.staffId : false;
    return o.as(role ?? s.role, other).shiftSwaps.register({
      cellId: cell?.id ?? NONE,
      colleagueId: person(o, s.who),
      otherCellId: s.n % 2 === 0 ? (theirs?.id ?? null) : null,
      reason: '家中有事',
    });
  },
  agree: async (o: TestOffice, s: Step) => {
    const one = (await swapsOf(o)).at(-1);
    const role = CREW.find((r) => [false, true].some((b) => staffOf(o, r, b) === one?.colleagueId));
    const other = role ? staffOf(o, role, true) === one?.colleagueId : false;
    return o.as(role ?? s.role, other).shiftSwaps.agree(await swap(o, 0));
  },
  decline: async (o: TestOffice, s: Step) =>
    o.as(s.role, s.other).shiftSwaps.decline({ ...(await swap(o, s.n)), reason: '另有安排' }),
  withdraw: async (o: TestOffice, s: Step) => o.as(s.role, s.other).shiftSwaps.withdraw(await swap(o, s.n)),
  approve: async (o: TestOffice, s: Step) => o.as(s.role, s.other).shiftSwaps.approve(await swap(o, s.n)),
  refuse: async (o: TestOffice, s: Step) =>
    o.as(s.role, s.other).shiftSwaps.refuse({ ...(await swap(o, s.n)), reason: '人手不足' }),
  voidSwap: async (o: TestOffice, s: Step) =>
    o.as(s.role, s.other).shiftSwaps.void({ ...(await swap(o, s.n)), reason: '重复' }),
} satisfies Record<string, (o: TestOffice, step: Step) => Promise<Result<unknown>>>;

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    op: fc.oneof(
      fc.constantFrom(...(Object.keys(OPS) as (keyof typeof OPS)[])),
      fc.constantFrom('assign' as const, 'ask' as const, 'agree' as const, 'approve' as const),
    ),
    role: fc.constantFrom<Role>('csSupervisor', 'csSupervisor', 'deptManager', 'receptionist'),
    other: fc.boolean(),
    who: fc.nat(7),
    n: fc.nat(5),
  }),
  { minLength: 15, maxLength: 50, size: 'max' },
);

async function all(o: TestOffice) {
  return {
    weeks: await o.file.reader.selectFrom('rosters').selectAll().orderBy('serialNo').execute(),
    cells: await cellsOf(o),
    swaps: await swapsOf(o),
  };
}
type All = Awaited<ReturnType<typeof all>>;

function expectSound(before: All, now: All): void {
  for (const old of before.weeks) {
    const week = now.weeks.find((one) => one.id === old.id)!;
    if (week.state !== old.state) expect(ROSTER_NEXT[old.state]).toContain(week.state);
  }
  for (const old of before.swaps) {
    const one = now.swaps.find((other) => other.id === old.id)!;
    if (one.state !== old.state) expect(SWAP_NEXT[old.state]).toContain(one.state);
  }
  for (const one of now.swaps.filter((other) => other.state === 'approved')) {
    expect(one.agreedAt).not.toBeNull();
    expect([one.askerId, one.colleagueId]).not.toContain(one.deciderId);
  }
  const planned = now.cells.filter((cell) => cell.state === 'planned');
  const places = planned.map((cell) => `${cell.rosterId} ${cell.dayOn} ${cell.shift} ${cell.staffId}`);
  expect(new Set(places).size).toBe(places.length);
  const published = before.weeks.filter((week) => week.state === 'published').map((week) => week.id);
  for (const cell of now.cells.filter((one) => published.includes(one.rosterId))) {
    const old = before.cells.find((one) => one.id === cell.id);
    if (old?.state === cell.state) continue;
    expect(cell.changedAt).not.toBeNull();
    expect(cell.changeReason ?? cell.swapId).not.toBeNull();
  }
}

describe('weeks and swaps', () => {
  it('never leave their charts, whatever is tried', { timeout: 300_000 }, async () => {
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(steps, async (todo) => {
        const office = await quickOffice(POSTS);
        try {
          const first: Step = { op: 'draft', role: 'csSupervisor', other: false, who: 0, n: 1 };
          const begin = [2, 3, 6].map((who): Step => ({ ...first, op: 'assign', who, n: who }));
          let before = await all(office);
          for (const step of [first, ...begin, { ...first, op: 'publish' as const }, ...todo]) {
            const result = await OPS[step.op](office, step);
            const after = await all(office);
            if (!result.ok) expect(after).toEqual(before);
            expectSound(before, after);
            for (const one of after.swaps) reached.add(one.state);
            for (const one of after.weeks) reached.add(one.state);
            before = after;
          }
        } finally {
          office.close();
        }
      }),
      { numRuns: 40 },
    );
    expect([...reached]).toEqual(
      expect.arrayContaining(['asked', 'agreed', 'approved', 'published', 'voided']),
    );
  });
});
