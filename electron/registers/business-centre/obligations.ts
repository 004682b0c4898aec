import { matters, type Obligations } from '../../entries/obligation';
import { bookingNeed } from './bookings';
import { jobNeed } from './jobs';

/** What this room leaves open (S21, S22): jobs nobody paid, rooms to confirm, to make ready, to look after. */

const booking = {
  register: 'roomBookings',
  table: 'room_bookings',
  since: 'fromAt',
  owner: 'recorderName',
} as const;
const job = {
  register: 'officeJobs',
  table: 'office_jobs',
  since: 'takenAt',
  owner: 'recorderName',
} as const;

export const businessCentreObligations: Obligations = {
  open: [
    matters({
      ...booking,
      due: 'toAt',
      label: 'business:need.roomBookings.toCheck',
      branches: ({ now }) => bookingNeed('toCheck', now),
    }),
    matters({
      ...booking,
      due: 'fromAt',
      label: 'business:need.roomBookings.toConfirm',
      branches: ({ now }) => bookingNeed('toConfirm', now),
    }),
    matters({ ...job, label: 'business:need.officeJobs.toSettle', branches: () => [jobNeed('toSettle')] }),
  ],
  due: [
    matters({
      ...booking,
      due: 'fromAt',
      label: 'business:need.roomBookings.toPrepare',
      branches: ({ now }) => bookingNeed('toPrepare', now),
    }),
  ],
};
