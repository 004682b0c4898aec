import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../../shared/dates';
import { must, refusal, type TestOffice } from '../../support/office';
import { expectLast, openDesk, quickOffice, signedOut, touch } from './support';

/** 上级指示: written, read, renewed, ended; read by whoever takes a shift over. */
let office: TestOffice;
beforeEach(async () => {
  office = await quickOffice();
});
afterEach(() => office.close());
const today = () => dayOf(office.now());
const write = async (over: object = {}) =>
  must(
    await office.as('receptionist').instructions.register({
      text: '周五上午甲方检查',
      fromName: '项目经理',
      givenOn: today(),
      renewOn: addDays(today(), 2),
      ...over,
    }),
  );
const entryOf = async (id: string) => must(await office.as('csSupervisor').instructions.entry({ id }));

describe('instructions', () => {
  it('instructions.register: who writes it has read it', async () => {
    const told = await write();
    expectLast(office, told.id, 'instructions.register/CREATE');
    const desk = office.as('receptionist').instructions;
    expect((await entryOf(told.id)).entry.readers).toEqual([office.actor('receptionist').name]);
    expect(must(await desk.counts({}))).toEqual({ unread: 0, renew: 0 });
    expect(must(await office.as('csAssistant').instructions.counts({}))).toEqual({ unread: 1, renew: 0 });
    const wrong = { text: '检查', fromName: '经理', givenOn: today(), renewOn: addDays(today(), -1) };
    expect(refusal(await desk.register(wrong))).toBe('invalid:renewOn');
    expect(refusal(await desk.register({ ...wrong, renewOn: null, givenOn: addDays(today(), 1) }))).toBe(
      'invalid:givenOn',
    );
    expect(refusal(await office.as('gateGuard').instructions.register(wrong))).toBe('notAllowed');
  });

  it('instructions.acknowledge: once a round; instructions.renew is read anew', async () => {
    const told = await write();
    const other = office.as('csAssistant').instructions;
    must(await other.acknowledge({ id: told.id }));
    // instructions.list: the newest first.
    expect(refusal(await other.acknowledge({ id: told.id }))).toBe('instructions.alreadyRead');
    office.pass(3 * 24 * 60);
    expect((await entryOf(told.id)).entry.overdue).toBe(true);
    expect(must(await other.list({ filter: { need: 'renew' } })).rows).toHaveLength(1);
    const desk = office.as('receptionist').instructions;
    expect(refusal(await desk.renew({ ...touch(told), renewOn: addDays(today(), -1) }))).toBe(
      'instructions.notLater',
    );
    must(await desk.renew({ ...touch(told), renewOn: addDays(today(), 30) }));
    expectLast(office, told.id, 'instructions.renew/CHANGE');
    expect(must(await other.counts({}))).toEqual({ unread: 1, renew: 0 });
  });

  it('instructions.end, instructions.correct, instructions.void, instructions.markSeen', async () => {
    const told = await write();
    const desk = office.as('receptionist').instructions;
    const boss = office.as('csSupervisor').instructions;
    must(await boss.markSeen({ id: told.id }));
    expectLast(office, told.id, 'instructions.markSeen/VIEW');
    const change = { field: 'text' as const, value: '周五上午十点甲方检查' };
    expect(refusal(await desk.correct({ ...touch(told), ...change }))).toBe('entry.reasonMissing');
    const mended = must(await desk.correct({ ...touch(told), ...change, reason: '补写时间' }));
    expectLast(office, told.id, 'instructions.correct/CORRECT');
    const ended = must(await desk.end({ ...touch(mended), reason: '检查已结束' }));
    expectLast(office, told.id, 'instructions.end/CHANGE');
    expect(refusal(await desk.end({ ...touch(ended), reason: '检查已结束' }))).toBe(
      'instructions.wrongState',
    );
    const other = await write();
    expect(refusal(await desk.void({ ...touch(other), reason: '重复登记' }))).toBe('notAllowed');
    must(await boss.void({ ...touch(other), reason: '重复登记' }));
    expectLast(office, other.id, 'instructions.void/VOID');
  });

  it('stand on the sheet and are read by the incoming before they sign', async () => {
    const told = await write();
    const desk = office.as('receptionist').handovers;
    const out = await signedOut(office, await openDesk(office));
    const second = office.pin('receptionist', true);
    expect(refusal(await desk.signIn({ ...touch(out), second }))).toBe('handovers.instructionsUnread');
    must(await desk.signIn({ ...touch(out), second, acknowledged: [told.id] }));
    expect((await entryOf(told.id)).entry.readers).toEqual([
      office.actor('receptionist').name,
      office.actor('receptionist', true).name,
    ]);
  });
});
