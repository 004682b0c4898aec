import type { Input } from '../../../shared/api';
import { addDays, dayOf, instantOf } from '../../../shared/dates';
import { must, type TestOffice } from '../../support/office';

export { ago, expectLast, quickOffice, touch } from '../../support/quick';

export type NewJob = Input<'officeJobs.register'>;
export type NewBooking = Input<'roomBookings.ask'>;

/** Ten pages copied twice, black; `over` replaces what a test is about. */
export const job = (office: TestOffice, over: Partial<NewJob> = {}): NewJob => ({
  takenAt: office.now(),
  customerName: '孙建平',
  customerPhone: '13912345678',
  kind: 'copy',
  documentTitle: '租赁合同',
  confidential: false,
  originalPages: 10,
  copies: 2,
  colour: false,
  ...over,
});
export const takeJob = async (office: TestOffice, over: Partial<NewJob> = {}) =>
  must(await office.as('receptionist').officeJobs.register(job(office, over)));

export const addRoom = async (office: TestOffice, name = '一号会议室') =>
  must(
    await office
      .as('businessClerk')
      .meetingRooms.add({ name, seats: 12, hourCents: 10000, depositCents: 20000 }),
  );

/** Tomorrow's hour of the office's wall. */
export const at = (office: TestOffice, time: string, days = 1): string =>
  instantOf(addDays(dayOf(office.now()), days), time);

export const wish = (office: TestOffice, roomId: string, over: Partial<NewBooking> = {}): NewBooking => ({
  roomId,
  fromAt: at(office, '09:00'),
  toAt: at(office, '10:30'),
  customerName: '恒远文化',
  contactName: '孙建平',
  contactPhone: '13912345678',
  subject: '项目例会',
  people: 8,
  layout: 'boardroom',
  depositCents: 20000,
  depositReceiptNo: 'YJ-1',
  ...over,
});
export const ask = async (office: TestOffice, roomId: string, over: Partial<NewBooking> = {}) =>
  must(await office.as('receptionist').roomBookings.ask(wish(office, roomId, over)));
