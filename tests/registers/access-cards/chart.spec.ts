import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccessCardsTable } from '../../../electron/db/tables';
import { ACCESS_CARD_NEXT, CARD_OUT } from '../../../shared/registers/access-cards.row';
import type { Result } from '../../../shared/result';
import type { Role } from '../../../shared/roles';
import type { TestOffice } from '../../support/office';
import { doorCard, household, quickOffice } from './support';

/**
 * Random work on a few cards: no line leaves its chart, a refused act changes nothing, numbers have no gaps, no card number
 * is out twice, no deposit is paid back twice or from two lines, and a card and its replacement name each other.
 */
interface Step {
  op: keyof typeof OPS;
  card: number;
  no: number;
  role: Role;
}
type Target = { id: string; version: number };
type Home = { unitId: string; partyId: string };

const OPS = {
  register: (o: TestOffice, { role, no }: Step, _: Target, home: Home) =>
    o.as(role).accessCards.register(doorCard(o, home, { cardNo: `C${no}` })),
  back: (o: TestOffice, { role }: Step, card: Target) =>
    o.as(role).accessCards.return({ ...card, at: o.now(), depositBackCents: 5000 }),
  backWithout: (o: TestOffice, { role }: Step, card: Target) =>
    o.as(role).accessCards.return({ ...card, at: o.now(), depositBackCents: 0, depositReason: '卡片损坏' }),
  lose: (o: TestOffice, { role, no }: Step, card: Target) =>
    o.as(role).accessCards.reportLoss({ ...card, at: o.now(), blocked: no % 2 === 0 ? 'now' : 'later' }),
  block: (o: TestOffice, { role }: Step, card: Target) =>
    o.as(role).accessCards.block({ ...card, at: o.now() }),
  recover: (o: TestOffice, { role }: Step, card: Target) =>
    o.as(role).accessCards.recover({ ...card, at: o.now() }),
  replace: (o: TestOffice, { role, no }: Step, card: Target) =>
    o.as(role).accessCards.replace({
      ...card,
      cardNo: `C${no}`,
      at: o.now(),
      deposit: no % 3 > 0 ? 'carried' : 'fresh',
    }),
  archive: (o: TestOffice, { role }: Step, card: Target) => o.as(role).accessCards.archive(card),
  renew: (o: TestOffice, { role }: Step, card: Target) =>
    o.as(role).accessCards.renew({ ...card, validToOn: '2027-12-31' }),
  correct: (o: TestOffice, { role, no }: Step, card: Target) =>
    o.as(role).accessCards.correct({ ...card, field: 'cardNo', value: `C${no}`, reason: '写错了' }),
  void: (o: TestOffice, { role }: Step, card: Target) =>
    o.as(role).accessCards.void({ ...card, reason: '重复登记' }),
  pass: (o: TestOffice): Result<null> => {
    o.pass(4);
    return { ok: true, data: null };
  },
} satisfies Record<
  string,
  (o: TestOffice, step: Step, card: Target, home: Home) => Promise<Result<unknown>> | Result<unknown>
>;
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    op: fc.oneof(
      fc.constantFrom(...(Object.keys(OPS) as (keyof typeof OPS)[])),
      fc.constantFrom('register' as const, 'lose' as const, 'replace' as const),
    ),
    card: fc.nat(3),
    no: fc.nat(5),
    role: fc.constantFrom<Role>('receptionist', 'csAssistant', 'csSupervisor', 'deptManager'),
  }),
  { minLength: 10, maxLength: 60, size: 'max' },
);

const cardsOf = ({ file }: TestOffice): Promise<AccessCardsTable[]> =>
  file.reader.selectFrom('access_cards').selectAll().orderBy('serialNo').execute();

function expectSound(rows: readonly AccessCardsTable[]): void {
  const out = rows.filter((row) => CARD_OUT.includes(row.state)).map((row) => row.cardNo);
  expect(new Set(out).size).toBe(out.length);
  for (const [n, row] of rows.entries()) {
    expect(row.serialNo).toBe(`ZK202611-${String(n + 1).padStart(4, '0')}`);
    if (row.state === 'returned' || row.state === 'archived') expect(row.returnedAt).not.toBeNull();
    if (row.depositBackCents !== null) {
      expect(row.depositBackCents).toBeLessThanOrEqual(row.depositCents);
      expect(row.depositOutcome).not.toBe('carried');
    }
    const next = rows.find((other) => other.id === row.replacedById);
    if (next) {
      expect(next.replacesId).toBe(row.id);
      expect(row.blockedAt).not.toBeNull();
    } else expect(row.depositOutcome).not.toBe('carried');
    expect(
      rows.filter((other) => other.replacesId === row.id && other.state !== 'voided').length,
    ).toBeLessThanOrEqual(1);
  }
}

describe('the state chart of cards', () => {
  it('is never left, whatever is tried', { timeout: 300_000 }, async () => {
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(steps, async (todo) => {
        const office = await quickOffice();
        try {
          const home = await household(office);
          let before = await cardsOf(office);
          for (const step of todo) {
            const row = before[step.card % Math.max(1, before.length)];
            const target = row ?? { id: '0'.repeat(26), version: 1 };
            const result = await OPS[step.op](office, step, { id: target.id, version: target.version }, home);
            const after = await cardsOf(office);
            if (!result.ok) expect(after).toEqual(before);
            for (const old of before) {
              const now = after.find((one) => one.id === old.id);
              if (now!.state !== old.state) expect(ACCESS_CARD_NEXT[old.state]).toContain(now!.state);
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
    expect([...reached].sort()).toEqual(Object.keys(ACCESS_CARD_NEXT).sort());
  });
});
