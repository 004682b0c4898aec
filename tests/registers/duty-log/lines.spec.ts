import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must, refusal, type TestOffice } from '../../support/office';
import {
  afterShift,
  ago,
  expectLast,
  GATE,
  lineOf,
  logEntry,
  POST,
  quickOffice,
  touch,
  written,
} from './support';

/** The typed lines of the duty logs (S14, F20) through the door. */
let office: TestOffice;
beforeEach(async () => {
  office = await quickOffice();
});
afterEach(() => office.close());
const lines = (role: Parameters<TestOffice['as']>[0] = 'receptionist') => office.as(role).dutyLines;

describe('a line', () => {
  it('opens the log of its shift and puts its writer on duty', async () => {
    const one = await written(office);
    expect(one.serialNo).toBe('ZL202611-0001');
    expectLast(office, one.id, 'dutyLines.write/CREATE');
    const two = must(await lines('businessClerk').write(lineOf(office, { happenedAt: ago(office, 30) })));
    expect(two.logId).toBe(one.logId);
    const { entry } = await logEntry(office, one.logId);
    expect(entry.people.map(({ name }) => name)).toEqual(['张伟', '吴婷']);
    expect(entry.typed.map(({ id }) => id)).toEqual([two.id, one.id]);
    expect(must(await office.as('receptionist').dutyLines.entry({ id: one.id })).entry).toMatchObject({
      post: POST,
      state: 'done',
    });
    // The night before is another log.
    const night = await written(office, { happenedAt: ago(office, 300) });
    expect(night.logId).not.toBe(one.logId);
    // A supervisor who writes a line is not on duty by that: the day is theirs to sign.
    must(await lines('csSupervisor').write(lineOf(office)));
    expect((await logEntry(office, one.logId)).entry.people).toHaveLength(2);
  });

  it('asks of a big event who, of a switch which way, and stays in the past', async () => {
    const wrong = async (over: object) => refusal(await lines().write(lineOf(office, over)));
    expect(await wrong({ kind: 'big' })).toBe('invalid:handler');
    expect(await wrong({ kind: 'switch', post: GATE, matter: '大堂灯' })).toBe('invalid:turnedOn');
    expect(await wrong({ happenedAt: ago(office, -60) })).toBe('invalid:happenedAt');
    expect(await wrong({ matter: ' ' })).toBe('invalid:matter');
    expect(await wrong({ post: '天台' })).toBe('dutyLogs.postUnknown');
    const on = must(
      await lines('gateGuard').write(
        lineOf(office, { kind: 'switch', post: GATE, matter: '大堂灯', turnedOn: true, result: null }),
      ),
    );
    expect(must(await lines().entry({ id: on.id })).entry).toMatchObject({ turnedOn: 1, state: 'done' });
  });

  it('waits for its result where somebody must see to it, and is passed on at the handover', async () => {
    const open = await written(office, { matter: '3 号电梯异响', result: null, followUp: true });
    const plain = await written(office, { result: null });
    expect(must(await lines().entry({ id: plain.id })).entry.state).toBe('done');
    expect(must(await office.as('receptionist').dutyLines.counts({}))).toEqual({ open: 1, big: 0 });
    const shift = must(await office.as('receptionist').handovers.open({ post: POST }));
    const sheet = must(await office.as('receptionist').handovers.entry({ id: shift.id })).entry.sheet;
    const groups = sheet?.open.filter(({ register }) => register === 'dutyLines') ?? [];
    expect(groups.flatMap(({ matters }) => matters.map(({ title }) => title))).toEqual(['3 号电梯异响']);
    const early = { ...touch(open), result: '已修复', at: ago(office, 60) };
    expect(refusal(await lines().finish(early))).toBe('invalid:at');
    const done = must(await lines().finish({ ...early, at: office.now() }));
    expectLast(office, open.id, 'dutyLines.finish/CHANGE');
    expect(refusal(await lines().finish({ ...early, ...touch(done), at: office.now() }))).toBe(
      'dutyLines.wrongState',
    );
  });
});

describe('lists', () => {
  it('find lines by kind, need, person and words', async () => {
    await written(office, { matter: '电梯困人', kind: 'big', handler: '王师傅', result: null });
    await written(office, { matter: '停水来电', kind: 'call' });
    const list = async (filter: object) =>
      must(await office.as('receptionist').dutyLines.list({ filter })).rows.map(({ matter }) => matter);
    expect(await list({ kinds: ['call'] })).toEqual(['停水来电']);
    expect(await list({ need: 'big' })).toEqual(['电梯困人']);
    expect(await list({ person: '王师傅' })).toEqual(['电梯困人']);
    expect(await list({ search: '停水' })).toEqual(['停水来电']);
    expect(await list({ states: ['voided'] })).toEqual([]);
    const logs = must(await office.as('receptionist').dutyLogs.list({ filter: { search: POST } }));
    expect(logs.rows).toMatchObject([{ post: POST, lines: 2, open: 1 }]);
    const board = must(await office.as('csSupervisor').today.board({}));
    expect(board.reminders.map(({ key }) => key)).toContain('dutyLines.big');
  });
});

describe('corrections, voids and looks', () => {
  it('edits, then strikes with a reason; its time stays in the shift', async () => {
    const one = await written(office);
    const fix = { field: 'handling' as const, value: '通知保洁主管' };
    const edited = must(await office.as('receptionist').dutyLines.correct({ ...touch(one), ...fix }));
    expectLast(office, one.id, 'dutyLines.correct/EDIT');
    expect(refusal(await lines().correct({ ...touch(edited), ...fix }))).toBe('entry.unchanged');
    office.pass(10);
    const late = { ...touch(edited), field: 'happenedAt' as const };
    const move = (value: string) => lines().correct({ ...late, value, reason: '时间写错' });
    expect(refusal(await move('2026-11-20T12:00:00.000Z'))).toBe('invalid:value');
    expect(refusal(await lines().correct({ ...late, value: ago(office, 20) }))).toBe('entry.reasonMissing');
    must(await move(ago(office, 20)));
    expectLast(office, one.id, 'dutyLines.correct/CORRECT');
    const { entry } = must(await lines().entry({ id: one.id }));
    expect(entry.strikes).toMatchObject([{ field: 'happenedAt' }]);
  });

  it('takes no result away that an act wrote', async () => {
    const big = await written(office, { kind: 'big', handler: '张伟', result: null });
    const result = { field: 'result' as const, value: '救出' };
    expect(refusal(await lines().correct({ ...touch(big), ...result }))).toBe('entry.notYetWritten');
    const done = must(await lines().finish({ ...touch(big), result: '救出', at: office.now() }));
    expect(refusal(await lines().correct({ ...touch(done), ...result, value: '' }))).toBe('invalid:value');
    expect(refusal(await lines().correct({ ...touch(done), field: 'handler', value: '' }))).toBe(
      'invalid:value',
    );
  });

  it('of a signed log are the manager’s', async () => {
    const one = await written(office);
    must(await office.as('csSupervisor').dutyLines.markSeen({ id: one.id }));
    afterShift(office);
    must(await office.as('csSupervisor').dutyLogs.sign({ id: one.logId, version: 1 }));
    const fix = { ...touch(one), field: 'note' as const, value: '补充', reason: '补充说明' };
    expect(refusal(await lines('csSupervisor').correct(fix))).toBe('entry.managerOnly');
    expect(refusal(await lines('csSupervisor').void({ ...touch(one), reason: '写错' }))).toBe(
      'entry.managerOnly',
    );
    const fixed = must(await lines('deptManager').correct(fix));
    must(await lines('deptManager').void({ ...touch(fixed), reason: '写错岗位' }));
    expectLast(office, one.id, 'dutyLines.void/VOID');
    expect(refusal(await lines('deptManager').correct({ ...fix, version: 3 }))).toBe('dutyLines.wrongState');
  });
});
