import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pageSql } from '../../../electron/entries/listing';
import { LISTING, needBranches } from '../../../electron/registers/diaries/filter';
import { addDays, dayOf } from '../../../shared/dates';
import { must, refusal, type TestOffice } from '../../support/office';
import { begun, expectLast, handedIn, quickOffice, touch, wrote } from './support';

/** S14: a steward's day from its first line to the supervisor's comment, through the door, with every refusal. */
let office: TestOffice;
beforeEach(async () => {
  office = await quickOffice();
});
afterEach(() => office.close());
const diaries = (role: Parameters<TestOffice['as']>[0] = 'csSteward', other = false) =>
  office.as(role, other).stewardDiaries;
const sheet = async (id: string) => must(await office.as('csSupervisor').stewardDiaries.entry({ id }));

const call = (kind: 'repair' | 'suggestion') =>
  office.as('csSteward').contactLogs.register({
    channel: 'call',
    kind,
    happenedAt: office.now(),
    callerName: '孙建平',
    content: '感应灯不亮',
    serious: false,
    handling: 'answered',
    result: '已报修',
  });

describe('a diary', () => {
  it('is one a day and begins with the plan of the last one', async () => {
    expect(must(await office.as('csSteward').stewardDiaries.mine({})).id).toBeNull();
    const first = await begun(office);
    expect(first.serialNo).toBe('RZ202611-0001');
    expectLast(office, first.id, 'stewardDiaries.open/CREATE');
    expect(must(await diaries().mine({})).id).toBe(first.id);
    expect(refusal(await diaries().open({}))).toBe('stewardDiaries.alreadyBegun');
    expect(refusal(await diaries('receptionist').open({}))).toBe('notAllowed');
    const done = await wrote(office, first, 'tomorrow', '上午巡查 1—12 层');
    must(await diaries().submit(touch(done)));
    office.pass(24 * 60);
    const second = await begun(office);
    expect((await sheet(second.id)).entry).toMatchObject({ morning: '上午巡查 1—12 层', state: 'open' });
    const late = dayOf(office.now());
    expect(refusal(await diaries().open({ dayOn: addDays(late, 1) }))).toBe('invalid:dayOn');
    expect(refusal(await diaries().open({ dayOn: addDays(late, -8) }))).toBe('invalid:dayOn');
    must(await diaries().open({ dayOn: addDays(late, -3) }));
  });

  it('is written section by section by its steward alone', async () => {
    const one = await begun(office);
    const dunning = { section: 'dunning' as const, text: '电话催缴', dunnedUnits: 3, dunnedCents: 120_000 };
    const next = must(await diaries().write({ ...touch(one), ...dunning }));
    expectLast(office, one.id, 'stewardDiaries.write/CHANGE');
    expect(refusal(await diaries().write({ ...touch(next), ...dunning }))).toBe('entry.unchanged');
    expect(
      refusal(await diaries('csSteward', true).write({ ...touch(next), section: 'vacant', text: '好' })),
    ).toBe('stewardDiaries.notYours');
    expect(refusal(await diaries().write({ ...touch(one), section: 'vacant', text: '好' }))).toBe('conflict');
    expect((await sheet(one.id)).entry).toMatchObject({ dunnedUnits: 3, dunnedCents: 120_000, written: 1 });
  });

  it('has its figures from the registers, kept as they stood when it was handed in', async () => {
    must(await call('repair'));
    must(await call('repair'));
    must(await call('suggestion'));
    const one = await begun(office);
    const live = (await sheet(one.id)).entry;
    expect(live.live).toBe(true);
    expect(live.figures).toEqual([
      {
        section: 'suggestions',
        book: 'contacts:book.contactLogs',
        label: 'contacts:kind.suggestion',
        count: 1,
      },
      { section: 'repairs', book: 'contacts:book.contactLogs', label: 'contacts:kind.repair', count: 2 },
    ]);
    must(await diaries().submit(touch(await wrote(office, one, 'tomorrow', '复查'))));
    must(await call('repair'));
    const kept = (await sheet(one.id)).entry;
    expect(kept.live).toBe(false);
    expect(kept.figures).toEqual(live.figures);
  });

  it('is not handed in without a plan for tomorrow, nor by somebody else', async () => {
    const one = await begun(office);
    expect(refusal(await diaries().submit(touch(one)))).toBe('stewardDiaries.planMissing');
    const two = await wrote(office, one, 'tomorrow', '复查装修');
    expect(refusal(await diaries('csSteward', true).submit(touch(two)))).toBe('stewardDiaries.notYours');
    const done = must(await diaries().submit(touch(two)));
    expectLast(office, one.id, 'stewardDiaries.submit/CHANGE');
    expect(refusal(await diaries().write({ ...touch(done), section: 'visits', text: '回访' }))).toBe(
      'stewardDiaries.wrongState',
    );
  });
});

describe('the supervisor', () => {
  it('sees problems at once and answers them', async () => {
    const one = await handedIn(office, '19 层占用楼道');
    const supervisor = office.as('csSupervisor');
    expect(must(await supervisor.stewardDiaries.counts({}))).toEqual({
      missing: 1,
      problems: 1,
      toReview: 1,
    });
    expect((await sheet(one.id)).warnings).toContain('problems');
    const shift = must(await office.as('receptionist').handovers.open({ post: '前台' }));
    const open =
      must(await office.as('receptionist').handovers.entry({ id: shift.id })).entry.sheet?.open ?? [];
    expect(open.map(({ register }) => register)).toContain('stewardDiaries');
    expect(refusal(await diaries().review(touch(one)))).toBe('notAllowed');
    expect(refusal(await supervisor.stewardDiaries.review(touch(one)))).toBe('invalid:comment');
    must(await supervisor.stewardDiaries.review({ ...touch(one), comment: '明早例会协调' }));
    expectLast(office, one.id, 'stewardDiaries.review/CHANGE');
    expect(must(await supervisor.stewardDiaries.counts({}))).toMatchObject({ problems: 0, toReview: 0 });
  });

  it('does not read a diary of their own', async () => {
    const supervisor = office.as('csSupervisor').stewardDiaries;
    const one = must(await supervisor.open({}));
    const two = must(await supervisor.write({ ...touch(one), section: 'tomorrow', text: '巡查' }));
    const done = must(await supervisor.submit(touch(two)));
    expect(refusal(await supervisor.review(touch(done)))).toBe('stewardDiaries.ownDiary');
    must(await office.as('deptManager').stewardDiaries.review(touch(done)));
  });

  it('is told at 17:10 whose diary is missing', async () => {
    const keys = async () =>
      must(await office.as('csSteward').today.board({})).reminders.map(({ key }) => key);
    expect(await keys()).not.toContain('stewardDiaries.missing');
    office.setNow('2026-11-21T09:12:00.000Z');
    expect(await keys()).toContain('stewardDiaries.missing');
    await handedIn(office);
    expect(must(await diaries().counts({})).missing).toBe(1);
    const other = office.as('csSteward', true).stewardDiaries;
    const one = must(await other.open({}));
    const two = must(await other.write({ ...touch(one), section: 'tomorrow', text: '巡查' }));
    must(await other.submit(touch(two)));
    expect(await keys()).not.toContain('stewardDiaries.missing');
  });
});

describe('the book', () => {
  it('lists, finds, prints, and reads by its index', async () => {
    const one = await handedIn(office, '感应灯反复故障');
    const titles = async (filter: object) =>
      must(await office.as('csSupervisor').stewardDiaries.list({ filter })).rows.map(({ id }) => id);
    expect(await titles({ need: 'problems' })).toEqual([one.id]);
    expect(await titles({ search: '感应灯' })).toEqual([one.id]);
    expect(await titles({ person: '陈强' })).toEqual([one.id]);
    expect(await titles({ states: ['open'] })).toEqual([]);
    const print = office.as('csSupervisor').prints;
    const paper = must(await print.prepare({ form: 'F21', entryId: one.id, lang: 'zh-CN' }));
    expect(JSON.stringify(paper)).toContain('感应灯反复故障');
    must(await print.prepare({ form: 'F21', blank: true, lang: 'en' }));
    for (const branch of needBranches('problems')) {
      const { sql, parameters } = pageSql(LISTING, branch, null, 100).compile(office.file.reader);
      const plan = office.file.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as {
        detail: string;
      }[];
      expect(plan.map(({ detail }) => detail).join('; ')).toMatch(
        /^SEARCH steward_diaries USING INDEX steward_diaries_state/,
      );
    }
  });

  it('is corrected by striking once it was handed in, voided only by the manager', async () => {
    const one = await begun(office);
    const fix = { field: 'visits' as const, value: '回访三户', reason: '漏写' };
    expect(refusal(await diaries().correct({ ...touch(one), ...fix }))).toBe('stewardDiaries.wrongState');
    const done = must(await diaries().submit(touch(await wrote(office, one, 'tomorrow', '复查'))));
    expect(refusal(await diaries().correct({ ...touch(done), ...fix, field: 'tomorrow', value: '' }))).toBe(
      'invalid:value',
    );
    office.pass(10);
    expect(refusal(await diaries().correct({ ...touch(done), ...fix, reason: null }))).toBe(
      'entry.reasonMissing',
    );
    const fixed = must(await diaries().correct({ ...touch(done), ...fix }));
    expectLast(office, one.id, 'stewardDiaries.correct/CORRECT');
    expect(refusal(await diaries().correct({ ...touch(fixed), ...fix }))).toBe('entry.unchanged');
    must(await office.as('csSupervisor').stewardDiaries.markSeen({ id: (await laterDiary()).id }));
    const gone = { ...touch(fixed), reason: '日期选错' };
    expect(refusal(await diaries('csSupervisor').void(gone))).toBe('entry.managerOnly');
    must(await diaries('deptManager').void(gone));
    expectLast(office, one.id, 'stewardDiaries.void/VOID');
  });
  const laterDiary = async () => must(await office.as('csSteward', true).stewardDiaries.open({}));
});
