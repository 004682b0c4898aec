import {
  addDays,
  DAY_MS,
  dayOf,
  daysBetween,
  instantOf,
  isoOf,
  MINUTE_MS,
  msOf,
} from '../../../shared/dates';
import type { Chance } from './chance';
import { Weighted } from './chance';

/** When things happen at a property office's desk: busy lunch hours and evenings, quiet nights, fuller weekends. */

/** How many lines of a hundred are typed in each hour of the office's day. */
const HOURS: [number, number][] = [
  0.4, 0.2, 0.2, 0.2, 0.2, 0.5, 1.5, 4, 7, 8, 8, 9, 9, 7, 6.5, 6, 7, 8, 8, 6, 4, 2.5, 1.2, 0.6,
].map((weight, hour) => [hour, weight]);
const hours = new Weighted(HOURS);

/** Sunday first. */
const WEEKDAYS = [1.15, 0.95, 0.95, 1, 1, 1.1, 1.25];

/** Instants in time order, `n` of them, from `from` (ms) to `to` (ms, excluded). The same chance gives the same ones. */
export function* arrivals(n: number, from: number, to: number, chance: Chance): Generator<number> {
  const first = dayOf(isoOf(from));
  const days = daysBetween(first, dayOf(isoOf(to - 1))) + 1;
  const weights: number[] = [];
  let total = 0;
  for (let d = 0; d < days; d += 1) {
    const start = msOf(instantOf(addDays(first, d)));
    // The first and the last day count only as far as they belong to the span.
    const share = (Math.min(to, start + DAY_MS) - Math.max(from, start)) / DAY_MS;
    const weekday = new Date(start + DAY_MS / 2).getUTCDay();
    const weight = WEEKDAYS[weekday]! * (0.7 + 0.6 * chance.part()) * share;
    total += weight;
    weights.push(weight);
  }
  let given = 0;
  let sum = 0;
  for (let d = 0; d < days; d += 1) {
    sum += weights[d]!;
    const upTo = d === days - 1 ? n : Math.round((n * sum) / total);
    const start = msOf(instantOf(addDays(first, d)));
    const today: number[] = [];
    for (; given < upTo; given += 1) {
      let at = start + hours.draw(chance) * 60 * MINUTE_MS + chance.below(60 * MINUTE_MS);
      if (at < from || at >= to) {
        const low = Math.max(from, start);
        at = low + chance.below(Math.max(1, Math.min(to, start + DAY_MS) - low));
      }
      today.push(at);
    }
    yield* today.sort((a, b) => a - b);
  }
}

export type ShiftCode = 'early' | 'late' | 'night';

/** The shift that is on at an instant (08–16, 16–22, 22–08 office time). */
export function shiftAt(ms: number): ShiftCode {
  const hour = Math.floor((ms / 3_600_000 + 8) % 24);
  if (hour >= 8 && hour < 16) return 'early';
  return hour >= 16 && hour < 22 ? 'late' : 'night';
}

/** The next time the office is staffed by day: at once between 8 and 20 o'clock, else shortly after the next eight. */
export function inOfficeHours(ms: number, chance: Chance): number {
  const hour = (ms / 3_600_000 + 8) % 24;
  if (hour >= 8 && hour < 20) return ms;
  const untilEight = hour < 8 ? 8 - hour : 32 - hour;
  return ms + Math.round(untilEight * 3_600_000) + chance.between(5, 110) * MINUTE_MS;
}
