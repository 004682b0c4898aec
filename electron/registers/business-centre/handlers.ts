import type { HandlersFor } from '../handlers';
import * as bookingActs from './booking-acts';
import * as bookings from './booking-look';
import * as jobs from './job-acts';
import { add, amend, close, list } from './rooms';

/** S21 商务工作. */
export const officeJobHandlers: HandlersFor<'officeJobs'> = {
  list: jobs.list,
  counts: jobs.counts,
  entry: jobs.entry,
  register: jobs.register,
  pay: jobs.pay,
  charge: jobs.charge,
  correct: jobs.correct,
  void: jobs.voidJob,
  markSeen: jobs.markSeen,
  unmask: jobs.unmask,
};

/** S22: the rooms. */
export const meetingRoomHandlers: HandlersFor<'meetingRooms'> = { list, add, amend, close };

/** S22 会议室租用与准备. */
export const roomBookingHandlers: HandlersFor<'roomBookings'> = {
  list: bookings.list,
  counts: bookings.counts,
  board: bookings.board,
  entry: bookings.entry,
  ask: bookingActs.ask,
  confirm: bookingActs.confirm,
  reschedule: bookingActs.reschedule,
  prepare: bookingActs.prepare,
  begin: bookingActs.begin,
  check: bookingActs.check,
  cancel: bookingActs.cancel,
  correct: bookings.correct,
  void: bookings.voidBooking,
  markSeen: bookings.markSeen,
  unmask: bookings.unmask,
};
