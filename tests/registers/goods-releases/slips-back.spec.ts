import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GOODS_RELEASE_NEEDS, SLIP_NEEDS } from '../../../shared/registers/goods-releases';
import { must, refusal, type TestOffice } from '../../support/office';
import { arrived, expectLast, issued, pending, quickOffice, released, seen, touch } from './support';

/** Gate parts back, the weekly reconciliation, counts and lists. */
let office: TestOffice;
beforeEach(async () => {
  // Monday, 16 November 2026, 10:00.
  office = await quickOffice({ now: '2026-11-16T02:00:00.000Z' });
});
afterEach(() => office.close());

const desk = () => office.as('receptionist').goodsReleases;
const boss = () => office.as('csSupervisor').goodsReleases;

describe('returnSlip', () => {
  it('files a part, may be undone, and only after the release', async () => {
    const early = await issued(office);
    expect(refusal(await desk().returnSlip(touch(early)))).toBe('goodsReleases.wrongState');
    expect(refusal(await office.as('receptionist').goodsReleases.undoReturn(touch(early)))).toBe(
      'goodsReleases.wrongState',
    );
    const out = await released(office);
    const back = must(await desk().returnSlip({ ...touch(out), binder: '2026-11', binderPage: '3' }));
    expect((await seen(office, out.id)).entry).toMatchObject({
      state: 'slipReturned',
      binder: '2026-11',
      binderPage: '3',
      returnedByName: '张伟',
    });
    const undone = must(await desk().undoReturn(touch(back)));
    expect((await seen(office, out.id)).entry).toMatchObject({
      state: 'released',
      binder: null,
      returnedAt: null,
    });
    expect(refusal(await desk().undoReturn(touch(undone)))).toBe('goodsReleases.wrongState');
    expect(refusal(await office.as('gateGuard').goodsReleases.returnSlip(touch(undone)))).toBe('notAllowed');
    must(await desk().returnSlip(touch(undone)));
    expectLast(office, out.id, 'goodsReleases.returnSlip/CHANGE');
  });
});

describe('reconcile', () => {
  it('closes what is back and lists issued minus returned', async () => {
    const back = await released(office);
    must(await desk().returnSlip(touch(back)));
    const missing = await released(office);
    const unused = await issued(office);
    const gone = await issued(office);
    must(await boss().void({ ...touch(gone), reason: '客户取消' }));
    office.setNow('2026-11-22T09:00:00.000Z');
    const today = await issued(office);
    const week = must(await office.as('receptionist').goodsReleases.week({ weekOn: '2026-11-19' }));
    expect(week).toMatchObject({
      from: '2026-11-16',
      to: '2026-11-22',
      issued: 5,
      returned: 1,
      reconciled: 0,
      voided: 1,
    });
    expect(week.outstanding.map(({ id }) => id)).toEqual([missing.id, unused.id]);
    expect(refusal(await desk().reconcile({ weekOn: '2026-11-22' }))).toBe('notAllowed');
    expect(must(await boss().reconcile({ weekOn: '2026-11-22' }))).toEqual({ reconciled: 1, outstanding: 2 });
    expect((await seen(office, back.id)).entry).toMatchObject({
      state: 'reconciled',
      reconciledByName: '王丽华',
    });
    expectLast(office, 'week/2026-11-16', 'goodsReleases.reconcile/CO_CONFIRM');
    expect(refusal(await desk().undoReturn({ id: back.id, version: 5 }))).toBe('goodsReleases.wrongState');
    must(await desk().returnSlip(touch(missing)));
    expect(must(await boss().reconcile({ weekOn: '2026-11-16' }))).toEqual({ reconciled: 1, outstanding: 1 });
    office.setNow('2026-11-23T02:00:00.000Z');
    expect(must(await desk().week({ weekOn: '2026-11-22' })).outstanding.map(({ id }) => id)).toEqual([
      unused.id,
      today.id,
    ]);
    expect(refusal(await desk().week({ weekOn: '2026-02-30' }))).toBe('invalid:weekOn');
  });
});

describe('counts and list', () => {
  const listed = async (filter: Parameters<ReturnType<typeof desk>['list']>[0]['filter']) =>
    must(await desk().list({ filter })).rows.map(({ serialNo }) => serialNo);

  it('count what needs doing, each a door to its list', async () => {
    const out = await released(office);
    office.pass(1);
    const unused = await issued(office);
    office.setNow('2026-11-26T02:00:00.000Z');
    await pending(office);
    const valid = await issued(office);
    const here = await arrived(office, await issued(office));
    const wrong = await arrived(office, await issued(office));
    must(
      await office.as('gateGuard').goodsReleases.mismatch({
        ...touch(wrong),
        gatePost: '东门岗',
        moverName: '何大力',
        extra: '电视机',
      }),
    );
    expect(must(await office.as('receptionist').goodsReleases.counts({}))).toEqual({
      approve: 1,
      atGate: 1,
      out: 1,
      expired: 1,
      mismatch: 1,
      slips: 2,
    });
    expect(await listed({ need: 'out' })).toEqual([valid.serialNo]);
    expect(await listed({ need: 'atGate' })).toEqual([here.serialNo]);
    expect(await listed({ need: 'expired' })).toEqual([unused.serialNo]);
    expect(await listed({ need: 'mismatch' })).toEqual([wrong.serialNo]);
    expect(await listed({ need: 'slips' })).toEqual([unused.serialNo, out.serialNo]);
    expect(await listed({ need: 'outstanding' })).toEqual([wrong.serialNo, unused.serialNo, out.serialNo]);
    expect(GOODS_RELEASE_NEEDS.filter((need) => need !== 'approve')).toEqual(
      SLIP_NEEDS.filter((need) => need !== 'outstanding'),
    );
  });

  it('filter by state, day, month, person and words, newest first', async () => {
    const first = await released(office);
    office.pass(24 * 60);
    const second = await issued(office, {
      unitName: '5-2-301',
      ownerName: '郭大海',
      handlerName: '郭大海',
      plate: '沪B7K888',
    });
    expect(await listed({})).toEqual([second.serialNo, first.serialNo]);
    expect(await listed({ states: ['released'] })).toEqual([first.serialNo]);
    expect(await listed({ fromOn: '2026-11-17' })).toEqual([second.serialNo]);
    expect(await listed({ toOn: '2026-11-16' })).toEqual([first.serialNo]);
    expect(await listed({ month: '2026-11' })).toHaveLength(2);
    expect(await listed({ month: '2026-10' })).toEqual([]);
    expect(await listed({ person: '马军' })).toEqual([first.serialNo]);
    expect(await listed({ need: 'out', states: ['released'] })).toEqual([]);
    for (const search of ['郭大海', '5-2-301', 'gdh', '沪B7K888', second.serialNo])
      expect(await listed({ search }), search).toEqual([second.serialNo]);
    expect(await listed({ search: '冰箱' })).toHaveLength(2);
    expect(await listed({ search: '何大力' })).toEqual([first.serialNo]);
  });

  it('stand on the page of their unit, those not settled first, void ones not at all', async () => {
    const unit = must(await office.as('receptionist').units.register({ building: '3', unitNo: '1502' }));
    const back = await released(office, { unitId: unit.id });
    must(await desk().returnSlip(touch(back)));
    const open = await issued(office, { unitId: unit.id });
    office.pass(1);
    const gone = await issued(office, { unitId: unit.id });
    must(await boss().void({ ...touch(gone), reason: '客户取消' }));
    const page = must(await office.as('receptionist').units.page({ id: unit.id }));
    const section = page.sections.find(({ register }) => register === 'goodsReleases');
    expect(section?.rows.map(({ serialNo }) => serialNo)).toEqual([open.serialNo, back.serialNo]);
    expect(section?.total).toBe(2);
    expect(await listed({ unitId: unit.id })).toHaveLength(3);
  });

  it('answers the omni-box and the scanner with the next act', async () => {
    const slip = await issued(office);
    const { scanCode } = (await seen(office, slip.id)).entry;
    const hit = must(await office.as('gateGuard').search.find({ typed: '林小雨' })).hits[0];
    expect(hit).toMatchObject({
      register: 'goodsReleases',
      title: '3-1-1502 林小雨',
      next: 'goodsReleases.arrive',
    });
    const scanned = must(await office.as('gateGuard').search.scan({ code: scanCode }));
    expect(scanned).toMatchObject({ kind: 'entry', next: 'goodsReleases.arrive' });
    const out = await released(office);
    const code = (await seen(office, out.id)).entry.scanCode;
    expect(must(await office.as('receptionist').search.scan({ code }))).toMatchObject({
      next: 'goodsReleases.returnSlip',
    });
  });
});
