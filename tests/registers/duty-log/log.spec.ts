import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../../shared/dates';
import { must, refusal, type TestOffice } from '../../support/office';
import {
  afterShift,
  expectLast,
  GATE,
  journalOf,
  lineOf,
  logEntry,
  openLog,
  POST,
  quickOffice,
  touch,
  written,
} from './support';

/** S14: one log for a post and a shift, from its opening to the supervisor's signature, through the door. */
let office: TestOffice;
beforeEach(async () => {
  office = await quickOffice();
});
afterEach(() => office.close());
const logs = (role: Parameters<TestOffice['as']>[0] = 'receptionist', other = false) =>
  office.as(role, other).dutyLogs;
const today = () => dayOf(office.now());

describe('a log', () => {
  it('is opened once for a post and a shift, with who is on duty', async () => {
    const done = must(await logs().open({ post: POST, weather: '晴' }));
    expect(done.serialNo).toBe('ZB202611-0001');
    expectLast(office, done.id, 'dutyLogs.open/CREATE');
    const { entry } = must(await office.as('receptionist').dutyLogs.entry({ id: done.id }));
    expect(entry).toMatchObject({ state: 'open', shiftCode: 'early', weather: '晴', running: true });
    expect(entry.people.map(({ name }) => name)).toEqual(['张伟']);
    expect(entry.fromAt).toBe('2026-11-21T00:00:00.000Z');
    expect(entry.toAt).toBe('2026-11-21T08:00:00.000Z');
    expect(refusal(await logs('businessClerk').open({ post: POST }))).toBe('dutyLogs.alreadyOpen');
    expect(refusal(await logs().open({ post: '天台' }))).toBe('dutyLogs.postUnknown');
    expect(refusal(await logs('projectAccountant').open({ post: '服务中心' }))).toBe('notAllowed');
  });

  it('may be opened for a shift that was forgotten, never for one to come', async () => {
    const late = await logs().open({ post: POST, shiftOn: addDays(today(), -1), shiftCode: 'night' });
    expect((await logEntry(office, must(late).id)).entry.toAt).toBe('2026-11-21T00:00:00.000Z');
    const ahead = { post: POST, shiftOn: today(), shiftCode: 'late' };
    expect(refusal(await logs().open(ahead))).toBe('invalid:shiftOn');
    expect(refusal(await logs().open({ post: POST, shiftOn: today() }))).toBe('invalid:shiftCode');
    expect(refusal(await logs().open({ ...ahead, shiftCode: 'noon' }))).toBe('dutyLogs.noShift');
  });

  it('takes others on duty and the weather later', async () => {
    const one = await openLog(office);
    const two = must(await logs('businessClerk').join(touch(one)));
    expectLast(office, one.id, 'dutyLogs.join/CHANGE');
    expect(refusal(await logs('businessClerk').join(touch(two)))).toBe('dutyLogs.alreadyOn');
    const dry = must(await logs().noteWeather({ ...touch(two), weather: '小雨' }));
    expectLast(office, one.id, 'dutyLogs.noteWeather/CHANGE');
    expect(refusal(await logs().noteWeather({ ...touch(dry), weather: '晴' }))).toBe(
      'dutyLogs.weatherWritten',
    );
    const { entry } = await logEntry(office, one.id);
    expect(entry.people.map(({ name }) => name)).toEqual(['张伟', '吴婷']);
    expect(entry.weather).toBe('小雨');
  });
});

describe('the leader’s message', () => {
  it('waits in the log until somebody on duty has read it', async () => {
    const message = { post: POST, shiftOn: today(), shiftCode: 'early', message: '甲方九点检查大堂' };
    expect(refusal(await logs().leaveMessage(message))).toBe('notAllowed');
    const left = must(await logs('deptManager').leaveMessage(message));
    expectLast(office, left.id, 'dutyLogs.leaveMessage/CHANGE');
    expect(must(await logs().counts({}))).toMatchObject({ unread: 1 });
    expect((await logEntry(office, left.id)).warnings).toContain('unread');
    expect(refusal(await logs('deptManager').readMessage(touch(left)))).toBe('dutyLogs.ownMessage');
    const read = must(await logs().readMessage(touch(left)));
    expectLast(office, left.id, 'dutyLogs.readMessage/CHANGE');
    expect(refusal(await logs().readMessage(touch(read)))).toBe('dutyLogs.alreadyRead');
    const { entry } = await logEntry(office, left.id);
    expect(entry.reads).toMatchObject([{ name: '张伟', at: office.now() }]);
    expect(must(await logs().counts({}))).toMatchObject({ unread: 0 });
    // Another message is read anew; both stand there.
    must(await logs('csSupervisor').leaveMessage({ ...message, message: '请穿制服' }));
    const twice = (await logEntry(office, left.id)).entry;
    expect(twice.message).toBe('甲方九点检查大堂\n请穿制服');
    expect(twice.reads).toEqual([]);
  });

  it('may be left for a shift to come, not for one that is over', async () => {
    const message = { post: POST, shiftOn: addDays(today(), 1), shiftCode: 'late', message: '早点开灯' };
    const left = must(await logs('csSupervisor').leaveMessage(message));
    expect((await logEntry(office, left.id)).entry.people).toEqual([]);
    expect(
      refusal(await logs('csSupervisor').leaveMessage({ ...message, shiftOn: addDays(today(), 9) })),
    ).toBe('invalid:shiftOn');
    expect(
      refusal(await logs('csSupervisor').leaveMessage({ ...message, shiftOn: addDays(today(), -1) })),
    ).toBe('dutyLogs.messageLate');
    const plain = await openLog(office);
    expect(refusal(await logs().readMessage(touch(plain)))).toBe('dutyLogs.noMessage');
  });

  it('has an end', async () => {
    const message = { post: POST, shiftOn: today(), shiftCode: 'early', message: '长'.repeat(500) };
    must(await logs('csSupervisor').leaveMessage(message));
    must(await logs('csSupervisor').leaveMessage(message));
    expect(refusal(await logs('csSupervisor').leaveMessage(message))).toBe('dutyLogs.messageLong');
  });
});

describe('the supervisor’s signature', () => {
  it('closes the day once it is over and every big event has its result', async () => {
    const line = await written(office, { kind: 'big', matter: '电梯困人', handler: '张伟', result: null });
    const log = { id: line.logId, version: 1 };
    expect(refusal(await logs('csSupervisor').sign(log))).toBe('dutyLogs.running');
    afterShift(office);
    expect(refusal(await logs().sign(log))).toBe('notAllowed');
    expect(refusal(await logs('csSupervisor').sign(log))).toBe('dutyLogs.bigOpen');
    expect((await logEntry(office, line.logId)).entry.lacks).toEqual(['weather', 'big', 'signature']);
    const finish = { ...touch(line), result: '14 分钟救出', at: office.now() };
    must(await office.as('receptionist').dutyLines.finish(finish));
    expect(must(await logs('csSupervisor').counts({}))).toMatchObject({ toSign: 1 });
    must(await logs('csSupervisor').sign({ ...log, note: '处理及时' }));
    expectLast(office, line.logId, 'dutyLogs.sign/CHANGE');
    const { entry, next } = await logEntry(office, line.logId);
    expect(entry).toMatchObject({ state: 'signed', signedByName: '王丽华', signNote: '处理及时' });
    expect(next).not.toContain('dutyLines.write');
    expect(must(await logs('csSupervisor').counts({}))).toMatchObject({ toSign: 0 });
    const again = lineOf(office, { happenedAt: '2026-11-21T03:00:00.000Z' });
    expect(refusal(await office.as('receptionist').dutyLines.write(again))).toBe('dutyLines.logSigned');
  });

  it('is not that of somebody who was on duty', async () => {
    const one = await openLog(office);
    const on = must(await logs('csSupervisor').join(touch(one)));
    afterShift(office);
    expect(refusal(await logs('csSupervisor').sign(touch(on)))).toBe('dutyLogs.onDuty');
    must(await logs('csSupervisor', true).sign(touch(on)));
    expect(refusal(await logs('csSupervisor').join({ ...touch(on), version: 3 }))).toBe(
      'dutyLogs.wrongState',
    );
  });
});

describe('posts', () => {
  it('without a log are told near the end of their shift', async () => {
    const posts = async () => must(await office.as('receptionist').dutyLogs.now({})).posts;
    expect((await posts()).map(({ post, logId }) => [post, logId])).toEqual([
      [POST, null],
      ['服务中心', null],
      [GATE, null],
    ]);
    expect(must(await office.as('receptionist').dutyLogs.counts({})).missing).toBe(0);
    office.setNow('2026-11-21T07:10:00.000Z');
    // No roster says who is where: the office's own posts want one each, the gate only when it is planned.
    expect(must(await logs().counts({})).missing).toBe(2);
    const board = must(await office.as('receptionist').today.board({}));
    expect(board.reminders.map(({ key }) => key)).toContain('dutyLogs.missing');
    await openLog(office);
    await openLog(office, '服务中心');
    expect(must(await logs().counts({})).missing).toBe(0);
    expect((await posts()).filter(({ logId }) => logId !== null)).toHaveLength(2);
  });

  it('that patrol lack the points nobody signed in at', async () => {
    const line = { kind: 'round' as const, post: GATE, handling: null, result: null };
    const first = must(
      await office.as('gateGuard').dutyLines.write(lineOf(office, { ...line, matter: '大堂' })),
    );
    const { entry } = await logEntry(office, first.logId);
    expect(entry.lacks).toContain('points');
    expect(entry.points[0]).toEqual({ point: '大堂', rounds: [{ at: office.now(), name: '马军' }] });
    for (const { point } of entry.points.slice(1))
      must(await office.as('gateGuard').dutyLines.write(lineOf(office, { ...line, matter: point })));
    expect((await logEntry(office, first.logId)).entry.lacks).not.toContain('points');
  });
});

describe('corrections, voids and looks', () => {
  it('edits, then strikes with a reason', async () => {
    const one = await openLog(office);
    const wet = must(await logs().correct({ ...touch(one), field: 'weather', value: '晴' }));
    expectLast(office, one.id, 'dutyLogs.correct/EDIT');
    expect(refusal(await logs().correct({ ...touch(wet), field: 'weather', value: '晴' }))).toBe(
      'entry.unchanged',
    );
    office.pass(10);
    const late = { ...touch(wet), field: 'weather' as const, value: '小雨' };
    expect(refusal(await logs().correct(late))).toBe('entry.reasonMissing');
    must(await logs().correct({ ...late, reason: '看错' }));
    const { entry } = await logEntry(office, one.id);
    expect(entry.strikes).toMatchObject([{ field: 'weather', old: '晴', new: '小雨' }]);
  });

  it('voids only what has no lines; a signed one only by the manager', async () => {
    const line = await written(office);
    const log = { id: line.logId, version: 1 };
    expect(refusal(await logs('csSupervisor').void({ ...log, reason: '岗位选错' }))).toBe(
      'dutyLogs.hasLines',
    );
    must(await office.as('csSupervisor').dutyLines.void({ ...touch(line), reason: '写错岗位' }));
    must(await logs('csSupervisor').void({ ...log, reason: '岗位选错' }));
    expectLast(office, line.logId, 'dutyLogs.void/VOID');
    expect(journalOf(office, line.logId)).toHaveLength(2);
    // Its place is free again.
    const next = await openLog(office);
    expect(next.serialNo).toBe('ZB202611-0002');
    afterShift(office);
    const signed = must(await logs('csSupervisor').sign(touch(next)));
    expect(refusal(await logs('csSupervisor').void({ ...touch(signed), reason: '误签字' }))).toBe(
      'entry.managerOnly',
    );
    must(await logs('deptManager').void({ ...touch(signed), reason: '误签字' }));
  });

  it('ends the free window when another looks', async () => {
    const one = await openLog(office);
    must(await office.as('csSupervisor').dutyLogs.markSeen({ id: one.id }));
    expect(refusal(await logs('csSupervisor').markSeen({ id: one.id }))).toBe('entry.alreadyFrozen');
    expect(refusal(await logs().noteWeather({ id: one.id, version: 9, weather: '晴' }))).toBe('conflict');
  });
});
