import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must, refusal, type TestOffice } from '../../support/office';
import { AT_POST, ago, arrived, expectLast, issued, quickOffice, released, seen, touch } from './support';

/** The gate: one slip, one release, on its day, past somebody who did not approve it. */
let office: TestOffice;
beforeEach(async () => {
  office = await quickOffice();
});
afterEach(() => office.close());

const guard = () => office.as('gateGuard').goodsReleases;
const lineIds = async (id: string) => (await seen(office, id)).entry.goods.map((line) => line.id);

describe('check', () => {
  it('finds a slip by scan code, number and running number', async () => {
    const slip = await issued(office);
    const { scanCode } = (await seen(office, slip.id)).entry;
    for (const typed of [scanCode, slip.serialNo, 'fx2026110001', '1', '0001']) {
      const { entry, stop } = must(await guard().check({ typed }));
      expect(entry.id).toBe(slip.id);
      expect(stop).toBeNull();
    }
    for (const typed of ['2', 'FX202611-0009', 'SW202611-0001', '沙发', '112611000011'])
      expect(refusal(await guard().check({ typed }))).toBe('goodsReleases.noSuchSlip');
    office.setNow('2026-12-01T02:00:00.000Z');
    expect(must(await guard().check({ typed: '1' })).stop?.reason).toBe('goodsReleases.gateExpired');
  });

  it('says why a slip may not go out, since when and by whom', async () => {
    const out = await released(office);
    expect(must(await guard().check({ typed: out.serialNo })).stop).toEqual({
      reason: 'goodsReleases.gateReleased',
      params: { no: out.serialNo, at: '2026-11-21 10:00', post: '东门岗', by: '马军' },
    });
    const gone = await issued(office);
    must(await office.as('csSupervisor').goodsReleases.void({ ...touch(gone), reason: '客户取消' }));
    expect(must(await guard().check({ typed: gone.serialNo })).stop?.params).toEqual({
      no: gone.serialNo,
      at: '2026-11-21 10:00',
      by: '王丽华',
    });
    const later = await issued(office, { windowFrom: '14:00' });
    expect(must(await guard().check({ typed: later.serialNo })).stop).toEqual({
      reason: 'goodsReleases.gateEarly',
      params: { no: later.serialNo, at: '2026-11-21 14:00' },
    });
  });
});

describe('release', () => {
  it('lets goods out once, with time, post, guard and mover', async () => {
    const slip = await issued(office);
    expect(refusal(await guard().release({ ...touch(slip), ...AT_POST }))).toBe('goodsReleases.notAtGate');
    office.pass(30);
    const here = await arrived(office, slip);
    expect((await seen(office, slip.id)).entry).toMatchObject({ state: 'atGate', guardName: '马军' });
    office.pass(3);
    const out = must(await guard().release({ ...touch(here), ...AT_POST }));
    const { entry } = await seen(office, slip.id);
    expect(entry).toMatchObject({
      state: 'released',
      releasedAt: '2026-11-21T02:33:00.000Z',
      gateAt: '2026-11-21T02:30:00.000Z',
      gatePost: '东门岗',
      gateHow: 'screen',
      moverName: '何大力',
      late: false,
    });
    expectLast(office, slip.id, 'goodsReleases.release/CHANGE');
    for (const again of [guard().release({ ...touch(out), ...AT_POST }), guard().arrive(touch(out))])
      expect(refusal(await again)).toBe('goodsReleases.gateReleased');
  });

  it('refuses a slip of yesterday, also one that was at the gate before midnight', async () => {
    const slip = await issued(office);
    const here = await arrived(office, await issued(office));
    office.setNow('2026-11-21T16:00:00.000Z');
    expect(refusal(await guard().arrive(touch(slip)))).toBe('goodsReleases.gateExpired');
    expect(refusal(await guard().release({ ...touch(here), ...AT_POST }))).toBe('goodsReleases.gateExpired');
    const { entry, warnings, next } = await seen(office, slip.id);
    expect(entry).toMatchObject({ state: 'issued', expired: true });
    expect(warnings).toEqual(['expired']);
    expect(next[0]).toBe('releaseRequests.reissue');
  });

  it('is for the gate only, and never for the approver (rule 10)', async () => {
    const slip = await issued(office);
    for (const role of ['receptionist', 'csSupervisor', 'deptManager', 'csSteward'] as const)
      expect(refusal(await office.as(role).goodsReleases.arrive(touch(slip)))).toBe('notAllowed');
    const both = { ...office.actor('deptManager'), roles: ['deptManager', 'gateGuard'] as const };
    const here = await arrived(office, slip);
    const client = office.caller({ actor: { ...both, roles: [...both.roles] }, locked: false }).goodsReleases;
    expect(refusal(await client.arrive(touch(here)))).toBe('goodsReleases.gateApprover');
    expect(refusal(await client.release({ ...touch(here), ...AT_POST }))).toBe('goodsReleases.gateApprover');
    expect(refusal(await client.mismatch({ ...touch(here), ...AT_POST, extra: '电视机' }))).toBe(
      'goodsReleases.gateApprover',
    );
    expect(must(await client.check({ typed: slip.serialNo })).stop?.reason).toBe(
      'goodsReleases.gateApprover',
    );
  });
});

describe('mismatch', () => {
  it('keeps what the gate counted, and lets nothing out', async () => {
    const here = await arrived(office, await issued(office));
    const [sofa, fridge] = await lineIds(here.id);
    expect(refusal(await guard().mismatch({ ...touch(here), ...AT_POST }))).toBe('invalid:differences');
    expect(
      refusal(
        await guard().mismatch({ ...touch(here), ...AT_POST, differences: [{ lineId: sofa!, counted: 1 }] }),
      ),
    ).toBe('invalid:differences');
    expect(
      refusal(
        await guard().mismatch({
          ...touch(here),
          ...AT_POST,
          differences: [{ lineId: here.id, counted: 1 }],
        }),
      ),
    ).toBe('invalid:differences');
    const stays = must(
      await guard().mismatch({
        ...touch(here),
        ...AT_POST,
        differences: [
          { lineId: sofa!, counted: 2, remark: '多一张' },
          { lineId: fridge!, counted: 1 },
        ],
        extra: '电视机 1 台',
      }),
    );
    const { entry, next } = await seen(office, here.id);
    expect(entry).toMatchObject({ state: 'mismatch', differences: '沙发 1→2 张 (多一张); + 电视机 1 台' });
    expect(entry.goods.map(({ counted, gateRemark }) => [counted, gateRemark])).toEqual([
      [2, '多一张'],
      [null, null],
      [null, null],
    ]);
    expect(next[0]).toBe('releaseRequests.reissue');
    expect(refusal(await guard().release({ ...touch(stays), ...AT_POST }))).toBe(
      'goodsReleases.gateMismatch',
    );
    expect(refusal(await guard().arrive(touch(stays)))).toBe('goodsReleases.gateMismatch');
  });
});

describe('recordGate', () => {
  const record = (slip: { id: string; version: number }, over: object = {}) =>
    office.as('receptionist').goodsReleases.recordGate({
      ...touch(slip),
      result: 'released',
      at: ago(office, 60),
      guardName: '外包保安老钱',
      ...AT_POST,
      ...over,
    });

  it("types the gate's paper later, with the time on the paper", async () => {
    const slip = await issued(office);
    office.pass(120);
    must(await record(slip));
    const { entry } = await seen(office, slip.id);
    expect(entry).toMatchObject({
      state: 'released',
      gateHow: 'paper',
      releasedAt: '2026-11-21T03:00:00.000Z',
      guardName: '外包保安老钱',
      guardId: null,
      late: true,
    });
    expectLast(office, slip.id, 'goodsReleases.recordGate/CHANGE');
  });

  it('names a guard of the staff, and never the approver, by id or by name', async () => {
    const slip = await issued(office);
    office.pass(120);
    expect(refusal(await record(slip, { guardId: office.actor('deptManager').staffId }))).toBe(
      'goodsReleases.gateApprover',
    );
    expect(refusal(await record(slip, { guardName: '周建国' }))).toBe('goodsReleases.gateApprover');
    expect(refusal(await record(slip, { guardId: slip.id }))).toBe('invalid:guardId');
    must(await record(slip, { guardId: office.actor('gateGuard').staffId, guardName: '写错的名字' }));
    expect((await seen(office, slip.id)).entry.guardName).toBe('马军');
  });

  it('holds the same hours', async () => {
    const slip = await issued(office);
    office.pass(120);
    expect(refusal(await record(slip, { at: ago(office, 180) }))).toBe('goodsReleases.gateEarly');
    expect(refusal(await record(slip, { at: '2026-11-21T08:00:00.000Z' }))).toBe('invalid:at');
    office.setNow('2026-11-23T02:00:00.000Z');
    expect(refusal(await record(slip))).toBe('goodsReleases.gateExpired');
    must(await record(slip, { result: 'mismatch', at: '2026-11-21T05:00:00.000Z', extra: '电视机' }));
    expect((await seen(office, slip.id)).entry).toMatchObject({ state: 'mismatch', differences: '+ 电视机' });
    expect(
      refusal(
        await office.as('gateGuard').goodsReleases.recordGate({
          ...touch(slip),
          result: 'released',
          at: office.now(),
          guardName: '马军',
          ...AT_POST,
        }),
      ),
    ).toBe('notAllowed');
  });
});
