import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoticesTable } from '../../../electron/db/tables';
import { NOTICE_NEXT } from '../../../shared/registers/notices.row';
import type { Result } from '../../../shared/result';
import type { Role } from '../../../shared/roles';
import type { TestOffice } from '../../support/office';
import { boardText, quickOffice } from './support';

/**
 * Random work on a few notices: no line leaves its chart, a refused act changes nothing, nothing is approved by who wrote
 * or submitted it, nothing hangs that nobody approved, any text is kept as typed.
 */
interface Step {
  op: keyof typeof OPS;
  line: number;
  role: Role;
  text: string;
}
type Target = { id: string; version: number };

const OPS = {
  register: (o: TestOffice, { role, text }: Step) =>
    o.as(role).notices.register(boardText(o, { title: text || '通知' })),
  rewrite: (o: TestOffice, { role, text }: Step, one: Target) => {
    const { kind: _, ...wording } = boardText(o, { body: text });
    return o.as(role).notices.rewrite({ ...one, ...wording });
  },
  submit: (o: TestOffice, { role }: Step, one: Target) => o.as(role).notices.submit(one),
  approve: (o: TestOffice, { role }: Step, one: Target) => o.as(role).notices.approve(one),
  sendBack: (o: TestOffice, { role }: Step, one: Target) =>
    o.as(role).notices.sendBack({ ...one, reason: '请修改' }),
  post: (o: TestOffice, { role }: Step, one: Target) => o.as(role).notices.post({ ...one, at: o.now() }),
  remove: (o: TestOffice, { role }: Step, one: Target) => o.as(role).notices.remove({ ...one, at: o.now() }),
  withdraw: (o: TestOffice, { role }: Step, one: Target) =>
    o.as(role).notices.withdraw({ ...one, reason: '改期' }),
  void: (o: TestOffice, { role }: Step, one: Target) =>
    o.as(role).notices.void({ ...one, reason: '重复登记' }),
  pass: (o: TestOffice): Result<null> => {
    o.pass(400);
    return { ok: true, data: null };
  },
} satisfies Record<
  string,
  (o: TestOffice, step: Step, one: Target) => Promise<Result<unknown>> | Result<unknown>
>;
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    op: fc.oneof(
      fc.constantFrom(...(Object.keys(OPS) as (keyof typeof OPS)[])),
      fc.constantFrom('submit' as const, 'approve' as const, 'post' as const, 'remove' as const),
    ),
    line: fc.nat(3),
    role: fc.constantFrom<Role>('businessClerk', 'csAssistant', 'csSupervisor', 'deptManager'),
    text: fc.string({ unit: 'grapheme', maxLength: 40 }),
  }),
  { minLength: 12, maxLength: 60, size: 'max' },
);
const stepOf = (op: Step['op'], role: Role): Step => ({ op, line: 0, role, text: '' });
const WHOLE_WAY: Step[] = [
  stepOf('register', 'businessClerk'),
  stepOf('submit', 'businessClerk'),
  stepOf('approve', 'deptManager'),
  stepOf('post', 'businessClerk'),
  stepOf('remove', 'businessClerk'),
];
const rowsOf = ({ file }: TestOffice): Promise<NoticesTable[]> =>
  file.reader.selectFrom('notices').selectAll().orderBy('serialNo').execute();

describe('the state chart of notices', () => {
  it('is never left, whatever is tried', { timeout: 300_000 }, async () => {
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(steps, async (todo) => {
        const office = await quickOffice();
        try {
          let before = await rowsOf(office);
          for (const step of todo) {
            const row = before[step.line % Math.max(1, before.length)];
            const target = row ?? { id: '0'.repeat(26), version: 1 };
            const result = await OPS[step.op](office, step, { id: target.id, version: target.version });
            const after = await rowsOf(office);
            if (!result.ok) expect(after).toEqual(before);
            for (const old of before) {
              const now = after.find((one) => one.id === old.id);
              if (now!.state !== old.state) expect(NOTICE_NEXT[old.state]).toContain(now!.state);
            }
            for (const [n, one] of after.entries()) {
              expect(one.serialNo).toBe(`GG202611-${String(n + 1).padStart(4, '0')}`);
              if (one.approvedAt !== null) {
                expect(one.approvedByName).not.toBe(one.recorderName);
                expect(one.approvedByName).not.toBe(one.submitterName);
              }
              if (one.postedAt !== null) expect(one.approvedAt).not.toBeNull();
              reached.add(one.state);
            }
            before = after;
          }
        } finally {
          office.close();
        }
      }),
      // The whole way once for sure; what is drawn reaches the last state only now and then.
      { numRuns: 60, examples: [[WHOLE_WAY]] },
    );
    expect([...reached].sort()).toEqual(Object.keys(NOTICE_NEXT).sort());
  });
});
