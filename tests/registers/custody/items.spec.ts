import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../../shared/dates';
import { must, PIN, refusal, type TestOffice } from '../../support/office';
import { boxes, expectLast, fetched, itemOf, keep, quickOffice, touch, unitOf } from './support';

/** S17: things in custody through the door, with every refusal. */
let office: TestOffice;
beforeEach(async () => {
  office = await quickOffice();
});
afterEach(() => office.close());
const items = (role: Parameters<TestOffice['as']>[0] = 'receptionist') => office.as(role).custodyItems;
const today = () => dayOf(office.now());
const register = async (over: Parameters<typeof boxes>[1]) =>
  refusal(await items().register(boxes(office, over)));
/** Days go by. */
const days = (n: number) => office.pass(n * 24 * 60);

describe('taking in', () => {
  it('gives number and code, and says all of it on the line', async () => {
    const unitId = await unitOf(office);
    const done = await keep(office, { unitId, tagNo: 'C-07' });
    expect(done.serialNo).toBe('TG202611-0001');
    expect(done.scanCode).toMatch(/^282611\d{6}$/);
    const { entry, next, warnings } = await itemOf(office, done.id);
    expect(entry).toMatchObject({
      state: 'kept',
      unitCode: '3-1502',
      tagNo: 'C-07',
      declared: 1,
      depositorPhone: '139****5678',
      overdue: false,
    });
    expect(next[0]).toBe('custodyItems.collect');
    expect(warnings).toEqual([]);
    expectLast(office, done.id, 'custodyItems.register/CREATE');
  });

  it('takes no cash, valuables, dangerous or perishable goods, and nothing undeclared', async () => {
    expect(await register({ kind: 'cash' })).toBe('custodyItems.noCash');
    expect(await register({ kind: 'valuables' })).toBe('custodyItems.noValuables');
    expect(await register({ kind: 'dangerous' })).toBe('custodyItems.noDangerous');
    expect(await register({ kind: 'perishable' })).toBe('custodyItems.noPerishable');
    expect(await register({ declared: false })).toBe('custodyItems.notDeclared');
    expect(must(await items().list({ filter: {} })).rows).toEqual([]);
  });

  it('asks for a phone, a free tag, a real unit and a day to come', async () => {
    expect(await register({ depositorPhone: '' })).toBe('custodyItems.phoneMissing');
    expect(await register({ unitId: '0'.repeat(26) })).toBe('custodyItems.unitUnknown');
    expect(await register({ dueOn: addDays(today(), -1) })).toBe('invalid:dueOn');
    expect(await register({ dueOn: '2026-02-31' })).toBe('invalid:filter.dueOn');
    expect(await register({ keptAt: '2027-01-01T00:00:00.000Z' })).toBe('invalid:keptAt');
    const first = await keep(office, { tagNo: 'C1' });
    expect(await register({ tagNo: 'C1' })).toBe('custodyItems.tagTaken');
    must(await items().collect({ ...touch(first), ...fetched(office) }));
    await keep(office, { tagNo: 'C1' });
    expect(refusal(await items('csSteward').register(boxes(office)))).toBe('notAllowed');
  });
});

describe('handing out', () => {
  it('goes piece by piece, never more than is left', async () => {
    const one = await keep(office);
    expect(refusal(await items().collect({ ...touch(one), ...fetched(office, { quantity: 3 }) }))).toBe(
      'custodyItems.tooMany',
    );
    const part = must(await items().collect({ ...touch(one), ...fetched(office, { quantity: 1 }) }));
    expect((await itemOf(office, one.id)).entry).toMatchObject({
      state: 'partlyTaken',
      takenQuantity: 1,
      takerName: '孙建平',
      handedByName: office.actor('receptionist').name,
    });
    expect(refusal(await items('csSupervisor').void({ ...touch(part), reason: '写错了' }))).toBe(
      'custodyItems.partlyOut',
    );
    const rest = must(await items().collect({ ...touch(part), ...fetched(office, { quantity: 1 }) }));
    expect((await itemOf(office, one.id)).entry.state).toBe('collected');
    expectLast(office, one.id, 'custodyItems.collect/CHANGE');
    expect(refusal(await items().collect({ ...touch(rest), ...fetched(office) }))).toBe(
      'custodyItems.wrongState',
    );
  });

  it('asks others for a document, and strangers for the depositor’s word as well', async () => {
    const one = await keep(office);
    const give = async (over: Parameters<typeof fetched>[1]) =>
      items().collect({ ...touch(one), ...fetched(office, over) });
    expect(refusal(await give({ takerName: '王芳' }))).toBe('custodyItems.documentMissing');
    expect(refusal(await give({ takerName: '王', documentKind: 'idCard' }))).toBe('custodyItems.notNamed');
    expect(refusal(await give({ takerName: '赵六', documentKind: 'idCard' }))).toBe('custodyItems.notNamed');
    must(
      await give({ takerName: '赵六', documentKind: 'idCard', documentTail: '123X', depositorWord: 'phone' }),
    );
    expect((await itemOf(office, one.id)).entry).toMatchObject({
      takerName: '赵六',
      takerDocument: '123X',
      depositorWord: 'phone',
    });
    const two = await keep(office);
    must(
      await items().collect({
        ...touch(two),
        ...fetched(office, { takerName: '李强', documentKind: 'workCard' }),
      }),
    );
    const early = { ...touch(await keep(office)), ...fetched(office, { at: '2026-11-01T00:00:00.000Z' }) };
    expect(refusal(await items().collect(early))).toBe('invalid:at');
  });
});

describe('what nobody fetches', () => {
  it('is told, then decided on by the manager with somebody beside', async () => {
    const one = await keep(office);
    const told = { ...touch(one), at: office.now(), how: 'phone' as const };
    expect(refusal(await items().notice(told))).toBe('custodyItems.notOverdue');
    const second = { how: 'pin' as const, staffId: office.actor('receptionist').staffId, pin: PIN };
    const wish = { decision: 'sentHome' as const, decisionNote: '送回 3-1502', second };
    days(5);
    expect((await itemOf(office, one.id)).warnings).toEqual(['toNotice']);
    expect(refusal(await items('deptManager').decide({ ...touch(one), ...wish }))).toBe(
      'custodyItems.notNoticed',
    );
    const noticed = must(await items().notice({ ...told, at: office.now() }));
    expectLast(office, one.id, 'custodyItems.notice/CHANGE');
    expect((await itemOf(office, one.id)).warnings).toEqual(['overdue']);
    expect(must(await office.as('receptionist').custodyItems.counts({}))).toEqual({
      dueToday: 0,
      overdue: 1,
      toNotice: 0,
      toDecide: 0,
    });
    days(15);
    expect(must(await office.as('receptionist').custodyItems.counts({}))).toMatchObject({
      overdue: 1,
      toDecide: 1,
    });
    expect(refusal(await items().decide({ ...touch(noticed), ...wish }))).toBe('notAllowed');
    expect(refusal(await items('deptManager').decide({ ...touch(noticed), ...wish, second: null }))).toBe(
      'second.missing',
    );
    const gone = must(await items('deptManager').decide({ ...touch(noticed), ...wish }));
    expect((await itemOf(office, one.id)).entry).toMatchObject({
      state: 'decided',
      decision: 'sentHome',
      decisionWitnessName: office.actor('receptionist').name,
    });
    expectLast(office, one.id, 'custodyItems.decide/CHANGE');
    expect(refusal(await items('csSupervisor').void({ ...touch(gone), reason: '写错了' }))).toBe(
      'entry.managerOnly',
    );
  });

  it('is kept longer when a later day is agreed; what was told before counts no longer', async () => {
    const one = await keep(office);
    const line = (await itemOf(office, one.id)).entry;
    expect(refusal(await items().extend({ ...touch(one), dueOn: line.dueOn }))).toBe(
      'custodyItems.notLonger',
    );
    days(5);
    const told = must(await items().notice({ ...touch(one), at: office.now(), how: 'message' }));
    must(await items().extend({ ...touch(told), dueOn: addDays(today(), 2) }));
    expect((await itemOf(office, one.id)).entry).toMatchObject({ overdue: false, noticedAt: null });
    expectLast(office, one.id, 'custodyItems.extend/CHANGE');
  });
});

describe('corrections, voids and looks', () => {
  it('edits freely at first, strikes with a reason afterwards', async () => {
    const one = await keep(office);
    const edited = must(await items().correct({ ...touch(one), field: 'itemName', value: '纸箱（大）' }));
    expectLast(office, one.id, 'custodyItems.correct/EDIT');
    expect(refusal(await items().correct({ ...touch(edited), field: 'itemName', value: '纸箱（大）' }))).toBe(
      'entry.unchanged',
    );
    office.pass(10);
    const late = { ...touch(edited), field: 'quantity' as const, value: '3' };
    expect(refusal(await items().correct(late))).toBe('entry.reasonMissing');
    expect(refusal(await items('businessClerk').correct({ ...late, reason: '数错了' }))).toBe(
      'entry.notRecorder',
    );
    expect(refusal(await items().correct({ ...late, value: '三' }))).toBe('invalid:value');
    must(await items().correct({ ...late, reason: '数错了' }));
    const { entry } = await itemOf(office, one.id);
    expect(entry.strikes).toMatchObject([{ field: 'quantity', old: '2', new: '3' }]);
  });

  it('keeps the rules of a new line and what was handed out', async () => {
    await keep(office, { tagNo: 'C1' });
    const one = await keep(office);
    const part = must(await items().collect({ ...touch(one), ...fetched(office, { quantity: 1 }) }));
    const correct = async (
      field: 'quantity' | 'tagNo' | 'depositorPhone' | 'dueOn' | 'keptAt',
      value: string,
    ) => refusal(await items().correct({ ...touch(part), field, value }));
    expect(await correct('quantity', '1')).toBe('custodyItems.tooFew');
    expect(await correct('tagNo', 'C1')).toBe('custodyItems.tagTaken');
    expect(await correct('depositorPhone', '')).toBe('custodyItems.phoneMissing');
    expect(await correct('dueOn', '2026-11-01')).toBe('invalid:value');
    expect(await correct('keptAt', '2030-01-01T00:00:00.000Z')).toBe('invalid:value');
  });

  it('voids with its number; ends the free window when another looks; shows a phone with a reason', async () => {
    const one = await keep(office);
    expect(refusal(await items().void({ ...touch(one), reason: '重复登记' }))).toBe('notAllowed');
    must(await office.as('csSupervisor').custodyItems.markSeen({ id: one.id }));
    expect(refusal(await items('csSupervisor').markSeen({ id: one.id }))).toBe('entry.alreadyFrozen');
    expect(must(await items().unmask({ id: one.id, reason: '通知取件' }))).toEqual({
      depositorPhone: '13912345678',
    });
    expectLast(office, one.id, 'custodyItems.unmask/UNMASK');
    const gone = must(await items('csSupervisor').void({ ...touch(one), reason: '重复登记' }));
    expectLast(office, one.id, 'custodyItems.void/VOID');
    expect(refusal(await items().correct({ ...touch(gone), field: 'note', value: '备注' }))).toBe(
      'custodyItems.wrongState',
    );
    expect(refusal(await items().extend({ ...touch(gone), dueOn: addDays(today(), 9) }))).toBe(
      'custodyItems.wrongState',
    );
    expect(refusal(await items().extend({ ...touch(one), dueOn: addDays(today(), 9) }))).toBe('conflict');
  });
});
