import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VisitsTable } from '../../../electron/db/tables';
import { pageSql } from '../../../electron/entries/listing';
import { settingsOf } from '../../../electron/registers/office/settings';
import { type PlainVisitFilter, VISITS, visitBranches } from '../../../electron/registers/visits/filter';
import type { Output } from '../../../shared/api';
import { addDays, dayOf, instantOf } from '../../../shared/dates';
import { VISIT_NEEDS, type VisitFilter } from '../../../shared/registers/visits.forms';
import { VISIT_STATES, VISIT_TYPES } from '../../../shared/registers/visits.row';
import { closingYesterday, VISIT_RULES } from '../../../shared/registers/visits.rules';
import { must, refusal, type TestOffice } from '../../support/office';
import { arrive, CONSENT, friend, quickOffice, touch, unit } from './support';

/** The book under random filters, against all rows filtered in memory; its plans; its counts. */
let office: TestOffice;
let units: string[];
let rows: VisitsTable[];
const NAMES = ['张伟明', '王小芳', '欧阳静', '李雷', '单小伟'];

beforeAll(async () => {
  office = await quickOffice({ now: '2025-09-20T02:00:00.000Z' });
  units = [await unit(office), await unit(office, '3-1-1602')];
  const desk = office.as('receptionist').visits;
  for (let n = 0; n < 140; n += 1) {
    office.pass([0, 60 * 9, 60 * 25, 60 * 70][n % 4]!);
    const unitId = units[n % 2]!;
    const input = friend(unitId, {
      visitorName: NAMES[n % 5]!,
      ...(n % 3 === 0 ? { consent: CONSENT } : {}),
      ...(n % 4 === 1 ? { type: 'delivery', carrier: '顺丰' } : {}),
    });
    if (n % 9 === 4) {
      const expected = must(await desk.expect({ ...input, expectedAt: office.now() }));
      if (n % 2 === 0) must(await desk.noShow(touch(expected)));
      continue;
    }
    if (n % 13 === 6) {
      must(await desk.refuse({ type: 'salesman', reason: '推销' }));
      continue;
    }
    const visit = await arrive(office, input);
    if (n % 5 === 2) must(await desk.stepOut(touch(visit)));
    else if (n % 7 > 1) must(await desk.leave(touch(visit)));
    else if (n % 7 === 1) must(await desk.closeDay({ visits: [touch(visit)] }));
    else if (n % 14 === 0)
      must(await office.as('csSupervisor').visits.void({ ...touch(visit), reason: '重复' }));
  }
  office.pass(1);
  rows = await office.file.reader.selectFrom('visits').selectAll().execute();
});
afterAll(() => office.close());

const page = async (
  filter: VisitFilter,
  after: string | null,
  limit: number,
): Promise<Output<'visits.list'>> =>
  must(await office.as('csSupervisor').visits.list({ filter, after, limit }));

async function all(filter: VisitFilter, limit: number): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  for (let pages = 0; pages < 200; pages += 1) {
    const got: Output<'visits.list'> = await page(filter, after, limit);
    ids.push(...got.rows.map((row) => row.id));
    after = got.next;
    if (after === null) return ids;
  }
  throw new Error('pages without end');
}

function fits(row: VisitsTable, filter: VisitFilter): boolean {
  const now = office.now();
  const here = row.state === 'in' || row.state === 'steppedOut';
  const needs = {
    in: here,
    expected: row.state === 'expected' && row.visitAt < instantOf(addDays(dayOf(now), 1)),
    overstay: here && row.arrivedAt! < closingYesterday(now, '18:00'),
    consent: here && row.consentAt === null && VISIT_RULES[row.type].consent !== 'none',
    retention:
      !here &&
      row.state !== 'expected' &&
      row.visitAt < instantOf(addDays(dayOf(now), -365)) &&
      (row.visitorName ?? row.visitorPhone) !== null,
  };
  const { states, types, unitId, fromOn, toOn, month, search } = filter;
  return (
    (!filter.need || needs[filter.need]) &&
    (!states?.length || states.includes(row.state)) &&
    (!types?.length || types.includes(row.type)) &&
    (!unitId || row.unitId === unitId) &&
    (!fromOn || dayOf(row.visitAt) >= fromOn) &&
    (!toOn || dayOf(row.visitAt) <= toOn) &&
    (!month || row.serialNo.startsWith(`LF${month.replace('-', '')}`)) &&
    (!search || (row.visitorName?.includes(search) ?? false))
  );
}

const expected = (filter: VisitFilter): string[] =>
  rows
    .filter((row) => fits(row, filter))
    .sort((a, b) => (a.visitAt === b.visitAt ? (a.id < b.id ? 1 : -1) : a.visitAt < b.visitAt ? 1 : -1))
    .map((row) => row.id);

const day = fc.integer({ min: 0, max: 250 }).map((days) => addDays('2025-09-15', days));
const filters = (): fc.Arbitrary<VisitFilter> =>
  fc.record(
    {
      need: fc.constantFrom(...VISIT_NEEDS),
      states: fc.subarray([...VISIT_STATES]),
      types: fc.subarray([...VISIT_TYPES]),
      unitId: fc.constantFrom(...units),
      fromOn: day,
      toOn: day,
      month: fc.constantFrom('2025-10', '2026-01', '2030-01'),
    },
    { requiredKeys: [] },
  );

describe('the visitor book', { timeout: 120_000 }, () => {
  it('pages through every line that fits, newest first, none twice', async () => {
    await fc.assert(
      fc.asyncProperty(filters(), fc.integer({ min: 1, max: 50 }), async (filter, limit) => {
        expect(await all(filter, limit)).toEqual(expected(filter));
      }),
      { numRuns: 120, seed: 5 },
    );
  });

  it('does the same with search text', async () => {
    const searched = fc.tuple(filters(), fc.constantFrom('欧阳', '小芳', '李雷', '没有'));
    await fc.assert(
      fc.asyncProperty(searched, async ([filter, search]) => {
        const wanted = expected({ ...filter, search });
        expect([...(await all({ ...filter, search }, 20))].sort()).toEqual([...wanted].sort());
      }),
      { numRuns: 60, seed: 6 },
    );
  });

  it('counts what asks for action, and the persons inside', async () => {
    const counts = must(await office.as('gateGuard').visits.counts({}));
    for (const need of VISIT_NEEDS) expect(counts[need]).toBe(expected({ need }).length);
    const inside = rows.filter((row) => row.state === 'in');
    expect(must(await office.as('receptionist').visits.headCount({}))).toEqual({
      visits: inside.length,
      persons: inside.reduce((sum, row) => sum + row.partySize, 0),
      outside: rows.filter((row) => row.state === 'steppedOut').length,
    });
  });

  it('knows what is at a unit', async () => {
    const at = must(await office.as('receptionist').visits.atUnit({ unitId: units[0]! }));
    const here = rows.filter(
      (row) => row.unitId === units[0] && (row.state === 'in' || row.state === 'steppedOut'),
    );
    expect(at).toMatchObject({ code: '3-1-1502', inNow: here.length, watch: [] });
    expect(refusal(await office.as('receptionist').visits.atUnit({ unitId: rows[0]!.id }))).toBe('notFound');
  });

  it('jumps to its cursor by an index, sorts nothing, reads only what is open for what asks for action', async () => {
    const settings = await settingsOf(office.file.reader);
    const cursor = `${office.now()}|${rows[0]!.id}|120`;
    const plans = (filter: PlainVisitFilter): string[] =>
      visitBranches(filter, settings, office.now()).flatMap((branch) => {
        const { sql, parameters } = pageSql(VISITS, branch, cursor, 100).compile(office.file.reader);
        const plan = office.file.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters);
        return (plan as { detail: string }[]).map((step) => step.detail);
      });
    const by = (index: string, head = '.*') =>
      expect.stringMatching(
        new RegExp(
          `^SEARCH visits USING (COVERING )?INDEX ${index} \\(${head}\\(visitAt,id\\)<\\(\\?,\\?\\)`,
        ),
      );
    expect(plans({})).toEqual([by('visits_at')]);
    expect(plans({ states: ['left', 'refused'] })).toEqual([by('visits_state'), by('visits_state')]);
    expect(plans({ types: ['official'] })).toEqual([by('visits_type')]);
    expect(plans({ unitId: units[0]! })).toEqual([by('visits_unit')]);
    for (const need of ['in', 'consent', 'overstay'] as const)
      for (const plan of plans({ need })) expect(plan).toEqual(by('visits_state', 'state=. AND .*'));
    const within = (index: string, by: string) =>
      expect.stringMatching(new RegExp(`^SEARCH visits USING (COVERING )?INDEX ${index} \\(${by}=\\? AND `));
    expect(plans({ need: 'expected' })).toEqual([within('visits_state', 'state')]);
    for (const plan of plans({ need: 'retention' })) expect(plan).toEqual(within('visits_kept', 'type'));
  });

  it('refuses days that do not exist, cursors that are none, and readers without the right', async () => {
    const desk = office.as('csSupervisor').visits;
    expect(refusal(await desk.list({ filter: { fromOn: '2026-02-30' } }))).toBe('invalid:filter.fromOn');
    expect(refusal(await desk.list({ filter: {}, after: 'x' }))).toBe('invalid:after');
    expect(refusal(await office.as('cashier').visits.list({ filter: {} }))).toBe('notAllowed');
  });
});
