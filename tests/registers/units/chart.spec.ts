import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OCCUPANCY_ROLES, PARTY_NEXT, STAY_NEXT } from '../../../shared/registers/parties.row';
import {
  HANDED_OVER,
  OCCUPANCY_NEXT,
  OCCUPANCY_STATES,
  type OccupancyState,
  SPACE_NEXT,
  UNIT_NEXT,
} from '../../../shared/registers/units.row';
import type { Result } from '../../../shared/result';
import type { Role } from '../../../shared/roles';
import type { TestOffice } from '../../support/office';
import { quickOffice } from '../../support/quick';

/**
 * Random work on a few units, files, stays and spaces: no row leaves its chart, a refused operation changes nothing,
 * nobody is in a unit off the books or in one that was not handed over, and no role stands twice.
 */
interface Step {
  op: keyof typeof OPS;
  n: number;
  m: number;
  role: Role;
}
type Row = { id: string; state: string; version: number };
interface World {
  units: (Row & { occupancyState: OccupancyState })[];
  parties: Row[];
  stays: (Row & { unitId: string; partyId: string; role: string })[];
  spaces: Row[];
}
const TODAY = '2026-11-21';
const NONE = { id: '0'.repeat(26), version: 1 };
const pick = (rows: readonly Row[], n: number) => {
  const row = rows[n % Math.max(1, rows.length)];
  return row ? { id: row.id, version: row.version } : NONE;
};
let counter = 0;

const OPS = {
  register: (o: TestOffice, s: Step) => {
    counter += 1;
    const occupancyState = OCCUPANCY_STATES[s.m % OCCUPANCY_STATES.length]!;
    return o.as(s.role).units.register({ building: '1', unitNo: String(counter), occupancyState });
  },
  occupancy: (o: TestOffice, s: Step, w: World) =>
    o.as(s.role).units.changeOccupancy({
      ...pick(w.units, s.n),
      occupancyState: OCCUPANCY_STATES[s.m % OCCUPANCY_STATES.length]!,
      since: TODAY,
    }),
  handOver: (o: TestOffice, s: Step, w: World) =>
    o.as(s.role).units.handOver({ ...pick(w.units, s.n), handedOverOn: TODAY, occupancyState: 'vacant' }),
  retire: (o: TestOffice, s: Step, w: World) =>
    o.as(s.role).units.retire({ ...pick(w.units, s.n), reason: '合并' }),
  restore: (o: TestOffice, s: Step, w: World) =>
    o.as(s.role).units.restore({ ...pick(w.units, s.n), reason: '恢复' }),
  voidUnit: (o: TestOffice, s: Step, w: World) =>
    o.as(s.role).units.void({ ...pick(w.units, s.n), reason: '写错' }),
  open: (o: TestOffice, s: Step) => o.as(s.role).parties.register({ name: `人${s.n}` }),
  aside: (o: TestOffice, s: Step, w: World) =>
    o.as(s.role).parties.deactivate({ ...pick(w.parties, s.n), reason: '搬走' }),
  back: (o: TestOffice, s: Step, w: World) =>
    o.as(s.role).parties.reactivate({ ...pick(w.parties, s.n), reason: '回来' }),
  voidParty: (o: TestOffice, s: Step, w: World) =>
    o.as(s.role).parties.void({ ...pick(w.parties, s.n), reason: '写错' }),
  moveIn: (o: TestOffice, s: Step, w: World) =>
    o.as(s.role).parties.moveIn({
      partyId: pick(w.parties, s.m).id,
      unitId: pick(w.units, s.n).id,
      role: OCCUPANCY_ROLES[s.m % OCCUPANCY_ROLES.length]!,
    }),
  moveOut: (o: TestOffice, s: Step, w: World) =>
    o.as(s.role).parties.moveOut({ ...pick(w.stays, s.n), toOn: TODAY }),
  voidStay: (o: TestOffice, s: Step, w: World) =>
    o.as(s.role).parties.voidStay({ ...pick(w.stays, s.n), reason: '写错' }),
  space: (o: TestOffice, s: Step) => {
    counter += 1;
    return o.as(s.role).units.addSpace({ no: `P${counter}`, kind: 'rented' });
  },
  give: (o: TestOffice, s: Step, w: World) =>
    o.as(s.role).units.assignSpace({ ...pick(w.spaces, s.n), unitId: pick(w.units, s.m).id, fromOn: TODAY }),
  free: (o: TestOffice, s: Step, w: World) => o.as(s.role).units.freeSpace(pick(w.spaces, s.n)),
  spaceOut: (o: TestOffice, s: Step, w: World) =>
    o.as(s.role).units.retireSpace({ ...pick(w.spaces, s.n), reason: '改建' }),
} satisfies Record<string, (o: TestOffice, step: Step, world: World) => Promise<Result<unknown>>>;

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    op: fc.oneof(
      fc.constantFrom(...(Object.keys(OPS) as (keyof typeof OPS)[])),
      fc.constantFrom('register' as const, 'open' as const, 'moveIn' as const, 'occupancy' as const),
    ),
    n: fc.nat(5),
    m: fc.nat(6),
    role: fc.constantFrom<Role>('receptionist', 'csSupervisor', 'deptManager', 'gateGuard'),
  }),
  { minLength: 15, maxLength: 60, size: 'max' },
);

const look = ({ file }: TestOffice): World => {
  const all = <T>(table: string) => file.raw.prepare(`SELECT * FROM ${table} ORDER BY id`).all() as T[];
  return {
    units: all('units'),
    parties: all('parties'),
    stays: all('occupancies'),
    spaces: all('parking_spaces'),
  };
};

function moved(before: readonly Row[], after: readonly Row[], next: Record<string, readonly string[]>): void {
  for (const old of before) {
    const row = after.find((one) => one.id === old.id)!;
    if (row.state !== old.state) expect(next[old.state]).toContain(row.state);
  }
}

function sound(world: World): void {
  for (const unit of world.units) {
    const here = world.stays.filter((stay) => stay.unitId === unit.id && stay.state === 'current');
    if (unit.state !== 'active') expect(here).toEqual([]);
    const keys = here.map((stay) => `${stay.partyId} ${stay.role}`);
    expect(new Set(keys).size).toBe(keys.length);
  }
  for (const party of world.parties)
    if (party.state !== 'active')
      expect(world.stays.filter((stay) => stay.partyId === party.id && stay.state === 'current')).toEqual([]);
}

test('no row leaves its chart, whatever is tried', { timeout: 300_000 }, async () => {
  const reached = new Set<string>();
  await fc.assert(
    fc.asyncProperty(steps, async (todo) => {
      const office = await quickOffice();
      try {
        let before = look(office);
        for (const step of todo) {
          const result = await OPS[step.op](office, step, before);
          const after = look(office);
          if (!result.ok) expect(after).toEqual(before);
          moved(before.units, after.units, UNIT_NEXT);
          moved(before.parties, after.parties, PARTY_NEXT);
          moved(before.stays, after.stays, STAY_NEXT);
          moved(before.spaces, after.spaces, SPACE_NEXT);
          for (const old of before.units) {
            const unit = after.units.find((one) => one.id === old.id)!;
            if (unit.occupancyState === old.occupancyState) continue;
            expect(OCCUPANCY_NEXT[old.occupancyState]).toContain(unit.occupancyState);
            // Only a hand-over makes a unit one that can be lived in.
            if (!HANDED_OVER.includes(old.occupancyState) && HANDED_OVER.includes(unit.occupancyState))
              expect(step.op).toBe('handOver');
          }
          sound(after);
          for (const [name, rows] of Object.entries(after))
            for (const row of rows as Row[]) reached.add(`${name} ${row.state}`);
          before = after;
        }
      } finally {
        office.close();
      }
    }),
    { numRuns: 60 },
  );
  expect([...reached].sort()).toEqual(
    [
      ...Object.keys(UNIT_NEXT).map((state) => `units ${state}`),
      ...Object.keys(PARTY_NEXT).map((state) => `parties ${state}`),
      ...Object.keys(STAY_NEXT).map((state) => `stays ${state}`),
      ...Object.keys(SPACE_NEXT).map((state) => `spaces ${state}`),
    ].sort(),
  );
});
