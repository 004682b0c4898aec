import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must, refusal, type TestOffice } from '../../support/office';
import { entryOf, expectLast, nowOf, parcel, quickOffice, takeIn, touch, unitOf } from './support';

/** S16: how mail leaves the desk, and that each end says what it was. */
let office: TestOffice;
let unitId: string;
beforeEach(async () => {
  office = await quickOffice();
  unitId = await unitOf(office);
});
afterEach(() => office.close());
const mail = (role: Parameters<TestOffice['as']>[0] = 'receptionist') => office.as(role).mailItems;
const self = () => ({ at: office.now(), takerName: '孙建平', takerRelation: 'self' as const });
const DAY = 24 * 60;

describe('notices', () => {
  it('tell of everything that waits, again and again', async () => {
    const one = await takeIn(office, parcel(office, unitId));
    const two = await takeIn(office, parcel(office, unitId));
    const { rows } = must(await office.as('receptionist').mailItems.waitingWith({ id: one.id }));
    expect(rows.map((row) => row.id)).toEqual([one.id, two.id]);
    const told = { at: office.now(), how: 'message' as const, reachedName: '孙太太' };
    must(await mail().notify({ items: rows.map(touch), ...told }));
    expectLast(office, two.id, 'mailItems.notify/CHANGE');
    must(await mail().notify({ items: [await nowOf(office, one.id)], ...told }));
    expect((await entryOf(office, one.id)).entry).toMatchObject({
      state: 'notified',
      notices: 2,
      notifiedHow: 'message',
      reachedName: '孙太太',
      notifiedByName: office.actor('receptionist').name,
    });
    const gate = await takeIn(office, parcel(office, unitId, { atGate: true }), 'gateGuard');
    expect(refusal(await mail().notify({ items: [touch(gate)], ...told }))).toBe('mailItems.wrongState');
    expect(refusal(await mail().notify({ items: [], ...told }))).toBe('invalid:items');
  });

  it('are late after two hours for what is important, after a day for the rest', async () => {
    const plain = await takeIn(office, parcel(office, unitId));
    const cake = await takeIn(office, parcel(office, unitId, { perishable: true }));
    office.pass(2 * 60 + 10);
    const late = async (id: string) => (await entryOf(office, id)).entry.notifyLate;
    expect([await late(plain.id), await late(cake.id)]).toEqual([false, true]);
    expect((await entryOf(office, cake.id)).warnings).toEqual(['perishable', 'notifyLate']);
    office.pass(22 * 60);
    expect(await late(plain.id)).toBe(true);
  });
});

describe('collection', () => {
  it('takes many with one signature; all say who, and name each other', async () => {
    const items = [];
    for (let n = 0; n < 5; n += 1) items.push(await takeIn(office, parcel(office, unitId)));
    const done = must(await mail().collect({ items: items.map(touch), ...self() }));
    expect(done.items).toHaveLength(5);
    const { entry, together } = await entryOf(office, items[2]!.id);
    expect(entry).toMatchObject({
      state: 'collected',
      closure: 'signed',
      takerName: '孙建平',
      takerRelation: 'self',
      batchId: done.batchId,
      closedByName: office.actor('receptionist').name,
    });
    expect(together.map((one) => one.serialNo)).toHaveLength(4);
    for (const one of items) expectLast(office, one.id, 'mailItems.collect/CHANGE');
    expect(must(await office.as('receptionist').mailItems.waitingWith({ unitId })).rows).toEqual([]);
  });

  it('is all or nothing', async () => {
    const one = await takeIn(office, parcel(office, unitId));
    const two = await takeIn(office, parcel(office, unitId));
    must(await mail().collect({ items: [touch(two)], ...self() }));
    const both = { items: [touch(one), await nowOf(office, two.id)], ...self() };
    expect(refusal(await mail().collect(both))).toBe('mailItems.wrongState');
    expect(refusal(await mail().collect({ ...both, items: [touch(one), touch(two)] }))).toBe('conflict');
    expect((await entryOf(office, one.id)).entry.state).toBe('shelved');
    expect(refusal(await mail('gateGuard').collect({ items: [touch(one)], ...self() }))).toBe('notAllowed');
    expect(
      refusal(await mail().collect({ items: [touch(one)], ...self(), at: '2026-11-01T00:00:00.000Z' })),
    ).toBe('invalid:at');
  });

  it('by anybody else is a proxy’s, on a document for what goes from hand to hand', async () => {
    const plain = await takeIn(office, parcel(office, unitId));
    const proxy = { ...self(), takerName: '孙太太', takerRelation: 'family' as const };
    must(await mail().collect({ items: [touch(plain)], ...proxy }));
    expect((await entryOf(office, plain.id)).entry.state).toBe('proxied');
    const letter = await takeIn(office, parcel(office, unitId, { kind: 'registered' }));
    const ask = { items: [touch(letter)], ...proxy };
    expect(refusal(await mail().collect(ask))).toBe('mailItems.identityMissing');
    expect(refusal(await mail().collect({ ...ask, takerIdTail: '12' }))).toBe('mailItems.identityMissing');
    must(await mail().collect({ ...ask, takerIdTail: '123X' }));
    const own = await takeIn(office, parcel(office, unitId, { valuable: true }));
    must(await mail().collect({ items: [touch(own)], ...self() }));
  });
});

describe('other ends', () => {
  it('without a signature say so, and never for registered mail', async () => {
    const one = await takeIn(office, parcel(office, unitId));
    const letter = await takeIn(office, parcel(office, unitId, { kind: 'registered' }));
    const left = { at: office.now(), closure: 'staffConfirmed' as const, closeNote: '按本人要求放门口' };
    expect(refusal(await mail().leaveUnsigned({ items: [touch(one), touch(letter)], ...left }))).toBe(
      'mailItems.mustSign',
    );
    expect(refusal(await mail().leaveUnsigned({ items: [touch(one)], ...left, closeNote: '' }))).toBe(
      'invalid:closeNote',
    );
    must(await mail().leaveUnsigned({ items: [touch(one)], ...left }));
    expect((await entryOf(office, one.id)).entry).toMatchObject({
      state: 'unsigned',
      closure: 'staffConfirmed',
      takerName: null,
    });
    expectLast(office, one.id, 'mailItems.leaveUnsigned/CHANGE');
  });

  it('back to the sender: unclaimed only when its time is over', async () => {
    const one = await takeIn(office, parcel(office, unitId));
    const two = await takeIn(office, parcel(office, unitId));
    const back = { takerName: '王师傅', returnReason: 'unclaimed' as const };
    const try1 = async () => mail().returnToSender({ items: [touch(one)], at: office.now(), ...back });
    expect(refusal(await try1())).toBe('mailItems.tooEarly');
    must(
      await mail().returnToSender({
        items: [touch(two)],
        at: office.now(),
        takerName: '王师傅',
        returnReason: 'refused',
      }),
    );
    office.pass(29 * DAY);
    expect(refusal(await try1())).toBe('mailItems.tooEarly');
    office.pass(DAY);
    expect((await entryOf(office, one.id)).warnings).toEqual(['notifyLate', 'holdOver']);
    must(await try1());
    expect((await entryOf(office, one.id)).entry).toMatchObject({ state: 'returned', days: 30 });
    expectLast(office, one.id, 'mailItems.returnToSender/CHANGE');
  });

  it('sent on, lost, and put back', async () => {
    const on = await takeIn(office, parcel(office, unitId));
    must(await mail().forward({ ...touch(on), at: office.now(), destination: '杭州市西湖区' }));
    expect((await entryOf(office, on.id)).entry).toMatchObject({
      state: 'forwarded',
      destination: '杭州市西湖区',
      closure: 'staffConfirmed',
    });
    expectLast(office, on.id, 'mailItems.forward/CHANGE');
    expect(refusal(await mail().putBack({ ...(await nowOf(office, on.id)), reason: '写错了' }))).toBe(
      'mailItems.wrongState',
    );

    const one = await takeIn(office, parcel(office, unitId));
    const lost = must(
      await mail().reportLost({ ...touch(one), at: office.now(), closeNote: '不在架上，已报主管' }),
    );
    expectLast(office, one.id, 'mailItems.reportLost/CHANGE');
    expect(refusal(await mail('csSteward').putBack({ ...touch(lost), reason: '找到了' }))).toBe('notAllowed');
    const back = must(await mail().putBack({ ...touch(lost), reason: '在柜后找到' }));
    expectLast(office, one.id, 'mailItems.putBack/CHANGE');
    expect((await entryOf(office, one.id)).entry).toMatchObject({
      state: 'shelved',
      closedAt: null,
      closure: null,
      closeNote: null,
    });
    expect(refusal(await mail().putBack({ ...touch(back), reason: '再放一次' }))).toBe(
      'mailItems.wrongState',
    );
    const taken = must(await mail().collect({ items: [touch(back)], ...self() }));
    must(await mail().putBack({ ...touch(taken.items[0]!), reason: '拿错了', shelf: 'C1' }));
    expect((await entryOf(office, one.id)).entry).toMatchObject({
      state: 'shelved',
      shelf: 'C1',
      takerName: null,
      batchId: null,
    });
  });
});

describe('corrections, voids and looks', () => {
  it('edits inside the free window, strikes afterwards, with a reason', async () => {
    const one = await takeIn(office, parcel(office, unitId));
    const fix = { field: 'addresseeName' as const, value: '孙建萍' };
    const edited = must(await mail().correct({ ...touch(one), ...fix }));
    expectLast(office, one.id, 'mailItems.correct/EDIT');
    expect(refusal(await mail().correct({ ...touch(edited), ...fix }))).toBe('entry.unchanged');
    office.pass(10);
    const late = { ...touch(edited), field: 'pieces' as const, value: '2' };
    expect(refusal(await mail().correct(late))).toBe('entry.reasonMissing');
    expect(refusal(await mail('businessClerk').correct({ ...late, reason: '数错了' }))).toBe(
      'entry.notRecorder',
    );
    expect(refusal(await mail().correct({ ...late, value: '两' }))).toBe('invalid:value');
    must(await mail().correct({ ...late, reason: '数错了' }));
    expect((await entryOf(office, one.id)).entry).toMatchObject({
      pieces: 2,
      strikes: [{ field: 'pieces', old: '1', new: '2' }],
    });
  });

  it('keeps the rules of a new item', async () => {
    const one = await takeIn(office, parcel(office, unitId));
    await takeIn(office, parcel(office, unitId, { trackingNo: 'T1' }));
    const correct = async (field: 'trackingNo' | 'receivedAt' | 'damage' | 'takerName', value: string) =>
      refusal(await mail().correct({ ...touch(one), field, value }));
    expect(await correct('trackingNo', 't1')).toBe('mailItems.alreadyIn');
    expect(await correct('trackingNo', '')).toBe('mailItems.trackingMissing');
    expect(await correct('damage', '破了')).toBe('mailItems.courierMissing');
    expect(await correct('receivedAt', '2030-01-01T00:00:00.000Z')).toBe('invalid:value');
    expect(await correct('takerName', '王师傅')).toBe('entry.notYetWritten');
  });

  it('voids with its number; what left the office only by the manager', async () => {
    const one = await takeIn(office, parcel(office, unitId));
    expect(refusal(await mail().void({ ...touch(one), reason: '重复' }))).toBe('notAllowed');
    must(await mail('csSupervisor').void({ ...touch(one), reason: '重复登记' }));
    const two = await takeIn(office, parcel(office, unitId));
    const [gone] = must(await mail().collect({ items: [touch(two)], ...self() })).items;
    expect(refusal(await mail('csSupervisor').void({ ...touch(gone!), reason: '重复登记' }))).toBe(
      'entry.managerOnly',
    );
    const done = must(await mail('deptManager').void({ ...touch(gone!), reason: '重复登记' }));
    expectLast(office, two.id, 'mailItems.void/VOID');
    expect(refusal(await mail('deptManager').correct({ ...touch(done), field: 'note', value: 'x' }))).toBe(
      'mailItems.wrongState',
    );
  });

  it('ends the free window when another looks, and shows a phone only with a reason', async () => {
    const one = await takeIn(office, parcel(office, unitId));
    must(await office.as('csSupervisor').mailItems.markSeen({ id: one.id }));
    expect(refusal(await mail('csSupervisor').markSeen({ id: one.id }))).toBe('entry.alreadyFrozen');
    expect(must(await mail().unmask({ id: one.id, reason: '通知领件' }))).toEqual({
      addresseePhone: '13912345678',
    });
    expectLast(office, one.id, 'mailItems.unmask/UNMASK');
    expect(refusal(await mail('gateGuard').unmask({ id: one.id, reason: '看看' }))).toBe('notAllowed');
  });
});
