import { afterEach, beforeEach, expect, it } from 'vitest';
import { dueGroups, openGroups } from '../../../electron/registers/obligations';
import { settingsOf } from '../../../electron/registers/office/settings';
import { remindersOf } from '../../../electron/registers/reminding';
import { dayOf, instantOf, isoOf, msOf } from '../../../shared/dates';
import { PREPARATIONS } from '../../../shared/registers/room-bookings.row';
import { must, type TestOffice } from '../../support/office';
import { addRoom, ask, at, quickOffice, takeJob, touch } from './support';

/** S13, domain.md §6.5 with S21, S22: what the business centre hands over and what it reminds of. */
let office: TestOffice;
beforeEach(async () => {
  office = await quickOffice();
});
afterEach(() => office.close());

it('hands over jobs nobody paid and rooms to confirm, prepare and look after, each once, and reminds of them', async () => {
  const clerk = office.as('businessClerk');
  const roomId = (await addRoom(office)).id;
  const unpaid = await takeJob(office);
  const paid = await takeJob(office);
  must(await clerk.officeJobs.pay({ ...touch(paid), at: office.now(), payWay: 'cash', receiptNo: 'SJ-1' }));
  const asked = await ask(office, roomId, { fromAt: at(office, '14:00', 5), toAt: at(office, '15:00', 5) });
  const first = await ask(office, roomId);
  const used = must(await clerk.roomBookings.confirm(touch(first)));
  const ready = must(await clerk.roomBookings.prepare({ ...touch(used), ticked: [...PREPARATIONS] }));
  const later = await ask(office, roomId, { fromAt: at(office, '16:00'), toAt: at(office, '17:00') });
  must(await clerk.roomBookings.confirm(touch(later)));
  // The first meeting of tomorrow began and its time is over.
  office.pass((msOf(at(office, '09:00')) - msOf(office.now())) / 60_000);
  must(await clerk.roomBookings.begin({ ...touch(ready), at: office.now() }));
  office.pass(100);
  const settings = await settingsOf(office.file.reader);
  const look = {
    db: office.file.reader,
    now: office.now(),
    until: isoOf(msOf(office.now()) + 12 * 3_600_000),
    settings,
  };
  const said = (groups: Awaited<ReturnType<typeof openGroups>>) =>
    groups
      .filter(({ register }) => /officeJobs|roomBookings/.test(register))
      .map(({ register, label, matters }) => [
        `${register} ${label.split('.').at(-1)}`,
        ...matters.map((one) => [one.entryId, one.late]),
      ]);
  expect(said(await openGroups(look))).toEqual([
    ['roomBookings toCheck', [first.id, true]],
    ['roomBookings toConfirm', [asked.id, false]],
    ['officeJobs toSettle', [unpaid.id, false]],
  ]);
  expect(said(await dueGroups(look))).toEqual([['roomBookings toPrepare', [later.id, false]]]);

  const remindedAt = async (now: string) =>
    (await remindersOf({ db: office.file.reader, now, settings }, () => true))
      .filter(({ key }) => /officeJobs|roomBookings/.test(key))
      .map(({ key, count }) => [key, count]);
  expect(await remindedAt(office.now())).toEqual([
    ['roomBookings.toCheck', 1],
    ['roomBookings.toPrepare', 1],
    ['roomBookings.toConfirm', 1],
  ]);
  expect(await remindedAt(instantOf(dayOf(office.now()), '16:45'))).toContainEqual([
    'officeJobs.toSettle',
    1,
  ]);
});
