import { afterEach, beforeEach, expect, it } from 'vitest';
import { openGroups, thingsToCount } from '../../../electron/registers/obligations';
import { settingsOf } from '../../../electron/registers/office/settings';
import { must, type TestOffice } from '../../support/office';
import { letterOut, parcel, quickOffice, takeIn, touch, unitOf } from './support';

/** S13, S16: what the mail book hands over to the next shift. */
let office: TestOffice;
beforeEach(async () => {
  office = await quickOffice();
});
afterEach(() => office.close());

it('hands over what is to be sorted, notified, sent or waits long, each once, and counts the pieces', async () => {
  const unitId = await unitOf(office);
  const old = await takeIn(office, parcel(office, unitId, { pieces: 3 }));
  must(
    await office.as('receptionist').mailItems.notify({ items: [touch(old)], at: office.now(), how: 'phone' }),
  );
  office.pass(4 * 24 * 60);
  const gate = await takeIn(office, parcel(office, null, { atGate: true }), 'gateGuard');
  const fresh = await takeIn(office, parcel(office, unitId));
  const out = must(await office.as('receptionist').mailItems.send(letterOut(office, unitId)));
  const db = office.file.reader;
  const look = { db, now: office.now(), until: office.now(), settings: await settingsOf(db) };
  const groups = (await openGroups(look)).filter((group) => group.register === 'mailItems');
  expect(
    groups.map(({ label, matters }) => [label.split('.').at(-1), matters.map((one) => one.entryId)]),
  ).toEqual([
    ['toSort', [gate.id]],
    ['toNotify', [fresh.id]],
    ['waitingLong', [old.id]],
    ['toSend', [out.id]],
  ]);
  expect(groups.map((group) => group.matters[0]!.late)).toEqual([false, false, false, false]);
  const things = await thingsToCount(look);
  expect(things.find((thing) => thing.code === 'mailItems')).toMatchObject({
    expected: 6,
    numbers: [{ no: old.serialNo }, { no: gate.serialNo }, { no: fresh.serialNo }, { no: out.serialNo }],
  });
});
