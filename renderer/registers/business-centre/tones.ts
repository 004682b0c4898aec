import type { OfficeJobLine } from '../../../shared/registers/office-jobs.row';
import type { BookingState } from '../../../shared/registers/room-bookings.row';
import type { Tone } from '../../ui/StateMark';

/** How jobs and bookings stand to the desk. */

export function jobTone({ state }: OfficeJobLine): Tone {
  if (state === 'voided') return 'void';
  if (state === 'taken') return 'todo';
  return state === 'charged' ? 'waiting' : 'done';
}

export function bookingTone({ state, over }: { state: BookingState; over: boolean }): Tone {
  if (state === 'voided' || state === 'cancelled') return 'void';
  if (state === 'checked') return 'done';
  if (over) return 'late';
  return state === 'asked' ? 'todo' : 'waiting';
}
