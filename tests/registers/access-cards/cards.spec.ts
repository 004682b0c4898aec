import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../../shared/dates';
import { must, refusal, type TestOffice } from '../../support/office';
import { type Done, doorCard, entryOf, expectLast, household, issue, quickOffice, touch } from './support';

/** S32: what happens to a card, through the door, with every refusal. */
let office: TestOffice;
let home: { unitId: string; partyId: string };
beforeEach(async () => {
  office = await quickOffice();
  home = await household(office);
});
afterEach(() => office.close());
const cards = (role: Parameters<TestOffice['as']>[0] = 'receptionist') => office.as(role).accessCards;
const today = () => dayOf(office.now());

describe('issuing', () => {
  it('gives number and code, and says all of it on the line', async () => {
    const done = await issue(office, doorCard(office, home, { cardNo: 'A-1001' }));
    expect(done.serialNo).toBe('ZK202611-0001');
    expect(done.scanCode).toMatch(/^152611\d{6}$/);
    const { entry, next, warnings } = await entryOf(office, done.id);
    expect(entry).toMatchObject({
      state: 'issued',
      cardNo: 'A-1001',
      unitCode: '3-1502',
      holderPhone: '139****5678',
      depositCents: 5000,
      expired: false,
      movedOut: false,
    });
    expect(next[0]).toBe('accessCards.return');
    expect(warnings).toEqual([]);
    expectLast(office, done.id, 'accessCards.register/CREATE');
  });

  it('refuses what the rules of the office ask for', async () => {
    const refused = async (over: Parameters<typeof doorCard>[2]) =>
      refusal(await cards().register(doorCard(office, home, over)));
    expect(await refused({ unitId: null })).toBe('accessCards.unitMissing');
    expect(await refused({ kind: 'pass', unitId: null, relation: 'tenant', validToOn: today() })).toBe(
      'accessCards.unitMissing',
    );
    expect(await refused({ kind: 'vehiclePass', validToOn: today() })).toBe('accessCards.plateMissing');
    expect(await refused({ kind: 'pass' })).toBe('accessCards.validityMissing');
    expect(await refused({ receiptNo: null })).toBe('accessCards.receiptMissing');
    expect(await refused({ unitId: '0'.repeat(26) })).toBe('accessCards.unitUnknown');
    expect(await refused({ partyId: '0'.repeat(26) })).toBe('accessCards.partyUnknown');
    expect(await refused({ validToOn: addDays(today(), -1) })).toBe('invalid:validToOn');
    expect(await refused({ validFromOn: '2026-02-31' })).toBe('invalid:filter.validFromOn');
    expect(await refused({ issuedAt: '2027-01-01T00:00:00.000Z' })).toBe('invalid:issuedAt');
    // Staff and workers have no unit; nothing taken needs no receipt.
    await issue(
      office,
      doorCard(office, home, {
        kind: 'pass',
        unitId: null,
        partyId: null,
        relation: 'worker',
        validToOn: addDays(today(), 7),
        depositCents: 0,
        receiptNo: null,
      }),
    );
  });

  it('takes no number that another card outside has, and takes it again once that is back', async () => {
    const first = await issue(office, doorCard(office, home, { cardNo: 'A-1' }));
    const again = doorCard(office, home, { cardNo: 'A-1' });
    expect(refusal(await cards().register(again))).toBe('accessCards.cardNoTaken');
    must(await cards().return({ ...touch(first), at: office.now(), depositBackCents: 5000 }));
    await issue(office, again);
  });
});

describe('coming back', () => {
  it('repays the deposit in full or says why not', async () => {
    const one = await issue(office, doorCard(office, home));
    const back = { ...touch(one), at: office.now() };
    expect(refusal(await cards().return({ ...back, depositBackCents: 5001 }))).toBe(
      'accessCards.tooMuchBack',
    );
    expect(refusal(await cards().return({ ...back, depositBackCents: 0 }))).toBe('accessCards.reasonMissing');
    const returned = must(
      await cards().return({
        ...back,
        returnerName: '孙小妹',
        condition: 'damaged',
        depositBackCents: 3000,
        depositReason: '卡片折断',
        refundReceiptNo: 'TK-01',
      }),
    );
    expect((await entryOf(office, one.id)).entry).toMatchObject({
      state: 'returned',
      depositOutcome: 'partly',
      depositBackCents: 3000,
      returnCondition: 'damaged',
      returnerName: '孙小妹',
      takenBackByName: office.actor('receptionist').name,
    });
    expectLast(office, one.id, 'accessCards.return/CHANGE');
    expect(refusal(await cards().return({ ...touch(returned), at: office.now(), depositBackCents: 0 }))).toBe(
      'accessCards.wrongState',
    );
    expect(refusal(await cards('receptionist').archive(touch(returned)))).toBe('notAllowed');
    const filed = must(await cards('csAssistant').archive(touch(returned)));
    expect((await entryOf(office, filed.id)).entry.state).toBe('archived');
  });

  it('is the holder when nobody else is named, and never before the issue', async () => {
    const one = await issue(office, doorCard(office, home));
    const early = { ...touch(one), at: '2026-11-01T00:00:00.000Z', depositBackCents: 5000 };
    expect(refusal(await cards().return(early))).toBe('invalid:at');
    must(await cards().return({ ...early, at: office.now() }));
    expect((await entryOf(office, one.id)).entry).toMatchObject({
      returnerName: '孙建平',
      depositOutcome: 'repaid',
    });
  });
});

describe('loss and replacement', () => {
  const lose = async (one: Done, blocked: 'now' | 'later' = 'now') =>
    must(await cards().reportLoss({ ...touch(one), at: office.now(), blocked }));

  it('blocks first, then replaces; both lines name each other and the deposit moves along', async () => {
    const old = await issue(office, doorCard(office, home, { cardNo: 'A-1' }));
    const lost = await lose(old, 'later');
    expect((await entryOf(office, old.id)).warnings).toContain('toBlock');
    const wish = {
      cardNo: 'A-2',
      at: office.now(),
      deposit: 'carried' as const,
      feeCents: 2000,
      receiptNo: 'SJ-0099',
    };
    expect(refusal(await cards().replace({ ...touch(lost), ...wish }))).toBe('accessCards.notBlocked');
    const blocked = must(await cards().block({ ...touch(lost), at: office.now() }));
    expect(refusal(await cards().block({ ...touch(blocked), at: office.now() }))).toBe(
      'accessCards.alreadyBlocked',
    );
    expect(refusal(await cards().replace({ ...touch(blocked), ...wish, cardNo: 'A-1' }))).toBe(
      'accessCards.cardNoTaken',
    );
    expect(refusal(await cards().replace({ ...touch(blocked), ...wish, receiptNo: null }))).toBe(
      'accessCards.receiptMissing',
    );
    const fresh = must(await cards().replace({ ...touch(blocked), ...wish }));
    expect((await entryOf(office, fresh.id)).entry).toMatchObject({
      state: 'issued',
      cardNo: 'A-2',
      depositCents: 5000,
      feeCents: 2000,
      replacesNo: old.serialNo,
      holderName: '孙建平',
    });
    const line = (await entryOf(office, old.id)).entry;
    expect(line).toMatchObject({ state: 'lost', replacedByNo: fresh.serialNo, depositOutcome: 'carried' });
    const now = { id: old.id, version: line.version };
    expect(refusal(await cards().replace({ ...now, ...wish, cardNo: 'A-3' }))).toBe('accessCards.replaced');
    expect(refusal(await cards().recover({ ...now, at: office.now() }))).toBe('accessCards.replaced');
    expect(refusal(await cards('csSupervisor').void({ ...now, reason: '写错了' }))).toBe(
      'accessCards.replaced',
    );
    // Found after all: handed in, with no deposit left on it.
    expect(refusal(await cards().return({ ...now, at: office.now(), depositBackCents: 1 }))).toBe(
      'accessCards.tooMuchBack',
    );
    must(await cards().return({ ...now, at: office.now(), depositBackCents: 0 }));
  });

  it('a voided replacement gives the lost card its deposit and its place back', async () => {
    const old = await issue(office, doorCard(office, home));
    const lost = await lose(old);
    const fresh = must(
      await cards().replace({ ...touch(lost), cardNo: 'B-9', at: office.now(), deposit: 'carried' as const }),
    );
    must(await cards('csSupervisor').void({ ...touch(fresh), reason: '卡号写错' }));
    const { entry } = await entryOf(office, old.id);
    expect(entry).toMatchObject({ replacedById: null, depositOutcome: null });
    must(
      await cards().replace({
        id: old.id,
        version: entry.version,
        cardNo: 'B-9',
        at: office.now(),
        deposit: 'carried' as const,
      }),
    );
  });

  it('found again is in use again', async () => {
    const old = await issue(office, doorCard(office, home));
    const lost = await lose(old);
    expect(refusal(await cards().reportLoss({ ...touch(lost), at: office.now(), blocked: 'now' }))).toBe(
      'accessCards.wrongState',
    );
    must(await cards().recover({ ...touch(lost), at: office.now() }));
    expect((await entryOf(office, old.id)).entry).toMatchObject({ state: 'issued', blockedAt: null });
    const { version } = (await entryOf(office, old.id)).entry;
    expect(refusal(await cards().block({ id: old.id, version, at: office.now() }))).toBe(
      'accessCards.wrongState',
    );
  });
});

describe('validity', () => {
  it('is made longer, never shorter', async () => {
    const one = await issue(
      office,
      doorCard(office, home, { kind: 'pass', validToOn: addDays(today(), 10) }),
    );
    for (const validToOn of [addDays(today(), 10), addDays(today(), -1)])
      expect(refusal(await cards().renew({ ...touch(one), validToOn }))).toBe('accessCards.notLonger');
    must(await cards().renew({ ...touch(one), validToOn: addDays(today(), 40) }));
    expectLast(office, one.id, 'accessCards.renew/CHANGE');
    const endless = await issue(office, doorCard(office, home));
    expect(refusal(await cards().renew({ ...touch(endless), validToOn: addDays(today(), 40) }))).toBe(
      'accessCards.notLonger',
    );
  });
});

describe('corrections, voids and looks', () => {
  it('edits inside the free window, strikes afterwards, with a reason', async () => {
    const one = await issue(office, doorCard(office, home));
    const fix = { field: 'holderName' as const, value: '孙建萍' };
    const edited = must(await cards().correct({ ...touch(one), ...fix }));
    expectLast(office, one.id, 'accessCards.correct/EDIT');
    expect(refusal(await cards().correct({ ...touch(edited), ...fix }))).toBe('entry.unchanged');
    office.pass(10);
    const late = { ...touch(edited), field: 'depositCents' as const, value: '8000' };
    expect(refusal(await cards().correct(late))).toBe('entry.reasonMissing');
    expect(refusal(await cards('businessClerk').correct({ ...late, reason: '写错了' }))).toBe(
      'entry.notRecorder',
    );
    expect(refusal(await cards().correct({ ...late, value: '八十' }))).toBe('invalid:value');
    must(await cards().correct({ ...late, reason: '收据为八十元' }));
    expectLast(office, one.id, 'accessCards.correct/CORRECT');
    const { entry } = await entryOf(office, one.id);
    expect(entry.depositCents).toBe(8000);
    expect(entry.strikes).toMatchObject([{ field: 'depositCents', old: '5000', new: '8000' }]);
  });

  it('keeps the rules of a new card', async () => {
    const one = await issue(office, doorCard(office, home, { kind: 'pass', validToOn: today() }));
    const other = await issue(office, doorCard(office, home, { cardNo: 'X-1' }));
    const correct = async (field: 'validToOn' | 'receiptNo' | 'cardNo' | 'issuedAt', value: string) =>
      refusal(await cards().correct({ ...touch(one), field, value }));
    expect(await correct('validToOn', '')).toBe('accessCards.validityMissing');
    expect(await correct('validToOn', addDays(today(), -9))).toBe('invalid:value');
    expect(await correct('receiptNo', '')).toBe('accessCards.receiptMissing');
    expect(await correct('cardNo', 'X-1')).toBe('accessCards.cardNoTaken');
    expect(await correct('issuedAt', '2030-01-01T00:00:00.000Z')).toBe('invalid:value');
    const back = must(await cards().return({ ...touch(other), at: office.now(), depositBackCents: 5000 }));
    expect(refusal(await cards().correct({ ...touch(back), field: 'depositCents', value: '1' }))).toBe(
      'accessCards.depositGone',
    );
  });

  it('voids with its number; a card that came back only by the manager', async () => {
    const one = await issue(office, doorCard(office, home));
    expect(refusal(await cards().void({ ...touch(one), reason: '重复' }))).toBe('notAllowed');
    must(await cards('csSupervisor').void({ ...touch(one), reason: '重复登记' }));
    const two = await issue(office, doorCard(office, home));
    const back = must(await cards().return({ ...touch(two), at: office.now(), depositBackCents: 5000 }));
    expect(refusal(await cards('csSupervisor').void({ ...touch(back), reason: '重复登记' }))).toBe(
      'entry.managerOnly',
    );
    const gone = must(await cards('deptManager').void({ ...touch(back), reason: '重复登记' }));
    expectLast(office, two.id, 'accessCards.void/VOID');
    expect(refusal(await cards('deptManager').correct({ ...touch(gone), field: 'note', value: 'x' }))).toBe(
      'accessCards.wrongState',
    );
  });

  it('ends the free window when another looks, and shows a phone only with a reason', async () => {
    const one = await issue(office, doorCard(office, home));
    must(await office.as('csSupervisor').accessCards.markSeen({ id: one.id }));
    expect(refusal(await cards('csSupervisor').markSeen({ id: one.id }))).toBe('entry.alreadyFrozen');
    expect((await entryOf(office, one.id, 'receptionist')).freeUntil).toBeNull();
    expect(must(await cards().unmask({ id: one.id, reason: '通知退卡' }))).toEqual({
      holderPhone: '13912345678',
    });
    expectLast(office, one.id, 'accessCards.unmask/UNMASK');
    expect(refusal(await cards('gateGuard').unmask({ id: one.id, reason: '看看' }))).toBe('notAllowed');
  });

  it('refuses what was filled against an older line', async () => {
    const one = await issue(office, doorCard(office, home));
    must(await cards().correct({ ...touch(one), field: 'note', value: '备用卡' }));
    expect(refusal(await cards().return({ ...touch(one), at: office.now(), depositBackCents: 5000 }))).toBe(
      'conflict',
    );
  });
});
