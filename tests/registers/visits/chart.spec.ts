import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VISIT_NEXT, type VisitState } from '../../../shared/registers/visits.row';
import type { Result } from '../../../shared/result';
import { must, type TestOffice } from '../../support/office';
import { arrive, CONSENT, cards, type Done, friend, quickOffice, touch, unit } from './support';

/** Whatever is tried in whatever order: passages alternate, nobody leaves who did not enter, no time is made up, a pass has one visit. */
let office: TestOffice;
let unitId: string;
const PASSES = ['V01', 'V02', 'V03'];

beforeAll(async () => {
  office = await quickOffice();
  unitId = await unit(office);
  await cards(office, PASSES.length);
});
afterAll(() => office.close());

const ACTS = [
  'admit',
  'turnAway',
  'noShow',
  'stepOut',
  'comeBack',
  'leave',
  'leaveWithout',
  'takeBackLeave',
  'closeDay',
  'supplement',
  'recordConsent',
  'void',
  'managerVoid',
  'otherTakesPass',
] as const;
type Act = (typeof ACTS)[number];

const version = (id: string): number =>
  office.file.raw.prepare('SELECT version FROM visits WHERE id = ?').pluck().get(id) as number;
const state = (id: string): VisitState =>
  office.file.raw.prepare('SELECT state FROM visits WHERE id = ?').pluck().get(id) as VisitState;

async function attempt(act: Act, id: string): Promise<Result<unknown>> {
  const desk = office.as('receptionist').visits;
  const at = { id, version: version(id) };
  switch (act) {
    case 'admit':
      return desk.admit({ ...at, visitorPhone: '13600000000' });
    case 'turnAway':
      return desk.turnAway({ ...at, reason: '主人不见' });
    case 'leaveWithout':
      return desk.leave({ ...at, passBack: false });
    case 'closeDay':
      return desk.closeDay({ visits: [at] });
    case 'supplement':
      return office.as('csSupervisor').visits.supplement({ ...at, text: '后来得知' });
    case 'recordConsent':
      return desk.recordConsent({ ...at, consent: CONSENT });
    case 'void':
      return office.as('csSupervisor').visits.void({ ...at, reason: '写错行' });
    case 'managerVoid':
      return office.as('deptManager').visits.void({ ...at, reason: '写错行' });
    case 'otherTakesPass':
      return desk.arrive(friend(unitId, { passNo: 'V01', visitorName: '旁人' }));
    default:
      return desk[act](at);
  }
}

interface Kept {
  direction: 'in' | 'out';
  at: string;
}
function assertHonest(id: string): void {
  const row = office.file.raw.prepare('SELECT * FROM visits WHERE id = ?').get(id) as {
    state: VisitState;
    arrivedAt: string | null;
    leftAt: string | null;
  };
  const passages = office.file.raw
    .prepare('SELECT direction, at FROM visit_passages WHERE visitId = ? AND takenBackAt IS NULL ORDER BY no')
    .all(id) as Kept[];
  passages.forEach((passage, n) => {
    expect(passage.direction).toBe(n % 2 === 0 ? 'in' : 'out');
    if (n > 0) expect(passage.at >= passages[n - 1]!.at).toBe(true);
  });
  const last = passages.at(-1);
  if (row.state === 'in') expect(last?.direction).toBe('in');
  if (row.state === 'steppedOut') expect(last?.direction).toBe('out');
  if (row.state === 'left') {
    expect(last).toEqual({ direction: 'out', at: row.leftAt });
    expect(passages[0]?.at).toBe(row.arrivedAt);
  }
  if (row.state === 'closedByDesk') expect(row.leftAt).toBeNull();
  if (['expected', 'noShow', 'refused'].includes(row.state)) expect(passages).toEqual([]);
}

function assertPasses(): void {
  const out = office.file.raw
    .prepare("SELECT visitId FROM visitor_passes WHERE state = 'out'")
    .pluck()
    .all() as string[];
  expect(new Set(out).size).toBe(out.length);
  const claims = office.file.raw
    .prepare(
      "SELECT passId FROM visits WHERE state IN ('in', 'steppedOut') AND passId IS NOT NULL AND passBackAt IS NULL",
    )
    .pluck()
    .all() as string[];
  expect(new Set(claims).size).toBe(claims.length);
}

/** Cards come back between runs, whoever has them. */
async function allBack(): Promise<void> {
  const rows = office.file.raw
    .prepare("SELECT id, version FROM visits WHERE state IN ('in', 'steppedOut') AND passId IS NOT NULL")
    .all() as Done[];
  for (const row of rows) must(await office.as('receptionist').visits.leave(touch(row)));
  const cardRows = must(await office.as('receptionist').visitorPasses.list({ filter: { need: 'out' } })).rows;
  for (const card of cardRows) must(await office.as('receptionist').visitorPasses.takeIn(touch(card)));
}

describe('the state chart of visits', () => {
  it('holds for any sequence of acts', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.boolean(),
        fc.array(fc.tuple(fc.constantFrom(...ACTS), fc.integer({ min: 0, max: 7 })), { maxLength: 12 }),
        async (announced, withPass, acts) => {
          await allBack();
          const visit = announced
            ? must(
                await office
                  .as('receptionist')
                  .visits.expect({ ...friend(unitId), expectedAt: office.now() }),
              )
            : await arrive(office, friend(unitId, withPass ? { passNo: 'V01' } : {}));
          for (const [act, minutes] of acts) {
            office.pass(minutes);
            const before = state(visit.id);
            const own = act !== 'otherTakesPass';
            const result = await attempt(act, visit.id);
            const after = state(visit.id);
            if (!own || !result.ok) expect(after).toBe(before);
            else if (after !== before) expect(VISIT_NEXT[before]).toContain(after);
            assertHonest(visit.id);
            assertPasses();
          }
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 40), seed: process.env.SEED ? Number(process.env.SEED) : 11 },
    );
  });
});
