import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MailItemsTable } from '../../../electron/db/tables';
import { MAIL_NEXT, MAIL_WAITING, type MailKind } from '../../../shared/registers/mail-items.row';
import type { Result } from '../../../shared/result';
import type { Role } from '../../../shared/roles';
import { tidy } from '../../../shared/text';
import { must, type TestOffice } from '../../support/office';
import { letterOut, parcel, quickOffice, unitOf } from './support';

/**
 * Random work on a few items: no line leaves its chart, a refused act changes nothing (of a batch: nothing at all), numbers
 * have no gaps, no number is here twice, what was signed for names who took it, and registered mail is never left unsigned.
 */
interface Step {
  op: keyof typeof OPS;
  item: number;
  other: number;
  no: number;
  role: Role;
}
type Target = { id: string; version: number };
const KINDS: MailKind[] = ['express', 'registered', 'letter'];

const gone = (o: TestOffice) => ({ at: o.now(), takerName: '孙建平' });
const OPS = {
  register: (o: TestOffice, { role, no }: Step, _: Target[], unitId: string) =>
    o.as(role).mailItems.register(
      parcel(o, no % 3 === 0 ? null : unitId, {
        kind: KINDS[no % 3]!,
        trackingNo: `T${no}`,
        atGate: no === 4,
      }),
    ),
  send: (o: TestOffice, { role }: Step, _: Target[], unitId: string) =>
    o.as(role).mailItems.send(letterOut(o, unitId)),
  sort: (o: TestOffice, { role, no }: Step, [item]: Target[], unitId: string) =>
    o.as(role).mailItems.sort({ ...item!, ...(no % 2 ? { unitId } : { department: '工程部' }) }),
  notify: (o: TestOffice, { role }: Step, items: Target[]) =>
    o.as(role).mailItems.notify({ items, at: o.now(), how: 'phone' }),
  collect: (o: TestOffice, { role, no }: Step, items: Target[]) =>
    o.as(role).mailItems.collect({ items, ...gone(o), takerRelation: no % 2 ? 'self' : 'family' }),
  leave: (o: TestOffice, { role }: Step, items: Target[]) =>
    o.as(role).mailItems.leaveUnsigned({
      items,
      at: o.now(),
      closure: 'staffResolved',
      closeNote: '说已拿走',
    }),
  back: (o: TestOffice, { role, no }: Step, items: Target[]) =>
    o
      .as(role)
      .mailItems.returnToSender({ items, ...gone(o), returnReason: no % 2 ? 'refused' : 'unclaimed' }),
  forward: (o: TestOffice, { role }: Step, [item]: Target[]) =>
    o.as(role).mailItems.forward({ ...item!, at: o.now(), destination: '杭州' }),
  lose: (o: TestOffice, { role }: Step, [item]: Target[]) =>
    o.as(role).mailItems.reportLost({ ...item!, at: o.now(), closeNote: '不在架上' }),
  putBack: (o: TestOffice, { role }: Step, [item]: Target[]) =>
    o.as(role).mailItems.putBack({ ...item!, reason: '拿错了' }),
  dispatch: (o: TestOffice, { role }: Step, items: Target[]) =>
    o.as(role).mailItems.dispatch({ items, ...gone(o) }),
  withdraw: (o: TestOffice, { role }: Step, [item]: Target[]) =>
    o.as(role).mailItems.withdraw({ ...item!, ...gone(o) }),
  correct: (o: TestOffice, { role, no }: Step, [item]: Target[]) =>
    o.as(role).mailItems.correct({ ...item!, field: 'trackingNo', value: `T${no}`, reason: '扫错了' }),
  void: (o: TestOffice, { role }: Step, [item]: Target[]) =>
    o.as(role).mailItems.void({ ...item!, reason: '重复登记' }),
  pass: (o: TestOffice): Result<null> => {
    o.pass(4);
    return { ok: true, data: null };
  },
} satisfies Record<
  string,
  (o: TestOffice, step: Step, items: Target[], unitId: string) => Promise<Result<unknown>> | Result<unknown>
>;
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    op: fc.oneof(
      fc.constantFrom(...(Object.keys(OPS) as (keyof typeof OPS)[])),
      fc.constantFrom('register' as const, 'send' as const, 'notify' as const),
    ),
    item: fc.nat(5),
    other: fc.nat(5),
    no: fc.nat(5),
    role: fc.constantFrom<Role>('receptionist', 'csAssistant', 'csSupervisor', 'deptManager'),
  }),
  { minLength: 10, maxLength: 60, size: 'max' },
);

const itemsOf = ({ file }: TestOffice): Promise<MailItemsTable[]> =>
  file.reader.selectFrom('mail_items').selectAll().orderBy('serialNo').execute();

function expectSound(rows: readonly MailItemsTable[]): void {
  const here = rows.filter((row) => MAIL_WAITING.includes(row.state)).flatMap((row) => row.trackingNo ?? []);
  expect(new Set(here).size).toBe(here.length);
  for (const [n, row] of rows.entries()) {
    expect(row.serialNo).toBe(`KD202611-${String(n + 1).padStart(4, '0')}`);
    if (row.state === 'collected' || row.state === 'proxied') {
      expect(row.takerName).not.toBeNull();
      expect(row.takerRelation === 'self').toBe(row.state === 'collected');
      expect(row.closure).toBe('signed');
    }
    if (row.state === 'unsigned') {
      expect(row.kind).not.toBe('registered');
      expect(row.closure).not.toBe('signed');
    }
    if (row.state === 'proxied' && row.kind === 'registered') expect(row.takerIdTail).not.toBeNull();
  }
}

describe('the state chart of mail', () => {
  it('is never left, whatever is tried', { timeout: 300_000 }, async () => {
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(steps, async (todo) => {
        const office = await quickOffice();
        try {
          const unitId = await unitOf(office);
          let before = await itemsOf(office);
          for (const step of todo) {
            const at = (n: number): Target => {
              const row = before[n % Math.max(1, before.length)];
              return { id: row?.id ?? '0'.repeat(26), version: row?.version ?? 1 };
            };
            const targets =
              step.item === step.other
                ? [at(step.item)]
                : [at(step.item), at(step.other)].slice(0, 1 + (step.no % 2));
            const result = await OPS[step.op](office, step, targets, unitId);
            const after = await itemsOf(office);
            if (!result.ok) expect(after).toEqual(before);
            for (const old of before) {
              const now = after.find((one) => one.id === old.id);
              if (now!.state !== old.state) expect(MAIL_NEXT[old.state]).toContain(now!.state);
            }
            expectSound(after);
            for (const one of after) reached.add(one.state);
            before = after;
          }
        } finally {
          office.close();
        }
      }),
      { numRuns: 60 },
    );
    expect([...reached].sort()).toEqual(Object.keys(MAIL_NEXT).sort());
  });
});

describe('texts of mail', () => {
  it('come back as they were typed, tidied, or are refused at their field', {
    timeout: 120_000,
  }, async () => {
    const office = await quickOffice();
    const unitId = await unitOf(office);
    const typed = fc.string({ unit: 'grapheme', maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(typed, typed, async (addresseeName, note) => {
        const result = await office
          .as('receptionist')
          .mailItems.register(parcel(office, unitId, { addresseeName, note }));
        if (!result.ok) {
          expect(result.error).toMatchObject({ kind: 'invalid' });
          return;
        }
        const { entry } = must(await office.as('receptionist').mailItems.entry({ id: result.data.id }));
        expect(entry.addresseeName ?? '').toBe(tidy(addresseeName));
        expect(entry.note ?? '').toBe(tidy(note));
      }),
      { numRuns: 100 },
    );
    office.close();
  });
});
