import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FoundItemsTable } from '../../../electron/db/tables';
import { pageSql } from '../../../electron/entries/listing';
import { branchesOf, LISTING, type PlainFilter } from '../../../electron/registers/found-items/filter';
import { settingsOf } from '../../../electron/registers/office/settings';
import type { Output } from '../../../shared/api';
import { addDays, dayOf, isoOf, msOf } from '../../../shared/dates';
import { FOUND_ITEM_NEEDS, type FoundItemFilter } from '../../../shared/registers/found-items';
import { FOUND_ITEM_STATES } from '../../../shared/registers/found-items.row';
import { must, refusal, type TestOffice } from '../../support/office';
import { ago, phone, quickOffice, touch, umbrella } from './support';

/** The list under random filters, against all rows filtered in memory. */
let office: TestOffice;
let rows: FoundItemsTable[];
const PLACES = ['一楼大堂', '二楼电梯厅', '停车场B1'];
const NAMES = ['黑色雨伞', '蓝色雨伞', '折叠伞', '玩具熊', '门禁卡'];
const FINDERS = ['何香', '陌生人乙', '马军', '100%好人'];
const CATEGORIES = ['umbrella', 'toy', 'bag', 'openedFood'];

beforeAll(async () => {
  office = await quickOffice({ now: '2026-09-20T02:00:00.000Z' });
  const desk = office.as('receptionist').foundItems;
  for (let n = 0; n < 120; n += 1) {
    office.pass(n % 7 === 0 ? 0 : 60 * 13);
    const over = {
      category: CATEGORIES[n % 4]!,
      name: NAMES[n % 5]!,
      foundPlace: PLACES[n % 3]!,
      finderName: FINDERS[n % 4]!,
      // Several items of one minute: the id decides.
      foundAt: ago(office, [5, 5, 90, 3000][n % 4]!),
    };
    const input =
      n % 11 === 0
        ? phone(office, { ...over, category: 'phone', second: office.pin('gateGuard') })
        : umbrella(office, over);
    let item: { id: string; version: number } = must(await desk.register(input));
    const at = office.now();
    if (n % 3 > 0 && n % 11 > 0)
      item = must(await desk.notifyPartyA({ ...touch(item), contact: '李工', at, how: '电话' }));
    if (n % 5 === 2 && n % 11 > 0)
      item = must(await desk.handToPartyA({ ...touch(item), collectorName: '李工', at }));
    if (n % 10 === 7 && n % 11 > 0) item = must(await desk.archive(touch(item)));
    if (n % 13 === 4)
      must(await office.as('deptManager').foundItems.void({ ...touch(item), reason: '重复登记' }));
  }
  office.setNow(isoOf(msOf(office.now()) + 60_000));
  rows = await office.file.reader.selectFrom('found_items').selectAll().execute();
});
afterAll(() => office.close());

const page = async (
  filter: FoundItemFilter,
  after: string | null,
  limit: number,
): Promise<Output<'foundItems.list'>> =>
  must(await office.as('csSupervisor').foundItems.list({ filter, after, limit }));

async function all(filter: FoundItemFilter, limit: number): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  for (let pages = 0; pages < 200; pages += 1) {
    const got: Output<'foundItems.list'> = await page(filter, after, limit);
    ids.push(...got.rows.map((row) => row.id));
    expect(got.rows.length).toBeLessThanOrEqual(limit);
    after = got.next;
    if (after === null) return ids;
  }
  throw new Error('pages without end');
}

const OPEN = ['registered', 'notified'];
function fits(row: FoundItemsTable, filter: FoundItemFilter): boolean {
  const today = dayOf(office.now());
  const open = OPEN.includes(row.state);
  const kept: Record<string, number> = { openedFood: 0 };
  const needs: Record<(typeof FOUND_ITEM_NEEDS)[number], boolean> = {
    notify: row.state === 'registered',
    partyA: row.state === 'notified',
    disposal: open && addDays(dayOf(row.foundAt), kept[row.category] ?? 90) <= today,
    long: open && msOf(office.now()) - msOf(row.foundAt) > 30 * 86_400_000,
    cosign:
      (row.confirmer2How === 'pending' && row.state !== 'voided') ||
      (open && row.valuable === 1 && row.countersignedAt === null),
  };
  const people = [
    row.finderName,
    row.receivedByName,
    row.confirmer1Name,
    row.confirmer2Name,
    row.claimantName,
  ];
  return (
    (!filter.need || needs[filter.need]) &&
    (!filter.states?.length || filter.states.includes(row.state)) &&
    (!filter.categories?.length || filter.categories.includes(row.category)) &&
    (!filter.fromOn || dayOf(row.foundAt) >= filter.fromOn) &&
    (!filter.toOn || dayOf(row.foundAt) <= filter.toOn) &&
    (!filter.month || row.serialNo.startsWith(`SW${filter.month.replace('-', '')}-`)) &&
    (!filter.person || people.some((name) => name?.includes(filter.person ?? ''))) &&
    (!filter.search || `${row.name}\n${row.publicFeatures}\n${row.foundPlace}`.includes(filter.search))
  );
}
const expected = (filter: FoundItemFilter): string[] =>
  rows
    .filter((row) => fits(row, filter))
    .sort((a, b) => (a.foundAt === b.foundAt ? (a.id < b.id ? 1 : -1) : a.foundAt < b.foundAt ? 1 : -1))
    .map((row) => row.id);

/** The index keeps seconds, not ids, in order: of one instant any order will do there. */
function expectSame(got: string[], wanted: string[], byIndex: boolean): void {
  if (!byIndex) {
    expect(got).toEqual(wanted);
    return;
  }
  const at = new Map(rows.map((row) => [row.id, row.foundAt]));
  expect(got.map((id) => at.get(id))).toEqual(wanted.map((id) => at.get(id)));
  expect([...got].sort()).toEqual([...wanted].sort());
}

const day = fc.integer({ min: 0, max: 70 }).map((days) => addDays('2026-09-15', days));
const filters: fc.Arbitrary<FoundItemFilter> = fc.record(
  {
    need: fc.constantFrom(...FOUND_ITEM_NEEDS),
    states: fc.subarray([...FOUND_ITEM_STATES]),
    categories: fc.subarray([...CATEGORIES, 'phone']),
    fromOn: day,
    toOn: day,
    person: fc.constantFrom('何香', '张', '见证', '陌生', '生乙', '%', '没有这人'),
    month: fc.constantFrom('2026-09', '2026-10', '2026-12'),
  },
  { requiredKeys: [] },
);

describe('list', { timeout: 300_000 }, () => {
  it('pages through every line that fits, newest first, none twice', async () => {
    await fc.assert(
      fc.asyncProperty(filters, fc.integer({ min: 1, max: 50 }), async (filter, limit) => {
        expectSame(await all(filter, limit), expected(filter), filter.person !== undefined);
        const { total, more } = await page(filter, null, 10);
        expect({ total, more }).toEqual({ total: expected(filter).length, more: false });
      }),
      { numRuns: 300 },
    );
  });

  it('does the same with search text', async () => {
    const searched = fc.tuple(filters, fc.constantFrom('雨伞', '黑色', '大堂', '停车场', '没有'));
    await fc.assert(
      fc.asyncProperty(searched, fc.integer({ min: 1, max: 50 }), async ([filter, search], limit) => {
        const wanted = expected({ ...filter, search });
        const got = await all({ ...filter, search }, limit);
        expectSame(got, wanted, true);
        expect((await page({ ...filter, search }, null, 10)).total).toBe(wanted.length);
      }),
      { numRuns: 200 },
    );
  });

  it('jumps to its cursor by an index and sorts nothing', async () => {
    const settings = await settingsOf(office.file.reader);
    const cursor = `${office.now()}|${rows[0]!.id}|120`;
    const plans = (filter: PlainFilter): string[][] =>
      branchesOf(filter, settings, office.now()).map((branch) => {
        const { sql, parameters } = pageSql(LISTING, branch, cursor, 100).compile(office.file.reader);
        const plan = office.file.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as {
          detail: string;
        }[];
        return plan.map((step) => step.detail);
      });
    const uses = (index: string) => [
      expect.stringMatching(
        new RegExp(
          `^SEARCH found_items USING (COVERING )?INDEX ${index} \\(.*\\(foundAt,id\\)<\\(\\?,\\?\\)`,
        ),
      ),
    ];
    expect(plans({})).toEqual([uses('found_items_at')]);
    expect(plans({ person: '何' })).toEqual([uses('found_items_at')]);
    expect(plans({ states: ['archived', 'claimed'] })).toEqual([
      uses('found_items_state'),
      uses('found_items_state'),
    ]);
    expect(plans({ categories: ['toy'] })).toEqual([uses('found_items_category')]);
    expect(plans({ need: 'cosign' })[0]).toEqual(uses('found_items_pending'));
    for (const plan of plans({ need: 'disposal' })) expect(plan).toEqual(uses('found_items_state'));
  });

  it('refuses days that do not exist and cursors that are none', async () => {
    const desk = office.as('csSupervisor').foundItems;
    expect(refusal(await desk.list({ filter: { fromOn: '2026-02-30' } }))).toBe('invalid:filter.fromOn');
    expect(refusal(await desk.list({ filter: { toOn: '2026-02-30' } }))).toBe('invalid:filter.toOn');
    expect(refusal(await desk.list({ filter: {}, after: 'x' }))).toBe('invalid:after');
    expect(refusal(await desk.list({ filter: { search: '伞' }, after: 'x' }))).toBe('invalid:after');
    expect(refusal(await desk.list({ filter: {}, limit: 201 }))).toBe('invalid:limit');
    expect(refusal(await office.as('cashier').foundItems.list({ filter: {} }))).toBe('notAllowed');
  });
});
