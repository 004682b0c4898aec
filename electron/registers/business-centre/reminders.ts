import type { BookingNeed } from '../../../shared/registers/room-bookings';
import { A_DAY, type ReminderRule, rows } from '../../entries/reminder';
import { bookingNeed } from './bookings';
import { jobNeed } from './jobs';

/** What the business centre reminds of (S21, S22): rooms not answered, not ready or not looked after, jobs not paid. */

const ROOM = { register: 'roomBookings', permit: 'roomBookings.read' } as const;
const rooms = (need: BookingNeed) => rows('room_bookings', 'fromAt', ({ now }) => bookingNeed(need, now));

/** After the desk's last customers: what is unpaid then was forgotten. */
const EVENING = '16:30';

export const businessCentreReminders: readonly ReminderRule[] = [
  { ...ROOM, need: 'toCheck', weight: 'due', snoozeMinutes: 60, waiting: rooms('toCheck') },
  { ...ROOM, need: 'toPrepare', weight: 'due', snoozeMinutes: A_DAY, waiting: rooms('toPrepare') },
  { ...ROOM, need: 'toConfirm', weight: 'soon', snoozeMinutes: A_DAY, waiting: rooms('toConfirm') },
  {
    register: 'officeJobs',
    need: 'toSettle',
    permit: 'officeJobs.read',
    weight: 'soon',
    snoozeMinutes: A_DAY,
    from: () => EVENING,
    waiting: rows('office_jobs', 'takenAt', () => [jobNeed('toSettle')]),
  },
];
