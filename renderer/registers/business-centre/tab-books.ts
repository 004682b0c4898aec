import type { TabBook } from '../../book/BookTab';
import { BookingEntry } from './BookingEntry';
import { BookingsBook } from './BookingsBook';
import { BOOKING_COUNTS, OFFICE_JOB_COUNTS, OFFICE_JOBS, ROOM_BOOKINGS } from './books';
import { JobEntry } from './JobEntry';
import { JobsBook } from './JobsBook';

/** The business centre's own books (S21, S22): jobs and rooms. */
export const BUSINESS_BOOKS: readonly TabBook[] = [
  {
    book: OFFICE_JOBS,
    permit: 'officeJobs.read',
    Page: JobsBook,
    Entry: JobEntry,
    counts: OFFICE_JOB_COUNTS,
  },
  {
    book: ROOM_BOOKINGS,
    permit: 'roomBookings.read',
    Page: BookingsBook,
    Entry: BookingEntry,
    counts: BOOKING_COUNTS,
  },
];
