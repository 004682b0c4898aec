import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isoOf, msOf } from '../../../shared/dates';
import { must, refusal, type TestOffice } from '../../support/office';
import { addTool, expectLast, lend, loan, loanOf, quickOffice, toolOf, touch, unitOf } from './support';

/** S18: tools and radios, lent and taken back through the door, with every refusal. */
let office: TestOffice;
let unitId: string;
beforeEach(async () => {
  office = await quickOffice();
  unitId = await unitOf(office);
});
afterEach(() => office.close());
const tools = (role: Parameters<TestOffice['as']>[0] = 'csAssistant') => office.as(role).tools;
const loans = (role: Parameters<TestOffice['as']>[0] = 'receptionist') => office.as(role).toolLoans;
const stateOf = async (id: string) => (await toolOf(office, id)).entry.state;
const later = (minutes: number) => isoOf(msOf(office.now()) + minutes * 60_000);

describe('the inventory', () => {
  it('has a number of its own for each thing', async () => {
    const one = await addTool(office, { toolNo: 'G-01' });
    expect(one.serialNo).toBe('GJ202611-0001');
    expect(one.scanCode).toMatch(/^292611\d{6}$/);
    expect(refusal(await tools().register({ toolNo: 'G-01', name: '梯子', kind: 'tool' }))).toBe(
      'tools.noTaken',
    );
    expect(
      refusal(await tools('receptionist').register({ toolNo: 'G-02', name: '梯子', kind: 'tool' })),
    ).toBe('notAllowed');
    expectLast(office, one.id, 'tools.register/CREATE');
    const away = must(await tools().retire({ ...touch(one), reason: '轮子坏，报废' }));
    expectLast(office, one.id, 'tools.retire/CHANGE');
    expect(refusal(await tools().repair({ ...touch(away), reason: '修理' }))).toBe('tools.wrongState');
    must(await tools().register({ toolNo: 'G-01', name: '新推车', kind: 'tool' }));
  });

  it('goes to repair and back, is missed at a count and found again', async () => {
    const one = await addTool(office);
    const broken = must(await tools().repair({ ...touch(one), reason: '轮子松' }));
    expectLast(office, one.id, 'tools.repair/CHANGE');
    expect(must(await office.as('receptionist').tools.counts({}))).toEqual({ repair: 1, lost: 0 });
    expect(refusal(await loans().issue(loan(office, one.id, unitId)))).toBe('toolLoans.notIn');
    const mended = must(await tools().bringBack({ ...touch(broken), condition: '已换轮' }));
    expectLast(office, one.id, 'tools.bringBack/CHANGE');
    const missed = must(await tools().reportMissing({ ...touch(mended), reason: '交接盘点未见' }));
    expectLast(office, one.id, 'tools.reportMissing/CHANGE');
    expect(await stateOf(one.id)).toBe('lost');
    must(await tools().bringBack({ ...touch(missed) }));
    expect(await stateOf(one.id)).toBe('in');
  });

  it('is corrected, seen and voided as every line; what was lent is retired instead', async () => {
    const one = await addTool(office);
    const other = await addTool(office, { toolNo: 'G-88' });
    const edited = must(await tools().correct({ ...touch(one), field: 'lendDays', value: '2' }));
    expectLast(office, one.id, 'tools.correct/EDIT');
    expect(refusal(await tools().correct({ ...touch(edited), field: 'toolNo', value: 'G-88' }))).toBe(
      'tools.noTaken',
    );
    expect(refusal(await tools().correct({ ...touch(edited), field: 'lendDays', value: '两' }))).toBe(
      'invalid:value',
    );
    must(await office.as('csSupervisor').tools.markSeen({ id: other.id }));
    must(await tools('csSupervisor').void({ ...touch(other), reason: '重复登记' }));
    expectLast(office, other.id, 'tools.void/VOID');
    await lend(office, one.id, unitId);
    const line = (await toolOf(office, one.id)).entry;
    expect(line).toMatchObject({ state: 'out', borrowerName: '孙建平', overdue: false });
    for (const act of ['bringBack', 'reportMissing'] as const)
      expect(refusal(await tools()[act]({ ...touch(line), reason: '盘点', condition: null }))).toBe(
        'tools.wrongState',
      );
    expect(refusal(await tools().correct({ ...touch(line), field: 'name', value: '推车' }))).toBe(
      'tools.wrongState',
    );
    must(await loans().returnTool({ toolId: one.id }));
    const back = (await toolOf(office, one.id)).entry;
    expect(refusal(await tools('csSupervisor').void({ ...touch(back), reason: '重复登记' }))).toBe(
      'tools.lentBefore',
    );
    expect(
      must(await office.as('receptionist').tools.list({ filter: { states: ['in'], kinds: ['tool'] } })).rows,
    ).toHaveLength(1);
  });
});

describe('lending', () => {
  it('refuses contractors, radios for residents, missing units, phones, deposits and receipts', async () => {
    const one = await addTool(office, { depositCents: 2000 });
    const radio = await addTool(office, { kind: 'radio', name: '对讲机' });
    const refused = async (toolId: string, over: Parameters<typeof loan>[3]) =>
      refusal(await loans().issue(loan(office, toolId, unitId, over)));
    expect(await refused(one.id, { borrowerClass: 'contractor' })).toBe('toolLoans.contractor');
    expect(await refused(radio.id, {})).toBe('toolLoans.radioStaffOnly');
    expect(await refused(one.id, { unitId: null })).toBe('toolLoans.unitMissing');
    expect(await refused(one.id, { unitId: '0'.repeat(26) })).toBe('toolLoans.unitUnknown');
    expect(await refused(one.id, { borrowerPhone: '' })).toBe('toolLoans.phoneMissing');
    expect(await refused(one.id, {})).toBe('toolLoans.depositLess');
    expect(await refused(one.id, { depositCents: 2000 })).toBe('toolLoans.receiptMissing');
    const paid = { depositCents: 2000, depositReceiptNo: 'YJ-1' };
    expect(await refused(one.id, { ...paid, dueAt: office.now() })).toBe('invalid:dueAt');
    expect(await refused(one.id, { ...paid, issuedAt: later(60) })).toBe('invalid:issuedAt');
    await lend(office, one.id, unitId, paid);
    expect(await refused(one.id, paid)).toBe('toolLoans.notIn');
    await lend(office, radio.id, unitId, { borrowerClass: 'staff', unitId: null, borrowerPhone: '' });
    // Less than the deposit goes with a word why.
    const free = await addTool(office, { depositCents: 2000 });
    await lend(office, free.id, unitId, { note: '主管同意免押金' });
  });

  it('is due at closing time of its day, or so many days later', async () => {
    const [same, days] = [await addTool(office), await addTool(office, { lendDays: 2 })];
    const [a, b] = [await lend(office, same.id, unitId), await lend(office, days.id, unitId)];
    expect(a.serialNo).toBe('JY202611-0001');
    expect((await loanOf(office, a.id)).entry.dueAt).toBe('2026-11-21T10:00:00.000Z');
    expect((await loanOf(office, b.id)).entry.dueAt).toBe('2026-11-23T10:00:00.000Z');
    expectLast(office, a.id, 'toolLoans.issue/CREATE');
    expect(must(await office.as('receptionist').toolLoans.counts({}))).toEqual({
      overdue: 0,
      dueToday: 1,
      toSettle: 0,
    });
    office.pass(9 * 60);
    expect(must(await office.as('receptionist').toolLoans.counts({}))).toEqual({
      overdue: 1,
      dueToday: 0,
      toSettle: 0,
    });
    expect((await loanOf(office, a.id)).warnings).toEqual(['overdue']);
    expect((await toolOf(office, same.id)).warnings).toEqual(['overdue']);
    expect(refusal(await loans().extend({ ...touch(a), dueAt: later(-60) }))).toBe('toolLoans.notLonger');
    must(await loans().extend({ ...touch(a), dueAt: later(600) }));
    expectLast(office, a.id, 'toolLoans.extend/CHANGE');
    expect(must(await office.as('receptionist').toolLoans.counts({}))).toMatchObject({ overdue: 0 });
  });
});

describe('coming back', () => {
  it('is one scan, which may be taken back within a minute by who made it', async () => {
    const one = await addTool(office);
    const out = await lend(office, one.id, unitId);
    const back = must(await loans().returnTool({ toolId: one.id }));
    expect(back).toMatchObject({ id: out.id, borrowerName: '孙建平' });
    expect(await stateOf(one.id)).toBe('in');
    expect(refusal(await loans().returnTool({ toolId: one.id }))).toBe('toolLoans.notOut');
    expect(refusal(await loans('businessClerk').undoReturn({ loanId: out.id }))).toBe(
      'toolLoans.undoNotYours',
    );
    must(await loans().undoReturn({ loanId: out.id }));
    expect(await stateOf(one.id)).toBe('out');
    expectLast(office, out.id, 'toolLoans.undoReturn/CHANGE');
    expect(refusal(await loans().undoReturn({ loanId: out.id }))).toBe('toolLoans.wrongState');
    must(await loans().returnTool({ toolId: one.id }));
    expectLast(office, out.id, 'toolLoans.returnTool/CHANGE');
    office.pass(2);
    expect(refusal(await loans().undoReturn({ loanId: out.id }))).toBe('toolLoans.undoTooLate');
  });

  it('repays the deposit in full or says why not; a scan alone never touches money', async () => {
    const one = await addTool(office, { depositCents: 2000 });
    const out = await lend(office, one.id, unitId, { depositCents: 2000, depositReceiptNo: 'YJ-1' });
    expect(refusal(await loans().returnTool({ toolId: one.id }))).toBe('toolLoans.depositHeld');
    const give = async (over: object) =>
      loans().return({ ...touch(out), at: office.now(), condition: 'good', depositBackCents: 2000, ...over });
    expect(refusal(await give({ depositBackCents: 2001 }))).toBe('toolLoans.tooMuchBack');
    expect(refusal(await give({ depositBackCents: 0 }))).toBe('toolLoans.reasonMissing');
    expect(refusal(await give({ condition: 'damaged' }))).toBe('toolLoans.damageMissing');
    must(
      await give({
        condition: 'damaged',
        damageNote: '伞骨断',
        depositBackCents: 500,
        depositReason: '扣维修费',
        returnerName: '孙小妹',
      }),
    );
    expect((await loanOf(office, out.id)).entry).toMatchObject({
      state: 'damaged',
      depositBackCents: 500,
      returnerName: '孙小妹',
      receiverName: office.actor('receptionist').name,
    });
    expect(await stateOf(one.id)).toBe('repair');
    expectLast(office, out.id, 'toolLoans.return/CHANGE');
    expect((await loanOf(office, out.id)).warnings).toEqual(['toSettle']);
  });

  it('what is lost is paid for or written off by the supervisor, or turns up', async () => {
    const one = await addTool(office, { depositCents: 2000 });
    const out = await lend(office, one.id, unitId, { depositCents: 2000, depositReceiptNo: 'YJ-1' });
    const lost = must(await loans().reportLoss({ ...touch(out), at: office.now(), damageNote: '忘在车上' }));
    expectLast(office, out.id, 'toolLoans.reportLoss/CHANGE');
    expect(await stateOf(one.id)).toBe('lost');
    const pay = { outcome: 'compensated' as const, outcomeCents: 5000, outcomeReceiptNo: 'PC-1' };
    expect(refusal(await loans().settle({ ...touch(lost), ...pay }))).toBe('notAllowed');
    const settle = async (over: object) =>
      loans('csSupervisor').settle({ ...touch(lost), ...pay, depositBackCents: 2000, ...over });
    expect(refusal(await settle({ outcomeReceiptNo: null }))).toBe('toolLoans.receiptMissing');
    expect(refusal(await settle({ depositBackCents: 3000 }))).toBe('toolLoans.tooMuchBack');
    expect(refusal(await settle({ depositBackCents: 0 }))).toBe('toolLoans.reasonMissing');
    const done = must(await settle({}));
    expectLast(office, out.id, 'toolLoans.settle/CHANGE');
    expect(refusal(await loans('csSupervisor').void({ ...touch(done), reason: '写错了' }))).toBe(
      'entry.managerOnly',
    );
    const two = await addTool(office);
    const other = await lend(office, two.id, unitId);
    const gone = must(await loans().reportLoss({ ...touch(other), at: office.now(), damageNote: '找不到' }));
    must(await loans().return({ ...touch(gone), at: office.now(), condition: 'good' }));
    expect(await stateOf(two.id)).toBe('in');
  });
});

describe('corrections, voids and looks', () => {
  it('edits freely at first, keeps the rules, shows a phone with a reason', async () => {
    const one = await addTool(office, { depositCents: 2000 });
    const out = await lend(office, one.id, unitId, { depositCents: 2000, depositReceiptNo: 'YJ-1' });
    const correct = async (
      field: 'borrowerPhone' | 'depositCents' | 'depositReceiptNo' | 'dueAt' | 'issuedAt' | 'note',
      value: string,
    ) => loans().correct({ ...touch(out), field, value });
    expect(refusal(await correct('borrowerPhone', ''))).toBe('toolLoans.phoneMissing');
    expect(refusal(await correct('depositReceiptNo', ''))).toBe('toolLoans.receiptMissing');
    expect(refusal(await correct('depositCents', '1000'))).toBe('toolLoans.depositLess');
    expect(refusal(await correct('depositCents', '十'))).toBe('invalid:value');
    expect(refusal(await correct('dueAt', '2026-11-01T00:00:00.000Z'))).toBe('invalid:value');
    expect(refusal(await correct('issuedAt', '2030-01-01T00:00:00.000Z'))).toBe('invalid:value');
    const noted = must(await correct('note', '送货上楼'));
    expectLast(office, out.id, 'toolLoans.correct/EDIT');
    expect(must(await loans().unmask({ id: out.id, reason: '催还' }))).toEqual({
      borrowerPhone: '13912345678',
    });
    expectLast(office, out.id, 'toolLoans.unmask/UNMASK');
    must(await office.as('csSupervisor').toolLoans.markSeen({ id: out.id }));
    const back = must(
      await loans().return({ ...touch(noted), at: office.now(), condition: 'good', depositBackCents: 2000 }),
    );
    expect(
      refusal(
        await loans().correct({ ...touch(back), field: 'depositCents', value: '3000', reason: '收错了' }),
      ),
    ).toBe('toolLoans.depositGone');
  });

  it('a voided loan puts its tool back', async () => {
    const one = await addTool(office);
    const out = await lend(office, one.id, unitId);
    must(await loans('csSupervisor').void({ ...touch(out), reason: '当场不借' }));
    expectLast(office, out.id, 'toolLoans.void/VOID');
    expect(await stateOf(one.id)).toBe('in');
    expect(
      must(await office.as('receptionist').toolLoans.list({ filter: { states: ['voided'], toolId: one.id } }))
        .rows,
    ).toHaveLength(1);
  });
});
