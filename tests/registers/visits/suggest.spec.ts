import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitsOfUnit } from '../../../electron/registers/visits/of-unit';
import { visitorTest } from '../../../electron/registers/visits/suggest-visitor';
import { must, type TestOffice } from '../../support/office';
import { arrive, CONSENT, friend, quickOffice, touch, unit } from './support';

/** A returning visitor by two or three letters (desk-practice.md §4): the nearest first, namesakes told apart, erased ones gone. */
let office: TestOffice;
let home: string;
let other: string;
const suggest = async (typed: string, unitId: string | null = null) =>
  must(await office.as('receptionist').visits.suggestVisitor({ typed, unitId }));
const come = async (over: Parameters<typeof friend>[1], at = home) => {
  const visit = await arrive(office, friend(at, { consent: CONSENT, ...over }));
  return must(await office.as('receptionist').visits.leave(touch(visit)));
};

beforeAll(async () => {
  office = await quickOffice({ now: '2026-05-01T02:00:00.000Z' });
  home = await unit(office);
  other = await unit(office, '8-2-301');
  await come({ visitorName: '赵卫', visitorPhone: '13611110001' });
  await come({ visitorName: '赵卫', visitorPhone: '13611110001' });
  office.setNow('2026-11-01T02:00:00.000Z');
  for (let n = 0; n < 3; n += 1) await come({ visitorName: '赵伟', visitorPhone: '13611110002' }, other);
  office.setNow('2026-11-21T02:00:00.000Z');
  await come(
    { visitorName: '赵薇', visitorPhone: '13611110003', company: '顺丰速运', plate: '粤I99999' },
    other,
  );
  await come({ visitorName: '钱多', hostName: '赵文' }, other);
});
afterAll(() => office.close());

describe('suggestVisitor', () => {
  it('ranks this unit > this shift > last 90 days > all', async () => {
    expect((await suggest('zw')).map((one) => one.phoneTail)).toEqual(['0003', '0002', '0001']);
    expect((await suggest('zw', home)).map((one) => one.phoneTail)).toEqual(['0001', '0003', '0002']);
    const [first] = await suggest('zw', home);
    expect(first).toMatchObject({ visitorName: '赵卫', times: 2, unitCode: '3-1-1502', type: 'relative' });
    expect(first!.lastAt).toBe('2026-05-01T02:00:00.000Z');
  });

  it('finds by Han characters, pinyin, phone tail, company, and both together; hosts are no visitors', async () => {
    for (const typed of ['赵', '赵薇', 'zhaow', '0003', '顺丰', 'sf', '赵0003'])
      expect((await suggest(typed)).map((one) => one.phoneTail)).toContain('0003');
    expect((await suggest('赵文')).length).toBe(0);
    expect(await suggest('赵0009')).toEqual([]);
    expect(await suggest('·')).toEqual([]);
  });

  it('puts those announced for today first, and says who is still in', async () => {
    const desk = office.as('receptionist').visits;
    const input = friend(other, { visitorName: '赵万', visitorPhone: null });
    const { id } = must(await desk.expect({ ...input, expectedAt: '2026-11-21T08:00:00.000Z' }));
    const [first] = await suggest('zw', home);
    expect(first).toMatchObject({ visitorName: '赵万', expected: { id, version: 1 } });
    const inside = await arrive(office, friend(home, { visitorName: '孙在', visitorPhone: '13900000009' }));
    expect((await suggest('sz'))[0]).toMatchObject({ openId: inside.id });
  });

  it('tests the visitor’s own words only', () => {
    const words =
      "@赵伟\n'zhao'wei\n@顺丰速运\n'shun'feng'su'yun\n@李燕\n'li'yan\n 探亲\n#13611110002\n=lf202611-0001";
    for (const typed of ['zw', 'zhaowei', '赵', '顺丰', 'sfsy', '0002', '1361111'])
      expect(visitorTest(typed)(words)).not.toBeNull();
    for (const typed of ['ly', '李燕', '探亲', 'zz', '0003', ''])
      expect(visitorTest(typed)(words)).toBeNull();
  });

  it('offers words typed before', async () => {
    const asked = must(await office.as('receptionist').visits.suggest({ field: 'purpose', typed: 'tq' }));
    expect(asked).toEqual([{ value: '探亲', hint: null }]);
    expect(
      must(await office.as('receptionist').visits.suggest({ field: 'company', typed: null }))[0],
    ).toEqual({
      value: '顺丰速运',
      hint: null,
    });
  });

  it('gives the unit’s page its visits, open ones first', async () => {
    const { rows, total } = await visitsOfUnit(office.file.reader, home, 3);
    expect(rows.map((row) => row.state)).toEqual(['in', 'left', 'left']);
    expect(total).toBe(3);
  });
});
