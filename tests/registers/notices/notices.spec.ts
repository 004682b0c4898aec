import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../../shared/dates';
import { must, refusal, type TestOffice } from '../../support/office';
import { newUnit } from '../units/support';
import {
  approved,
  boardText,
  draft,
  entryOf,
  expectLast,
  posted,
  quickOffice,
  submitted,
  touch,
} from './support';

/** S25: a notice from its draft to the day it comes down, through the door, with every refusal. */
let office: TestOffice;
beforeEach(async () => {
  office = await quickOffice();
});
afterEach(() => office.close());
const notices = (role: Parameters<TestOffice['as']>[0] = 'businessClerk') => office.as(role).notices;
const today = () => dayOf(office.now());

describe('a draft', () => {
  it('gets number and code, and is nobody’s to post', async () => {
    const done = must(await notices().register(boardText(office)));
    expect(done.serialNo).toBe('GG202611-0001');
    expect(done.scanCode).toMatch(/^372611\d{6}$/);
    expectLast(office, done.id, 'notices.register/CREATE');
    const { entry } = must(await office.as('csSupervisor').notices.entry({ id: done.id }));
    expect(entry).toMatchObject({ state: 'draft', expired: false, toPost: false, handedOut: 0 });
    expect(refusal(await notices().post({ ...touch(done), at: office.now() }))).toBe('notices.wrongState');
    expect(refusal(await notices('csSupervisor').approve(touch(done)))).toBe('notices.wrongState');
  });

  it('keeps its days in order', async () => {
    const wrong = async (over: object) => refusal(await notices().register(boardText(office, over)));
    expect(await wrong({ toOn: addDays(today(), -1) })).toBe('invalid:toOn');
    expect(await wrong({ fromOn: '2026-02-31' })).toBe('invalid:filter.fromOn');
    expect(await wrong({ title: ' ' })).toBe('invalid:title');
    expect(refusal(await notices('receptionist').register(boardText(office)))).toBe('notAllowed');
  });

  it('is written anew until it is submitted', async () => {
    const one = await draft(office);
    const { kind: _, ...wording } = boardText(office);
    expect(refusal(await notices().rewrite({ ...touch(one), ...wording, plays: null }))).toBe(
      'entry.unchanged',
    );
    const next = must(await notices().rewrite({ ...touch(one), ...wording, title: '停梯通知' }));
    expectLast(office, one.id, 'notices.rewrite/CHANGE');
    const sent = must(await notices().submit(touch(next)));
    expectLast(office, one.id, 'notices.submit/CHANGE');
    expect(refusal(await notices().rewrite({ ...touch(sent), ...wording }))).toBe('notices.wrongState');
  });
});

describe('approval', () => {
  it('is another person’s', async () => {
    const own = must(await notices('csSupervisor').register(boardText(office)));
    const sent = must(await notices('csSupervisor').submit(touch(own)));
    expect(refusal(await notices('csSupervisor').approve(touch(sent)))).toBe('notices.ownText');
    expect((await entryOf(office, own.id)).next).not.toContain('notices.approve');
    must(await notices('deptManager').approve(touch(sent)));
    expectLast(office, own.id, 'notices.approve/CHANGE');
    expect(refusal(await notices('businessClerk').approve(touch(await submitted(office))))).toBe(
      'notAllowed',
    );
  });

  it('is not the submitter’s either', async () => {
    const one = await draft(office);
    const sent = must(await notices('csSupervisor').submit(touch(one)));
    expect(refusal(await notices('csSupervisor').approve(touch(sent)))).toBe('notices.ownText');
  });

  it('sends back with a reason, and the text is a draft again', async () => {
    const sent = await submitted(office);
    const back = must(await notices('csSupervisor').sendBack({ ...touch(sent), reason: '请写明时间' }));
    expectLast(office, sent.id, 'notices.sendBack/CHANGE');
    const { entry, warnings } = await entryOf(office, sent.id);
    expect(entry).toMatchObject({ state: 'draft', sentBackReason: '请写明时间', submitterName: null });
    expect(warnings).toContain('sentBack');
    expect(refusal(await notices('csSupervisor').sendBack({ ...touch(back), reason: '再看看' }))).toBe(
      'notices.wrongState',
    );
  });

  it('never of what is over already', async () => {
    const late = await draft(office, { toOn: today() });
    const sent = await submitted(office, { toOn: today() });
    const done = await approved(office, { toOn: today() });
    office.pass(24 * 60);
    expect(refusal(await notices().submit(touch(late)))).toBe('notices.over');
    expect(refusal(await notices('csSupervisor').approve(touch(sent)))).toBe('notices.over');
    expect(refusal(await notices().post({ ...touch(done), at: office.now() }))).toBe('notices.over');
  });
});

describe('on the board', () => {
  it('says where and by whom, and comes down', async () => {
    const ready = await approved(office);
    const up = must(
      await notices('receptionist').post({ ...touch(ready), at: office.now(), place: '南门公告栏' }),
    );
    expectLast(office, ready.id, 'notices.post/CHANGE');
    expect((await entryOf(office, ready.id)).entry).toMatchObject({
      state: 'posted',
      postedPlace: '南门公告栏',
    });
    office.pass(6 * 24 * 60);
    const { entry, warnings } = await entryOf(office, ready.id);
    expect(entry.expired).toBe(true);
    expect(warnings).toContain('expired');
    expect(refusal(await notices().remove({ ...touch(up), at: '2026-01-01T00:00:00.000Z' }))).toBe(
      'invalid:at',
    );
    must(await notices().remove({ ...touch(up), at: office.now() }));
    expectLast(office, ready.id, 'notices.remove/CHANGE');
  });

  it('is given up only before it hangs', async () => {
    const ready = await approved(office);
    must(await notices().withdraw({ ...touch(ready), reason: '施工改期' }));
    expectLast(office, ready.id, 'notices.withdraw/CHANGE');
    const up = await posted(office);
    expect(refusal(await notices().withdraw({ ...touch(up), reason: '施工改期' }))).toBe(
      'notices.wrongState',
    );
  });
});

describe('the distribution list F33', () => {
  it('is signed line for line; a wrong one is struck and stays', async () => {
    const unit = await newUnit(office, { unitNo: '1502' });
    const up = await approved(office, { medium: 'home', kind: 'goods' });
    const line = { ...touch(up), unitId: unit.id, copies: 2, receiverName: '孙建平', at: office.now() };
    expect(refusal(await notices().handOut({ ...line, unitId: '0'.repeat(26) }))).toBe('notices.unitUnknown');
    expect(refusal(await notices().handOut({ ...line, copies: 0 }))).toBe('invalid:copies');
    expect(refusal(await notices().handOut({ ...line, ...touch(await draft(office)) }))).toBe(
      'notices.wrongState',
    );
    must(await notices().handOut(line));
    must(await notices().handOut({ ...line, copies: 1 }));
    const { receipts, entry } = await entryOf(office, up.id);
    expect(entry.handedOut).toBe(3);
    expect(receipts.map((one) => [one.lineNo, one.copies, one.receiverName])).toEqual([
      [1, 2, '孙建平'],
      [2, 1, '孙建平'],
    ]);
    expectLast(office, receipts[0]!.id, 'notices.handOut/CREATE');
    const strike = { ...touch(up), receiptId: receipts[0]!.id, reason: '房号写错' };
    expect(refusal(await notices().strikeReceipt({ ...strike, receiptId: '0'.repeat(26) }))).toBe('notFound');
    must(await notices().strikeReceipt(strike));
    expectLast(office, receipts[0]!.id, 'notices.strikeReceipt/VOID');
    expect(refusal(await notices().strikeReceipt(strike))).toBe('notices.alreadyStruck');
    const after = await entryOf(office, up.id);
    expect(after.entry.handedOut).toBe(1);
    expect(after.receipts).toHaveLength(2);
  });
});

describe('corrections, voids and looks', () => {
  it('edits, then strikes with a reason', async () => {
    const one = await draft(office);
    const fix = { field: 'note' as const, value: '彩色打印' };
    const edited = must(await notices().correct({ ...touch(one), ...fix }));
    expectLast(office, one.id, 'notices.correct/EDIT');
    expect(refusal(await notices().correct({ ...touch(edited), ...fix }))).toBe('entry.unchanged');
    office.pass(10);
    const late = { ...touch(edited), field: 'department' as const, value: '工程部' };
    expect(refusal(await notices().correct(late))).toBe('entry.reasonMissing');
    must(await notices().correct({ ...late, reason: '漏写' }));
    expectLast(office, one.id, 'notices.correct/CORRECT');
  });

  it('voids with its number; what was posted only by the manager', async () => {
    const one = await draft(office);
    expect(refusal(await notices().void({ ...touch(one), reason: '重复' }))).toBe('notAllowed');
    const gone = must(await notices('csSupervisor').void({ ...touch(one), reason: '重复登记' }));
    expectLast(office, one.id, 'notices.void/VOID');
    expect(refusal(await notices().correct({ ...touch(gone), field: 'note', value: 'x' }))).toBe(
      'notices.wrongState',
    );
    const up = await posted(office);
    expect(refusal(await notices('csSupervisor').void({ ...touch(up), reason: '重复登记' }))).toBe(
      'entry.managerOnly',
    );
    must(await notices('deptManager').void({ ...touch(up), reason: '重复登记' }));
  });

  it('ends the free window when another looks; refuses what was filled against an older line', async () => {
    const one = await draft(office);
    must(await office.as('csSupervisor').notices.markSeen({ id: one.id }));
    expect(refusal(await notices('csSupervisor').markSeen({ id: one.id }))).toBe('entry.alreadyFrozen');
    const sent = must(await notices().submit(touch(one)));
    expect(refusal(await notices('csSupervisor').approve(touch(one)))).toBe('conflict');
    must(await notices('csSupervisor').approve(touch(sent)));
  });
});
