import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, refusal, type TestOffice } from '../../support/office';
import { arrive, cards, expectLast, friend, quickOffice, touch, unit } from './support';

/** 访客证: the stock of cards. */
let office: TestOffice;

beforeAll(async () => {
  office = await quickOffice();
  await cards(office, 3);
});
afterAll(() => office.close());

describe('the stock of visitor passes', () => {
  it('adds a run of numbers, each once', async () => {
    expect(
      must(await office.as('receptionist').visitorPasses.list({ filter: {} })).rows.map((row) => row.passNo),
    ).toEqual(['V01', 'V02', 'V03']);
    const more = must(await office.as('receptionist').visitorPasses.add({ passNo: 'b098', count: 3 })).passes;
    expect(more.map(({ passNo, serialNo }) => [passNo, serialNo])).toEqual([
      ['B098', 'FK202611-0004'],
      ['B099', 'FK202611-0005'],
      ['B100', 'FK202611-0006'],
    ]);
    expect(refusal(await office.as('receptionist').visitorPasses.add({ passNo: 'V02', count: 5 }))).toBe(
      'invalid:passNo',
    );
    expect(refusal(await office.as('receptionist').visitorPasses.add({ passNo: '贵宾', count: 2 }))).toBe(
      'invalid:passNo',
    );
    expect(refusal(await office.as('gateGuard').visitorPasses.add({ passNo: 'X1' }))).toBe('notAllowed');
  });

  it('offers those that are free, by part of their number', async () => {
    const unitId = await unit(office);
    await arrive(office, friend(unitId, { passNo: 'V02' }));
    expect(
      must(await office.as('receptionist').visitorPasses.free({ typed: 'v' })).map((row) => row.passNo),
    ).toEqual(['V01', 'V03']);
    expect(must(await office.as('receptionist').visitorPasses.counts({}))).toEqual({
      out: 1,
      notBack: 0,
      lost: 0,
    });
    office.setNow('2026-11-21T12:00:00.000Z');
    expect(must(await office.as('receptionist').visitorPasses.counts({}))).toMatchObject({ notBack: 0 });
    office.setNow('2026-11-22T01:00:00.000Z');
    // In since before yesterday's closing: somebody should ask where the card is.
    expect(must(await office.as('receptionist').visitorPasses.counts({}))).toEqual({
      out: 1,
      notBack: 1,
      lost: 0,
    });
  });

  it('is corrected, seen, lost and retired with a reason', async () => {
    const [card] = must(
      await office.as('receptionist').visitorPasses.list({ filter: { search: 'V03' } }),
    ).rows;
    must(
      await office
        .as('csSupervisor')
        .visitorPasses.markSeen({ id: card!.id })
        .then((r) => (r.ok ? r : { ok: true, data: { seen: false } })),
    );
    const fix = { field: 'passNo', value: 'v30', reason: '贴错标签' } as const;
    expect(
      refusal(
        await office.as('receptionist').visitorPasses.correct({ ...touch(card!), ...fix, value: 'V01' }),
      ),
    ).toBe('invalid:value');
    const fixed = must(await office.as('receptionist').visitorPasses.correct({ ...touch(card!), ...fix }));
    expectLast(office, card!.id, 'visitorPasses.correct/CORRECT');
    const lost = must(
      await office.as('receptionist').visitorPasses.lose({ ...touch(fixed), reason: '盘点缺失' }),
    );
    expect(must(await office.as('receptionist').visitorPasses.entry({ id: lost.id })).next).toEqual([
      'visitorPasses.takeIn',
      'visitorPasses.retire',
      'visitorPasses.correct',
    ]);
    const gone = must(
      await office.as('receptionist').visitorPasses.retire({ ...touch(lost), reason: '确认遗失' }),
    );
    expect(must(await office.as('receptionist').visitorPasses.entry({ id: gone.id })).next).toEqual([]);
    expect(
      refusal(
        await office.as('receptionist').visitorPasses.correct({ ...touch(gone), ...fix, value: 'V31' }),
      ),
    ).toBe('visitorPasses.wrongState');
    const out = must(await office.as('receptionist').visitorPasses.list({ filter: { states: ['out'] } }))
      .rows[0]!;
    expect(
      refusal(await office.as('receptionist').visitorPasses.retire({ ...touch(out), reason: '旧卡' })),
    ).toBe('visitorPasses.wrongState');
  });
});
