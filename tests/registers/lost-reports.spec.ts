import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { likeness, scoreOf } from '../../electron/registers/found-items/matching';
import type { Input } from '../../shared/api';
import { must, refusal, type TestOffice } from '../support/office';
import {
  ago,
  type Done,
  entryOf,
  expectLast,
  quickOffice,
  register,
  touch,
  umbrella,
} from './found-items/support';

let office: TestOffice;
beforeEach(async () => {
  office = await quickOffice();
});
afterEach(() => office.close());
const desk = () => office.as('receptionist');

const lost = (over: Partial<Input<'lostReports.register'>> = {}): Input<'lostReports.register'> => ({
  category: 'umbrella',
  name: '黑色雨伞',
  features: '木柄，长柄',
  lostPlace: '一楼大堂沙发',
  lostFrom: ago(office, 180),
  lostTo: ago(office, 60),
  reporterName: '欧阳明',
  reporterPhone: '139 0013 9000',
  reporterUnit: '1502',
  ...over,
});
const report = async (over: Partial<Input<'lostReports.register'>> = {}) =>
  must(await desk().lostReports.register(lost(over)));
const reportEntry = async (id: string) => must(await office.as('csSupervisor').lostReports.entry({ id }));
const claim = (item: Done): Input<'foundItems.claim'> => ({
  ...touch(item),
  claimantName: '欧阳明',
  claimantDocumentKind: 'idCard',
  claimStatement: '黑色长柄，木柄',
  claimLostWhere: '大堂',
  claimMatch: 'matches',
  at: office.now(),
});

describe('register', () => {
  it('has its own numbers and shows the phone masked', async () => {
    const { id, serialNo } = await report();
    expect(serialNo).toBe('BS202611-0001');
    const { entry, story, next } = await reportEntry(id);
    expect(entry).toMatchObject({ state: 'open', reporterPhone: '139****9000', foundSerialNo: null });
    expect(JSON.stringify(story)).not.toContain('13900139000');
    expect(next).toContain('lostReports.close');
    expectLast(office, id, 'lostReports.register/CREATE');
  });

  it('refuses unknown categories and windows that cannot be', async () => {
    const { register: add } = desk().lostReports;
    expect(refusal(await add(lost({ category: 'spaceship' })))).toBe('lostReports.unknownCategory');
    expect(refusal(await add(lost({ lostTo: ago(office, 200) })))).toBe('invalid:lostTo');
    expect(refusal(await add(lost({ lostTo: ago(office, -30) })))).toBe('invalid:lostTo');
    expect(refusal(await add(lost({ reporterPhone: '不详' })))).toBe('invalid:reporterPhone');
  });

  it('answers the items that fit at once', async () => {
    await register(
      office,
      umbrella(office, { name: '红色童伞', foundPlace: '停车场', publicFeatures: null }),
    );
    const right = await register(office, umbrella(office));
    await register(
      office,
      umbrella(office, { category: 'toy', name: '玩具熊', foundPlace: '儿童乐园', publicFeatures: null }),
    );
    const { id, matches } = await report();
    expect(matches[0]).toMatchObject({ id: right.id, serialNo: right.serialNo, where: '一楼大堂' });
    expect(matches.map((match) => match.name)).not.toContain('玩具熊');
    expect(must(await desk().lostReports.matches({ id }))).toEqual(matches);
    const back = must(await desk().foundItems.matches({ id: right.id }));
    expect(back[0]).toMatchObject({ id, score: matches[0]!.score });
  });

  it('notes a missing person as an incident and matches it with nothing', async () => {
    const item = await register(office, umbrella(office));
    const { id, matches } = await report({ subject: 'person', name: '走失儿童' });
    expect(matches).toEqual([]);
    expect((await reportEntry(id)).warnings).toEqual(['incident']);
    const linked = await desk().foundItems.link({ ...touch(item), lostReportId: id });
    expect(refusal(linked)).toBe('foundItems.reportOfPerson');
  });
});

describe('link and unlink', () => {
  it('name each other on both sides, once', async () => {
    const item = await register(office, umbrella(office));
    const other = await register(office, umbrella(office));
    const { id, serialNo } = await report();
    const next = must(await desk().foundItems.link({ ...touch(item), lostReportId: id }));
    expect((await entryOf(office, item.id)).entry.lostSerialNo).toBe(serialNo);
    expect((await reportEntry(id)).entry).toMatchObject({ state: 'matched', foundSerialNo: item.serialNo });
    expectLast(office, item.id, 'foundItems.link/LINK');
    expectLast(office, id, 'foundItems.link/LINK');
    const again = { ...touch(next), lostReportId: id };
    expect(refusal(await desk().foundItems.link(again))).toBe('foundItems.alreadyLinked');
    expect(refusal(await desk().foundItems.link({ ...again, ...touch(other) }))).toBe(
      'foundItems.reportNotOpen',
    );
    expect(must(await desk().foundItems.matches({ id: other.id }))).toEqual([]);

    const free = must(await desk().foundItems.unlink(touch(next)));
    expect((await reportEntry(id)).entry).toMatchObject({ state: 'open', foundItemId: null });
    expectLast(office, id, 'foundItems.unlink/LINK');
    expect(refusal(await desk().foundItems.unlink(touch(free)))).toBe('foundItems.notLinked');
  });

  it('close the report with the claim', async () => {
    const item = await register(office, umbrella(office));
    const { id } = await report();
    const linked = must(await desk().foundItems.link({ ...touch(item), lostReportId: id }));
    must(await desk().foundItems.claim(claim(linked)));
    expect((await reportEntry(id)).entry).toMatchObject({
      state: 'closed',
      result: item.serialNo,
      foundItemId: item.id,
    });
    expectLast(office, id, 'foundItems.claim/CHANGE');
  });

  it('come apart when either side is void', async () => {
    const supervisor = office.as('csSupervisor');
    const item = await register(office, umbrella(office));
    const first = await report();
    const linked = must(await desk().foundItems.link({ ...touch(item), lostReportId: first.id }));
    must(await supervisor.lostReports.void({ id: first.id, version: 2, reason: '重复登记' }));
    expectLast(office, first.id, 'lostReports.void/VOID');
    expect((await entryOf(office, item.id)).entry.lostReportId).toBeNull();

    const second = await report();
    must(await desk().foundItems.link({ id: item.id, version: linked.version + 1, lostReportId: second.id }));
    must(await supervisor.foundItems.void({ id: item.id, version: 4, reason: '重复登记' }));
    expect((await reportEntry(second.id)).entry).toMatchObject({ state: 'open', foundItemId: null });
  });
});

describe('close, correct, void, look', () => {
  it('closes by hand with a result, once', async () => {
    const { id } = await report();
    must(await desk().lostReports.close({ id, version: 1, result: '客人自己找到' }));
    expectLast(office, id, 'lostReports.close/CHANGE');
    const again = { id, version: 2, result: '客人自己找到' };
    expect(refusal(await desk().lostReports.close(again))).toBe('lostReports.wrongState');
    const edit = { id, version: 2, field: 'name' as const, value: '伞', reason: '写错了' };
    expect(refusal(await desk().lostReports.correct(edit))).toBe('lostReports.wrongState');
    expect(
      refusal(await office.as('csSupervisor').lostReports.void({ id, version: 2, reason: '重复' })),
    ).toBe('lostReports.wrongState');
  });

  it('edits freely at first, strikes through later', async () => {
    const { id } = await report();
    const edit = { id, field: 'name' as const, value: '深蓝雨伞' };
    must(await desk().lostReports.correct({ ...edit, version: 1 }));
    expectLast(office, id, 'lostReports.correct/EDIT');
    expect(must(await office.as('gateGuard').lostReports.markSeen({ id })).seen).toBe(true);
    expect(refusal(await office.as('gateGuard').lostReports.markSeen({ id }))).toBe('entry.alreadyFrozen');
    const late = { ...edit, version: 2, value: '黑色雨伞' };
    expect(refusal(await desk().lostReports.correct(late))).toBe('entry.reasonMissing');
    const stranger = office.as('receptionist', true).lostReports;
    expect(refusal(await stranger.correct({ ...late, reason: '看错了' }))).toBe('entry.notRecorder');
    must(await desk().lostReports.correct({ ...late, reason: '客人更正' }));
    expect((await reportEntry(id)).entry.strikes).toMatchObject([
      { field: 'name', old: '深蓝雨伞', new: '黑色雨伞' },
    ]);
    const same = { ...edit, version: 3, value: '黑色雨伞', reason: '没有改' };
    expect(refusal(await desk().lostReports.correct(same))).toBe('lostReports.unchanged');
    const window = { id, version: 3, field: 'lostFrom' as const, value: ago(office, 30), reason: '时间错' };
    expect(refusal(await desk().lostReports.correct(window))).toBe('invalid:value');
    const category = { id, version: 3, field: 'category' as const, value: 'spaceship', reason: '类别错' };
    expect(refusal(await desk().lostReports.correct(category))).toBe('lostReports.unknownCategory');
  });

  it('unmasks the phone with a reason', async () => {
    const { id } = await report();
    expect(refusal(await office.as('gateGuard').lostReports.unmask({ id, reason: '回电话' }))).toBe(
      'notAllowed',
    );
    expect(must(await desk().lostReports.unmask({ id, reason: '回电话' })).reporterPhone).toBe('13900139000');
    expectLast(office, id, 'lostReports.unmask/UNMASK');
  });

  it('lists by state, category, day and search text, in pages', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 7; n += 1) {
      ids.unshift(
        (await report({ name: n % 2 ? '黑色雨伞' : '玩具熊', category: n % 2 ? 'umbrella' : 'toy' })).id,
      );
      office.pass(24 * 60);
    }
    const list = async (
      filter: Input<'lostReports.list'>['filter'],
      after: string | null = null,
      limit = 3,
    ) => must(await office.as('csSupervisor').lostReports.list({ filter, after, limit }));
    const pages: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list({}, after);
      pages.push(...page.rows.map((row) => row.id));
      expect(page.total).toBe(7);
      after = page.next;
    } while (after);
    expect(pages).toEqual(ids);
    expect((await list({ categories: ['toy'] }, null, 9)).rows).toHaveLength(4);
    expect((await list({ fromOn: '2026-11-22', toOn: '2026-11-23' }, null, 9)).rows).toHaveLength(2);
    expect((await list({ search: '雨伞', states: ['open'] }, null, 9)).rows).toHaveLength(3);
    expect((await list({ states: ['closed'] })).rows).toEqual([]);
    expect(refusal(await desk().lostReports.list({ filter: { fromOn: '2026-02-30' } }))).toBe(
      'invalid:filter.fromOn',
    );
  });
});

describe('the score', () => {
  const at = '2026-11-20T02:00:00.000Z';
  const item = {
    category: 'umbrella',
    name: '黑色长柄雨伞',
    publicFeatures: null,
    verifyFeatures: null,
    foundPlace: '一楼大堂',
    foundAt: at,
  };
  const same = {
    category: 'umbrella',
    name: '黑色长柄雨伞',
    features: null,
    lostPlace: '一楼大堂',
    lostFrom: at,
    lostTo: at,
  };

  it('is full for the same thing and nothing outside the window', () => {
    expect(scoreOf(item, same)).toBe(100);
    expect(scoreOf({ ...item, foundAt: '2026-11-18T02:00:00.000Z' }, same)).toBe(0);
    expect(scoreOf({ ...item, foundAt: '2027-03-20T02:00:00.000Z' }, same)).toBe(0);
  });

  it('falls with every difference', () => {
    expect(scoreOf(item, { ...same, category: 'bag' })).toBe(65);
    expect(scoreOf(item, { ...same, lostPlace: '停车场' })).toBe(80);
    expect(scoreOf(item, { ...same, name: 'iPhone' })).toBe(70);
    expect(scoreOf({ ...item, foundAt: '2026-11-27T02:00:00.000Z' }, same)).toBe(93);
  });

  it('compares what was typed, not how', () => {
    expect(likeness('iPhone 15', 'ｉｐｈｏｎｅ 15')).toBe(1);
    expect(likeness('', '伞')).toBe(0);
  });
});
