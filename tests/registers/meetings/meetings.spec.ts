import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must, refusal, type TestOffice } from '../../support/office';
import { ago, begun, expectLast, issued, meetingOf, quickOffice, resolved, touch } from './support';

/** S84: a meeting from its opening to the chair's signature, through the door, with every refusal. */
let office: TestOffice;
beforeEach(async () => {
  office = await quickOffice();
});
afterEach(() => office.close());
const meetings = (role: Parameters<TestOffice['as']>[0] = 'csAssistant') => office.as(role).meetings;
const entryOf = async (id: string) => must(await office.as('csSupervisor').meetings.entry({ id }));

describe('a meeting', () => {
  it('begins with the whole department present', async () => {
    const one = await begun(office);
    expect(one.serialNo).toBe('HY202611-0001');
    expectLast(office, one.id, 'meetings.register/CREATE');
    const { entry } = await entryOf(one.id);
    const people = must(await office.as('csAssistant').meetings.people({}));
    expect(entry).toMatchObject({ state: 'open', chairName: '王丽华', minutesByName: '李娜', missing: 0 });
    expect(entry.attendance.map(({ id }) => id)).toEqual(people.map(({ id }) => id));
    expect(people.map(({ name }) => name)).not.toContain('管理员');
    expect(refusal(await meetings('gateGuard').register(meetingOf(office)))).toBe('notAllowed');
    const wrong = async (over: object) => refusal(await meetings().register(meetingOf(office, over)));
    expect(await wrong({ heldAt: ago(office, -60) })).toBe('invalid:heldAt');
    expect(await wrong({ place: ' ' })).toBe('invalid:place');
    expect(await wrong({ chairId: office.actor('sysAdmin').staffId })).toBe('meetings.unknownPerson');
  });

  it('of the morning is one a day; the clock asks for it until it is held', async () => {
    const keys = async () =>
      must(await office.as('csSupervisor').today.board({})).reminders.map(({ key }) => key);
    office.setNow('2026-11-21T00:20:00.000Z');
    expect(await keys()).not.toContain('meetings.morning');
    office.setNow('2026-11-21T00:31:00.000Z');
    expect(await keys()).toContain('meetings.morning');
    const one = await begun(office, { kind: 'morning' });
    expect(await keys()).not.toContain('meetings.morning');
    expect(refusal(await meetings().register(meetingOf(office, { kind: 'morning' })))).toBe(
      'meetings.twiceADay',
    );
    await begun(office, { kind: 'special', title: '检查准备' });
    must(await office.as('csSupervisor').meetings.void({ ...touch(one), reason: '重复' }));
    expect(must(await office.as('csSupervisor').meetings.counts({}))).toMatchObject({
      morning: 1,
      evening: 0,
    });
    office.setNow('2026-11-21T09:25:00.000Z');
    expect(await keys()).toContain('meetings.evening');
    expect(await keys()).not.toContain('meetings.morning');
  });

  it('says who was late, on leave or absent; leave only with who approved it', async () => {
    const one = await begun(office);
    const guard = office.actor('gateGuard').staffId;
    const attend = (over: object) =>
      meetings().attend({ ...touch(one), staffId: guard, how: 'leave', ...over });
    expect(refusal(await attend({}))).toBe('invalid:leaveBy');
    expect(refusal(await attend({ staffId: office.actor('sysAdmin').staffId, how: 'late' }))).toBe(
      'meetings.notListed',
    );
    const done = must(await attend({ leaveBy: '王丽华' }));
    expectLast(office, one.id, 'meetings.attend/CHANGE');
    expect(refusal(await attend({ ...touch(done), leaveBy: '王丽华' }))).toBe('entry.unchanged');
    const { entry } = await entryOf(one.id);
    expect(entry.attendance.find(({ id }) => id === guard)).toMatchObject({
      how: 'leave',
      leaveBy: '王丽华',
    });
    expect(entry.missing).toBe(1);
    expect(entry.present).toBe(entry.attendance.length - 1);
  });

  it('is issued by its chair, or by a supervisor or the manager', async () => {
    const one = await begun(office, { chairId: office.actor('csSteward').staffId });
    expect(refusal(await meetings('csSteward').issue(touch(one)))).toBe('meetings.nothingSaid');
    const said = { section: 'topics' as const, text: '当日安排' };
    const two = must(await meetings().write({ ...touch(one), ...said }));
    expectLast(office, one.id, 'meetings.write/CHANGE');
    expect(refusal(await meetings().write({ ...touch(two), ...said }))).toBe('entry.unchanged');
    expect(refusal(await meetings().issue(touch(two)))).toBe('meetings.notChair');
    const done = must(await meetings('csSteward').issue(touch(two)));
    expectLast(office, one.id, 'meetings.issue/CHANGE');
    expect(refusal(await meetings().write({ ...touch(done), ...said, text: '补充' }))).toBe(
      'meetings.wrongState',
    );
    must(await meetings('deptManager').issue(touch(await wroteIn(await begun(office)))));
  });
  const wroteIn = async (one: { id: string; version: number }) =>
    must(await meetings().write({ id: one.id, version: one.version, section: 'problems', text: '人手不足' }));

  it('that nobody issued waits the next day', async () => {
    const one = await begun(office);
    expect(must(await meetings().counts({})).toIssue).toBe(0);
    office.pass(24 * 60);
    expect(must(await meetings().counts({})).toIssue).toBe(1);
    expect((await entryOf(one.id)).warnings).toContain('toIssue');
    const list = must(await office.as('csSupervisor').meetings.list({ filter: { need: 'toIssue' } }));
    expect(list.rows.map(({ id }) => id)).toEqual([one.id]);
  });
});

describe('the minutes', () => {
  it('stand in the duty log of the shift', async () => {
    const line = must(
      await office.as('receptionist').dutyLines.write({
        post: '前台',
        kind: 'event',
        happenedAt: office.now(),
        matter: '开班',
        result: '正常',
      }),
    );
    const one = await begun(office);
    must(await meetings().write({ ...touch(one), section: 'topics', text: '甲方检查准备' }));
    await resolved(office, one.id);
    const { entry } = must(await office.as('csSupervisor').dutyLogs.entry({ id: line.logId }));
    expect(entry.meetings).toMatchObject([
      { id: one.id, said: '甲方检查准备', resolved: [{ matter: '收回逾期访客证', ownerName: '张伟' }] },
    ]);
    const print = office.as('receptionist').prints;
    const paper = must(await print.prepare({ form: 'F20', entryId: line.logId, lang: 'zh-CN' }));
    expect(JSON.stringify(paper)).toContain('甲方检查准备');
  });

  it('are found, printed and corrected by striking', async () => {
    const one = await issued(office);
    const found = must(await office.as('csSupervisor').meetings.list({ filter: { search: '本周安排' } }));
    expect(found.rows.map(({ id }) => id)).toEqual([one.id]);
    const list = async (filter: object) => must(await meetings().list({ filter })).rows.length;
    expect(await list({ kinds: ['evening'] })).toBe(0);
    expect(await list({ person: '王丽华' })).toBe(1);
    const fix = { field: 'topics' as const, value: '本周安排；安全提醒', reason: '漏记' };
    office.pass(10);
    expect(refusal(await meetings().correct({ ...touch(one), ...fix, reason: null }))).toBe(
      'entry.reasonMissing',
    );
    const fixed = must(await meetings().correct({ ...touch(one), ...fix }));
    expectLast(office, one.id, 'meetings.correct/CORRECT');
    expect(refusal(await meetings().correct({ ...touch(fixed), ...fix }))).toBe('entry.unchanged');
    const paper = must(
      await office.as('csAssistant').prints.prepare({ form: 'F96', entryId: one.id, lang: 'zh-CN' }),
    );
    expect(JSON.stringify(paper)).toContain('"old":"本周安排"');
    must(await office.as('csAssistant').prints.prepare({ form: 'F96', blank: true, lang: 'en' }));
    const gone = { ...touch(fixed), reason: '重复记录' };
    expect(refusal(await meetings('csSupervisor').void(gone))).toBe('entry.managerOnly');
    must(await meetings('deptManager').void(gone));
    expectLast(office, one.id, 'meetings.void/VOID');
  });

  it('are not corrected while they are open, nor voided with a resolution in them', async () => {
    const one = await begun(office);
    const fix = { field: 'place' as const, value: '会议室', reason: '写错' };
    expect(refusal(await meetings().correct({ ...touch(one), ...fix }))).toBe('meetings.wrongState');
    await resolved(office, one.id);
    expect(refusal(await meetings('csSupervisor').void({ ...touch(one), reason: '重复' }))).toBe(
      'meetings.hasResolutions',
    );
    must(await office.as('csSupervisor').meetings.markSeen({ id: one.id }));
    expect(refusal(await meetings('csSupervisor').markSeen({ id: one.id }))).toBe('entry.alreadyFrozen');
  });
});
