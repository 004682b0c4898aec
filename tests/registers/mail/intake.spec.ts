import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carrierOf, tidyTracking } from '../../../shared/registers/mail-carriers';
import { must, refusal, type TestOffice } from '../../support/office';
import { entryOf, expectLast, letterOut, parcel, quickOffice, takeIn, touch, unitOf } from './support';

/** S16: mail comes in at the desk and the gate, finds its addressee and its shelf; what is to be sent waits for its carrier. */
let office: TestOffice;
let unitId: string;
beforeEach(async () => {
  office = await quickOffice();
  unitId = await unitOf(office);
});
afterEach(() => office.close());
const mail = (role: Parameters<TestOffice['as']>[0] = 'receptionist') => office.as(role).mailItems;

describe('taking in', () => {
  it('gives number, code and shelf, and keeps the number in capitals', async () => {
    const done = await takeIn(office, parcel(office, unitId, { trackingNo: ' sf 123 4567 ' }));
    expect(done).toMatchObject({ serialNo: 'KD202611-0001', shelf: 'A1', unitCode: '3-1502' });
    expect(done.scanCode).toMatch(/^262611\d{6}$/);
    const { entry, next, warnings } = await entryOf(office, done.id);
    expect(entry).toMatchObject({
      state: 'shelved',
      direction: 'in',
      trackingNo: 'SF1234567',
      addresseePhone: '139****5678',
      days: 0,
      pieces: 1,
      holdUntilOn: '2026-12-21',
    });
    expect(next[0]).toBe('mailItems.collect');
    expect(warnings).toEqual([]);
    expectLast(office, done.id, 'mailItems.register/CREATE');
  });

  it('puts an item beside what waits for the same unit, else on the emptiest shelf', async () => {
    const other = await unitOf(office, '1503');
    await takeIn(office, parcel(office, unitId));
    const second = await takeIn(office, parcel(office, other));
    expect(second.shelf).toBe('A2');
    expect((await takeIn(office, parcel(office, unitId))).shelf).toBe('A1');
    expect((await takeIn(office, parcel(office, unitId, { shelf: 'C6' }))).shelf).toBe('C6');
    const department = { unitId: null, department: '工程部' };
    const letter = await takeIn(office, parcel(office, null, department));
    expect((await takeIn(office, parcel(office, null, department))).shelf).toBe(letter.shelf);
  });

  it('refuses what the rules of the office ask for', async () => {
    const refused = async (over: Parameters<typeof parcel>[2]) =>
      refusal(await mail().register(parcel(office, unitId, over)));
    expect(await refused({ trackingNo: null })).toBe('mailItems.trackingMissing');
    expect(await refused({ damage: '外箱破损' })).toBe('mailItems.courierMissing');
    expect(await refused({ unitId: '0'.repeat(26) })).toBe('mailItems.unitUnknown');
    expect(await refused({ pieces: 0 })).toBe('invalid:pieces');
    expect(await refused({ receivedAt: '2027-01-01T00:00:00.000Z' })).toBe('invalid:receivedAt');
    await takeIn(office, parcel(office, unitId, { kind: 'letter', trackingNo: null }));
    const first = await takeIn(office, parcel(office, unitId, { trackingNo: 'YT0000000000001' }));
    expect(await refused({ trackingNo: 'yt0000000000001' })).toBe('mailItems.alreadyIn');
    const gone = { at: office.now(), takerName: '孙建平', takerRelation: 'self' as const };
    must(await mail().collect({ items: [touch(first)], ...gone }));
    // A number may come again once it left, e.g. sent back by mistake.
    await takeIn(office, parcel(office, unitId, { trackingNo: 'YT0000000000001' }));
    expect(refusal(await mail('cashier').register(parcel(office, unitId)))).toBe('notAllowed');
  });

  it('tells the strip what it should know of a number and a unit', async () => {
    await takeIn(office, parcel(office, unitId));
    const gate = await takeIn(office, parcel(office, null, { trackingNo: 'JD1', atGate: true }), 'gateGuard');
    expect(must(await office.as('receptionist').mailItems.prepare({ trackingNo: 'jd1' }))).toMatchObject({
      known: { id: gate.id, serialNo: gate.serialNo, state: 'arrived', unitId: null },
    });
    expect(must(await office.as('receptionist').mailItems.prepare({ trackingNo: 'JD2', unitId }))).toEqual({
      known: null,
      shelf: 'A1',
      waiting: 1,
    });
  });
});

describe('sorting', () => {
  it('takes over from the gate and from nobody’s pile', async () => {
    const gate = await takeIn(office, parcel(office, unitId, { atGate: true }), 'gateGuard');
    expect((await entryOf(office, gate.id)).warnings).toEqual(['atGate']);
    expect(refusal(await mail('gateGuard').sort(touch(gate)))).toBe('notAllowed');
    const sorted = must(await mail().sort(touch(gate)));
    expect(sorted).toMatchObject({ shelf: 'A1', unitCode: '3-1502' });
    expectLast(office, gate.id, 'mailItems.sort/CHANGE');

    const nobody = await takeIn(office, parcel(office, null));
    expect(nobody.shelf).toBeNull();
    expect((await entryOf(office, nobody.id)).warnings).toEqual(['unmatched']);
    expect(refusal(await mail().sort(touch(nobody)))).toBe('mailItems.placeMissing');
    expect(refusal(await mail().sort({ ...touch(nobody), unitId: '0'.repeat(26) }))).toBe(
      'mailItems.unitUnknown',
    );
    const found = must(await mail().sort({ ...touch(nobody), unitId, addresseeName: '孙小妹' }));
    expect((await entryOf(office, nobody.id)).entry).toMatchObject({ addresseeName: '孙小妹', shelf: 'A1' });
    const told = must(await mail().notify({ items: [touch(found)], at: office.now(), how: 'phone' }));
    // Another shelf changes nothing for the addressee; another addressee has not been told yet.
    const moved = must(await mail().sort({ ...touch(told.items[0]!), shelf: 'B2' }));
    expect((await entryOf(office, nobody.id)).entry).toMatchObject({ state: 'notified', shelf: 'B2' });
    const again = must(await mail().sort({ ...touch(moved), department: '工程部' }));
    const { entry, story } = await entryOf(office, nobody.id);
    expect(entry).toMatchObject({ state: 'shelved', department: '工程部', unitId: null });
    expect(JSON.stringify(story)).toContain('3-1502');
    const gone = { at: office.now(), takerName: '周工', takerRelation: 'self' as const };
    must(await mail().collect({ items: [touch(again)], ...gone }));
    const { version } = (await entryOf(office, nobody.id)).entry;
    expect(refusal(await mail().sort({ id: nobody.id, version, unitId }))).toBe('mailItems.wrongState');
  });
});

describe('sending', () => {
  it('waits for the carrier, who takes several along', async () => {
    expect(refusal(await mail().send(letterOut(office, null)))).toBe('mailItems.senderMissing');
    expect(refusal(await mail().send(letterOut(office, '0'.repeat(26))))).toBe('mailItems.unitUnknown');
    expect(refusal(await mail().send(letterOut(office, unitId, { destination: '' })))).toBe(
      'invalid:destination',
    );
    const one = must(await mail().send(letterOut(office, unitId)));
    const two = must(await mail().send(letterOut(office, null, { department: '工程部' })));
    expectLast(office, one.id, 'mailItems.send/CREATE');
    expect((await entryOf(office, one.id)).next[0]).toBe('mailItems.dispatch');
    const taken = { at: office.now(), takerName: '王师傅' };
    const both = { items: [touch(one), touch(two)], ...taken };
    expect(refusal(await mail().dispatch({ ...both, trackingNo: 'SF1' }))).toBe('mailItems.oneNumber');
    must(await mail().dispatch(both));
    expect((await entryOf(office, two.id)).entry).toMatchObject({ state: 'sent', takerName: '王师傅' });
    expectLast(office, two.id, 'mailItems.dispatch/CHANGE');
    const three = must(await mail().send(letterOut(office, unitId)));
    must(await mail().dispatch({ items: [touch(three)], ...taken, trackingNo: 'sf 9', carrier: '顺丰' }));
    expect((await entryOf(office, three.id)).entry).toMatchObject({ trackingNo: 'SF9', carrier: '顺丰' });
  });

  it('ends with the sender who thinks better of it', async () => {
    const one = must(await mail().send(letterOut(office, unitId)));
    const back = { ...touch(one), at: office.now(), takerName: '孙建平' };
    const done = must(await mail().withdraw(back));
    expectLast(office, one.id, 'mailItems.withdraw/CHANGE');
    expect(refusal(await mail().withdraw({ ...back, ...touch(done) }))).toBe('mailItems.wrongState');
    const incoming = await takeIn(office, parcel(office, unitId));
    expect(refusal(await mail().withdraw({ ...back, ...touch(incoming) }))).toBe('mailItems.wrongState');
  });
});

describe('carriers', () => {
  it('are guessed from their numbers', () => {
    expect(carrierOf('sf1234567890123')).toEqual({ carrier: 'sf', kind: 'express' });
    expect(carrierOf('JDVB12345678901')).toMatchObject({ carrier: 'jd' });
    expect(carrierOf('YT1234567890123')).toMatchObject({ carrier: 'yto' });
    expect(carrierOf('751234567890 12')).toMatchObject({ carrier: 'zto' });
    expect(carrierOf('XA12345678901')).toEqual({ carrier: 'post', kind: 'registered' });
    expect(carrierOf('EE123456789CN')).toEqual({ carrier: 'ems', kind: 'ems' });
    expect(carrierOf('1101234567890')).toEqual({ carrier: 'ems', kind: 'ems' });
    expect(carrierOf('no carrier')).toBeNull();
    expect(tidyTracking(' a b\t1 ')).toBe('AB1');
  });
});
