import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PostCoversTable } from '../../../electron/db/tables';
import { isoOf, msOf } from '../../../shared/dates';
import { COVER_NEXT } from '../../../shared/registers/post-covers.row';
import type { Result } from '../../../shared/result';
import type { Role } from '../../../shared/roles';
import type { TestOffice } from '../../support/office';
import { DESK, POSTS, quickOffice, staffOf } from './support';

/**
 * Random absences (S15): whatever is tried in whatever order by whomever, no line leaves its chart, a refused act changes
 * nothing, numbers have no gaps, nobody is away twice or stands in for two, and a permission is never a party's own.
 */
interface Step {
  op: keyof typeof OPS;
  role: Role;
  other: boolean;
  leaver: number;
  standIn: number;
  n: number;
}
type Target = { id: string; version: number };
const NONE: Target = { id: '0'.repeat(26), version: 1 };
const CREW: readonly Role[] = ['receptionist', 'csAssistant', 'csSupervisor', 'csSteward'];

const person = (o: TestOffice, who: number): string =>
  staffOf(o, CREW[who % CREW.length]!, Math.floor(who / CREW.length) % 2 === 1);
const leave = (o: TestOffice, s: Step) => ({
  post: s.n % 2 === 0 ? DESK : '南门岗',
  leaverId: person(o, s.leaver),
  standInId: person(o, s.standIn),
  reason: '去财务交款',
  leftAt: o.now(),
  dueAt: isoOf(msOf(o.now()) + 20 * 60_000),
});

const OPS = {
  byPin: (o: TestOffice, s: Step) =>
    o
      .as(s.role, s.other)
      .postCovers.register({ ...leave(o, s), second: o.pin(s.n === 1 ? 'deptManager' : 'csSupervisor') }),
  own: (o: TestOffice, s: Step) =>
    o.as(s.role, s.other).postCovers.register({ ...leave(o, s), second: null }),
  byPhone: (o: TestOffice, s: Step) =>
    o.as(s.role, s.other).postCovers.register({ ...leave(o, s), second: null, byPhone: true }),
  back: (o: TestOffice, s: Step, at: Target) => o.as(s.role, s.other).postCovers.back({ ...at, at: o.now() }),
  approve: (o: TestOffice, s: Step, at: Target) => o.as(s.role, s.other).postCovers.approve(at),
  correct: (o: TestOffice, s: Step, at: Target) =>
    o.as(s.role, s.other).postCovers.correct({ ...at, field: 'note', value: `第 ${s.n} 次`, reason: '补充' }),
  void: (o: TestOffice, s: Step, at: Target) =>
    o.as(s.role, s.other).postCovers.void({ ...at, reason: '重复登记' }),
  stale: (o: TestOffice, s: Step, at: Target) =>
    o.as(s.role, s.other).postCovers.back({ ...at, version: at.version + 1, at: o.now() }),
  pass: (o: TestOffice): Result<null> => {
    o.pass(7);
    return { ok: true, data: null };
  },
} satisfies Record<
  string,
  (o: TestOffice, step: Step, at: Target) => Promise<Result<unknown>> | Result<unknown>
>;

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    op: fc.oneof(
      fc.constantFrom(...(Object.keys(OPS) as (keyof typeof OPS)[])),
      fc.constantFrom('byPin' as const, 'byPhone' as const, 'back' as const),
    ),
    role: fc.constantFrom<Role>('csSupervisor', 'deptManager', 'receptionist', 'receptionist'),
    other: fc.boolean(),
    leaver: fc.nat(7),
    standIn: fc.nat(7),
    n: fc.nat(3),
  }),
  { minLength: 10, maxLength: 50, size: 'max' },
);

const all = ({ file }: TestOffice): Promise<PostCoversTable[]> =>
  file.reader.selectFrom('post_covers').selectAll().orderBy('serialNo').execute();

function expectSound(before: readonly PostCoversTable[], now: readonly PostCoversTable[]): void {
  for (const old of before) {
    const row = now.find((one) => one.id === old.id)!;
    if (row.state !== old.state) expect(COVER_NEXT[old.state]).toContain(row.state);
    expect(row.version - old.version).toBeOneOf([0, 1]);
    // Who allowed it is said once.
    if (old.approverId !== null) expect(row.approverId).toBe(old.approverId);
  }
  for (const [n, row] of now.entries()) {
    expect(row.serialNo).toBe(`DG202611-${String(n + 1).padStart(4, '0')}`);
    expect(row.leaverId).not.toBe(row.standInId);
    expect([row.leaverId, row.standInId]).not.toContain(row.approverId);
    if (row.state !== 'voided') expect(row.backAt !== null).toBe(row.state === 'back');
  }
  const away = now.filter((row) => row.state === 'away');
  expect(new Set(away.map((row) => row.leaverId)).size).toBe(away.length);
  expect(new Set(away.map((row) => row.standInId)).size).toBe(away.length);
}

describe('absences', () => {
  it('never leave their chart, whatever is tried', { timeout: 300_000 }, async () => {
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(steps, async (todo) => {
        const office = await quickOffice(POSTS);
        try {
          let before = await all(office);
          for (const step of todo) {
            const row = before[step.n % Math.max(1, before.length)];
            const target = row ? { id: row.id, version: row.version } : NONE;
            const result = await OPS[step.op](office, step, target);
            const after = await all(office);
            if (!result.ok) expect(after).toEqual(before);
            expectSound(before, after);
            for (const one of after) {
              reached.add(one.state);
              if (one.approvedHow) reached.add(one.approvedHow);
            }
            before = after;
          }
        } finally {
          office.close();
        }
      }),
      { numRuns: 40 },
    );
    // The game is worth something only when it reaches the whole chart.
    expect([...reached].sort()).toEqual(['away', 'back', 'own', 'phone', 'pin', 'voided']);
  });
});
