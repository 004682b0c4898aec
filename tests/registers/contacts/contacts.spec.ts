import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must, refusal, type TestOffice } from '../../support/office';
import { parcel, takeIn } from '../mail/support';
import {
  ahead,
  call,
  entryOf,
  expectLast,
  journalOf,
  quickOffice,
  touch,
  unitOf,
  writeDown,
} from './support';

/** S11: what happens to a call, a caller or a letter, through the door, with every refusal. */
let office: TestOffice;
let unitId: string;
beforeEach(async () => {
  office = await quickOffice();
  unitId = await unitOf(office);
});
afterEach(() => office.close());
const log = (role: Parameters<TestOffice['as']>[0] = 'receptionist') => office.as(role).contactLogs;

describe('writing down', () => {
  it('what is answered at once is done at once; what is not names a time', async () => {
    const answered = await writeDown(
      office,
      call(office, unitId, {
        kind: 'question',
        handling: 'answered',
        result: '已告知所需资料',
        rating: 'satisfied',
      }),
    );
    expect(answered.serialNo).toBe('JD202611-0001');
    expect(answered.scanCode).toMatch(/^272611\d{6}$/);
    expect((await entryOf(office, answered.id)).entry).toMatchObject({
      state: 'closed',
      replied: 1,
      rating: 'satisfied',
      promisedAt: null,
      unitCode: '3-1502',
      callerPhone: '139****5678',
    });
    expectLast(office, answered.id, 'contactLogs.register/CREATE');
    const later = await writeDown(office, call(office, unitId));
    const { entry, next, warnings } = await entryOf(office, later.id);
    expect(entry).toMatchObject({ state: 'open', overdue: false, atGate: 0 });
    expect(next[0]).toBe('contactLogs.close');
    expect(warnings).toEqual([]);
    const passed = await writeDown(office, call(office, unitId, { handling: 'passed', passedTo: '工程部' }));
    expect((await entryOf(office, passed.id)).entry).toMatchObject({ state: 'passed', passedTo: '工程部' });
  });

  it('refuses what the rules ask for', async () => {
    const refused = async (over: Parameters<typeof call>[2]) =>
      refusal(await log().register(call(office, unitId, over)));
    expect(await refused({ handling: 'answered' })).toBe('contactLogs.answerMissing');
    expect(await refused({ handling: 'passed' })).toBe('contactLogs.passMissing');
    expect(await refused({ promisedAt: null })).toBe('contactLogs.promiseMissing');
    expect(await refused({ promisedAt: '2026-11-01T00:00:00.000Z' })).toBe('invalid:promisedAt');
    expect(await refused({ serious: true })).toBe('contactLogs.reportMissing');
    expect(await refused({ unitId: '0'.repeat(26) })).toBe('contactLogs.unitUnknown');
    expect(await refused({ happenedAt: '2027-01-01T00:00:00.000Z' })).toBe('invalid:happenedAt');
    expect(await refused({ content: '' })).toBe('invalid:content');
    expect(refusal(await log('cashier').register(call(office, unitId)))).toBe('notAllowed');
    // Nobody waits for an answer to a praise.
    await writeDown(office, call(office, null, { kind: 'praise', promisedAt: null, callerName: null }));
    const grave = await writeDown(office, call(office, unitId, { serious: true, reportedTo: '部门经理' }));
    expect((await entryOf(office, grave.id)).warnings).toEqual(['serious']);
  });
});

describe('the gate’s night', () => {
  it('is marked, handed over in the morning, and no reading for the gate beyond its own', async () => {
    const own = await writeDown(office, call(office, unitId), 'gateGuard');
    const desk = await writeDown(office, call(office, unitId));
    expect((await entryOf(office, own.id)).warnings).toEqual(['toTakeOver']);
    expect((await entryOf(office, own.id)).next[0]).toBe('contactLogs.takeOver');
    const seen = must(await office.as('gateGuard').contactLogs.list({ filter: {} }));
    expect(seen.rows.map((row) => row.id)).toEqual([own.id]);
    expect(must(await office.as('gateGuard').contactLogs.counts({}))).toMatchObject({ waiting: 1 });
    expect(refusal(await log('gateGuard').entry({ id: desk.id }))).toBe('notFound');
    expect(refusal(await log('gateGuard').takeOver({ items: [touch(own)] }))).toBe('notAllowed');
    expect(refusal(await log().takeOver({ items: [touch(own), touch(desk)] }))).toBe('contactLogs.notAtGate');
    expect(must(await office.as('receptionist').contactLogs.counts({}))).toMatchObject({ toTakeOver: 1 });
    const [taken] = must(await log().takeOver({ items: [touch(own)] })).items;
    expectLast(office, own.id, 'contactLogs.takeOver/CHANGE');
    expect(refusal(await log().takeOver({ items: [touch(taken!)] }))).toBe('contactLogs.takenOver');
    expect((await entryOf(office, own.id)).entry).toMatchObject({
      toTakeOver: false,
      takenOverByName: office.actor('receptionist').name,
    });
  });

  it('is taken over by whoever of the desk works on it, not by a report of the gate itself', async () => {
    const own = await writeDown(office, call(office, unitId), 'gateGuard');
    const grave = { reportedTo: '秩序班长', at: office.now() };
    const reported = must(await log('gateGuard').report({ ...touch(own), ...grave }));
    expectLast(office, own.id, 'contactLogs.report/CHANGE');
    expect((await entryOf(office, own.id)).entry).toMatchObject({ serious: 1, toTakeOver: true });
    must(await log().pass({ ...touch(reported), passedTo: '工程部' }));
    expect((await entryOf(office, own.id)).entry.toTakeOver).toBe(false);
  });
});

describe('on the way to the answer', () => {
  it('is passed on, promised anew, overdue, answered, rated, opened again', async () => {
    const one = await writeDown(office, call(office, unitId));
    const passed = must(await log().pass({ ...touch(one), passedTo: '工程部' }));
    const again = must(
      await log().pass({ ...touch(passed), passedTo: '保洁班', promisedAt: ahead(office, 90) }),
    );
    expectLast(office, one.id, 'contactLogs.pass/CHANGE');
    expect((await entryOf(office, one.id)).entry).toMatchObject({ state: 'passed', passedTo: '保洁班' });
    office.pass(91);
    expect((await entryOf(office, one.id)).warnings).toEqual(['overdue']);
    const early = { ...touch(again), promisedAt: '2026-11-21T00:00:00.000Z', reason: '配件未到' };
    expect(refusal(await log().promise(early))).toBe('invalid:promisedAt');
    const promised = must(await log().promise({ ...early, promisedAt: ahead(office, 60) }));
    expectLast(office, one.id, 'contactLogs.promise/CHANGE');
    expect(refusal(await log().rate({ ...touch(promised), rating: 'satisfied' }))).toBe(
      'contactLogs.wrongState',
    );
    const answer = { at: office.now(), result: '已更换龙头', replied: 'yes' as const };
    const closed = must(await log().close({ ...touch(promised), ...answer }));
    expectLast(office, one.id, 'contactLogs.close/CHANGE');
    expect(refusal(await log().close({ ...touch(closed), ...answer }))).toBe('contactLogs.wrongState');
    const rated = must(await log().rate({ ...touch(closed), rating: 'dissatisfied' }));
    expectLast(office, one.id, 'contactLogs.rate/CHANGE');
    const opened = must(
      await log().reopen({ ...touch(rated), promisedAt: ahead(office, 60), reason: '又漏水了' }),
    );
    expectLast(office, one.id, 'contactLogs.reopen/CHANGE');
    expect((await entryOf(office, one.id)).entry).toMatchObject({
      state: 'open',
      rating: null,
      closedAt: null,
    });
    expect(refusal(await log().close({ ...touch(opened), ...answer, at: '2026-11-01T00:00:00.000Z' }))).toBe(
      'invalid:at',
    );
    expect(
      refusal(await log().reopen({ ...touch(opened), promisedAt: ahead(office, 60), reason: '再来' })),
    ).toBe('contactLogs.wrongState');
  });

  it('counts K1 of the month from those who were asked', async () => {
    const answered = { handling: 'answered' as const, result: '已当面说明' };
    const rate = async () =>
      must(await office.as('receptionist').contactLogs.monthRate({ month: '2026-11' }));
    expect(await rate()).toEqual({ contacts: 0, rated: 0, satisfied: 0, percent: null });
    for (const rating of ['satisfied', 'satisfied', 'neutral', null] as const)
      await writeDown(office, call(office, unitId, { ...answered, rating }));
    const wrong = await writeDown(office, call(office, unitId, { ...answered, rating: 'dissatisfied' }));
    must(await log('deptManager').void({ ...touch(wrong), reason: '重复登记' }));
    expect(await rate()).toEqual({ contacts: 4, rated: 3, satisfied: 2, percent: 66.7 });
    expect(refusal(await log('gateGuard').monthRate({ month: '2026-11' }))).toBe('notAllowed');
  });
});

describe('turning into another entry', () => {
  it('hands the caller’s data over, says so, and both entries name each other', async () => {
    const one = await writeDown(office, call(office, unitId, { content: '有包裹要寄存' }));
    expect(must(await log().convert({ id: one.id, to: 'mailItems' }))).toEqual({
      callerName: '孙建平',
      callerPhone: '13912345678',
      unitId,
      unitCode: '3-1502',
      callerPlace: null,
      content: '有包裹要寄存',
      serialNo: one.serialNo,
    });
    expectLast(office, one.id, 'contactLogs.convert/UNMASK');
    expect(refusal(await log('gateGuard').convert({ id: one.id, to: 'mailItems' }))).toBe('notAllowed');
    const item = await takeIn(office, parcel(office, unitId));
    const link = { id: one.id, register: 'mailItems' as const };
    expect(refusal(await log().link({ ...link, entryId: '0'.repeat(26) }))).toBe('notFound');
    const done = must(await log().link({ ...link, entryId: item.id }));
    expect(done.linkedNo).toBe(item.serialNo);
    expectLast(office, one.id, 'contactLogs.link/LINK');
    expect(journalOf(office, item.id)).toEqual(['mailItems.register/CREATE', 'contactLogs.link/LINK']);
    const { story } = must(await office.as('receptionist').mailItems.entry({ id: item.id }));
    expect(JSON.stringify(story)).toContain(one.serialNo);
    expect(refusal(await log().link({ ...link, entryId: item.id }))).toBe('contactLogs.linked');
    expect(refusal(await log().convert({ id: one.id, to: 'visits' }))).toBe('contactLogs.linked');
  });
});

describe('corrections, voids and looks', () => {
  it('edits inside the free window, strikes afterwards; a unit by its code', async () => {
    const other = await unitOf(office, '1601');
    const one = await writeDown(office, call(office, unitId));
    const edited = must(await log().correct({ ...touch(one), field: 'callerName', value: '孙建萍' }));
    expectLast(office, one.id, 'contactLogs.correct/EDIT');
    office.pass(10);
    const late = { ...touch(edited), field: 'unitId' as const, value: other };
    expect(refusal(await log().correct(late))).toBe('entry.reasonMissing');
    expect(refusal(await log('businessClerk').correct({ ...late, reason: '听错了' }))).toBe(
      'entry.notRecorder',
    );
    expect(refusal(await log().correct({ ...late, value: '0'.repeat(26), reason: '听错了' }))).toBe(
      'contactLogs.unitUnknown',
    );
    must(await log().correct({ ...late, reason: '听错了' }));
    const { entry, story } = await entryOf(office, one.id);
    expect(entry).toMatchObject({
      unitCode: '3-1601',
      strikes: [{ field: 'unitId', old: '3-1502', new: '3-1601' }],
    });
    expect(JSON.stringify(story)).not.toContain(other);
    const now = { id: one.id, version: entry.version };
    expect(refusal(await log().correct({ ...now, field: 'unitId', value: other }))).toBe('entry.unchanged');
    expect(refusal(await log().correct({ ...now, field: 'result', value: '修好了' }))).toBe(
      'entry.notYetWritten',
    );
    expect(
      refusal(await log().correct({ ...now, field: 'happenedAt', value: '2030-01-01T00:00:00.000Z' })),
    ).toBe('invalid:value');
  });

  it('voids with its number; what is done only by the manager', async () => {
    const one = await writeDown(office, call(office, unitId));
    expect(refusal(await log().void({ ...touch(one), reason: '重复登记' }))).toBe('notAllowed');
    const gone = must(await log('csSupervisor').void({ ...touch(one), reason: '重复登记' }));
    expectLast(office, one.id, 'contactLogs.void/VOID');
    expect(refusal(await log().correct({ ...touch(gone), field: 'note', value: 'x' }))).toBe(
      'contactLogs.wrongState',
    );
    expect(refusal(await log().convert({ id: one.id, to: 'visits' }))).toBe('contactLogs.wrongState');
    const two = await writeDown(office, call(office, unitId, { handling: 'answered', result: '已当面说明' }));
    expect(refusal(await log('csSupervisor').void({ ...touch(two), reason: '重复登记' }))).toBe(
      'entry.managerOnly',
    );
  });

  it('ends the free window when another looks, and shows a phone only with a reason', async () => {
    const one = await writeDown(office, call(office, unitId));
    must(await office.as('csSupervisor').contactLogs.markSeen({ id: one.id }));
    expect(refusal(await log('csSupervisor').markSeen({ id: one.id }))).toBe('entry.alreadyFrozen');
    expect(must(await log().unmask({ id: one.id, reason: '回电答复' }))).toEqual({
      callerPhone: '13912345678',
    });
    expectLast(office, one.id, 'contactLogs.unmask/UNMASK');
  });
});
