import { addDays, dayOf, instantOf, timeOf } from '../dates';
import type { Settings } from './office';

type Shift = Settings['shifts'][number];

/** The shift an instant falls in and when it began; null when the office's shifts leave a gap there. A shift may pass midnight. */
export function shiftAt(shifts: readonly Shift[], at: string): { shift: Shift; from: string } | null {
  const time = timeOf(at);
  const today = dayOf(at);
  for (const shift of shifts) {
    const overMidnight = shift.to <= shift.from;
    if (!overMidnight && shift.from <= time && time < shift.to)
      return { shift, from: instantOf(today, shift.from) };
    if (overMidnight && time >= shift.from) return { shift, from: instantOf(today, shift.from) };
    if (overMidnight && time < shift.to) return { shift, from: instantOf(addDays(today, -1), shift.from) };
  }
  return null;
}

/** When a shift that began on a day is over; null for a code the office no longer has. */
export function shiftEnd(shifts: readonly Shift[], code: string, on: string): string | null {
  const shift = shifts.find((one) => one.code === code);
  if (!shift) return null;
  return instantOf(shift.to <= shift.from ? addDays(on, 1) : on, shift.to);
}

/** The shift that follows one, and the day it begins; the first of the list for a code the office no longer has. */
export function shiftAfter(
  shifts: readonly Shift[],
  code: string,
  on: string,
): { code: string; on: string } | null {
  const at = shifts.findIndex((one) => one.code === code);
  const next = shifts[(at + 1) % shifts.length];
  if (!next) return null;
  const from = shifts[at]?.from ?? '';
  return { code: next.code, on: next.from <= from ? addDays(on, 1) : on };
}
