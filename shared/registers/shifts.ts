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
