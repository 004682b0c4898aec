import { OFFICE_JOB_NEEDS } from '../../../shared/registers/office-jobs';
import { BOOKING_NEEDS } from '../../../shared/registers/room-bookings';
import type { Book, NeedCounts } from '../../book/book';

/** S21 商务工作. */
export const OFFICE_JOBS: Book = {
  register: 'officeJobs',
  ns: 'business',
  codes: { kind: 'kind', payWay: 'pay', faxSent: 'faxResult' },
  keys: { pay: 'P', charge: 'C' },
};
export const OFFICE_JOB_COUNTS: NeedCounts = {
  book: OFFICE_JOBS,
  op: 'officeJobs.counts',
  needs: OFFICE_JOB_NEEDS,
  quiet: ['onAccount'],
};

/** S22 会议室. */
export const ROOM_BOOKINGS: Book = {
  register: 'roomBookings',
  ns: 'business',
  codes: { layout: 'layout', settlement: 'settlement' },
  value: (field, value, { t }) =>
    field === 'prepared'
      ? value
          .split(',')
          .map((one) => t(`business:preparation.${one}`))
          .join(t('business:mark.comma'))
      : null,
  keys: { confirm: 'C', prepare: 'P', begin: 'B', check: 'K', reschedule: 'R', cancel: 'D' },
};
export const BOOKING_COUNTS: NeedCounts = {
  book: ROOM_BOOKINGS,
  op: 'roomBookings.counts',
  needs: BOOKING_NEEDS,
  late: ['toCheck'],
  quiet: ['today'],
};
