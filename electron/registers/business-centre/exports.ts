import type { Wording } from '../../../shared/columns';
import { officeJobFilter } from '../../../shared/registers/office-jobs';
import { OFFICE_JOB_COLUMNS } from '../../../shared/registers/office-jobs.columns';
import { roomBookingFilter } from '../../../shared/registers/room-bookings';
import { BOOKING_COLUMNS } from '../../../shared/registers/room-bookings.columns';
import { exportList } from '../exports/list';
import { bookingPage } from './bookings';
import { jobPage } from './jobs';

/** This room's lists as CSV and XLSX. No column has the title of a document. */

const state = (register: string) => ({
  label: 'business:field.state',
  of: (row: { state: string }, { t }: Wording) => t(`business:state.${register}.${row.state}`),
});

export const businessCentreExports = {
  officeJobs: exportList({
    permit: 'officeJobs.export',
    filter: officeJobFilter,
    columns: OFFICE_JOB_COLUMNS,
    state: state('officeJobs'),
    page: (filter, after, limit, { db, raw }) => jobPage(db, raw, filter, after, limit, false),
  }),
  roomBookings: exportList({
    permit: 'roomBookings.export',
    filter: roomBookingFilter,
    columns: BOOKING_COLUMNS,
    state: state('roomBookings'),
    page: (filter, after, limit, { db, raw, now }) => bookingPage(db, raw, filter, after, limit, now),
  }),
};
