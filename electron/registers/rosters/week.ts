import { addDays, dayOf } from '../../../shared/dates';
import type { Settings } from '../../../shared/registers/office';
import type { Roster, RosterCell, RosterSlot } from '../../../shared/registers/rosters.row';

/** A week of the roster, counted: days, lines of the sheet, what stands below its minimum. Pure. */

/** The seven days of the week that begins on `weekOn`. */
export const daysOfWeek = (weekOn: string): string[] =>
  Array.from({ length: 7 }, (_, day) => addDays(weekOn, day));

/** The Monday of the week a day lies in. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

/** The week of this instant, and the next one. */
export function nearWeeks(now: string): { current: string; next: string } {
  const current = mondayOf(dayOf(now));
  return { current, next: addDays(current, 7) };
}

/** Day of the week (Monday 1) from which a missing roster of the next week is asked for. */
const ASKED_FROM = 4;
/** Weeks that should have a roster by now: this one, from Thursday on the next one too (L20). */
export function wantedWeeks(now: string): string[] {
  const { current, next } = nearWeeks(now);
  return dayOf(now) >= addDays(current, ASKED_FROM - 1) ? [current, next] : [current];
}

export const slotsOf = (roster: Pick<Roster, 'demand'>): RosterSlot[] =>
  JSON.parse(roster.demand) as RosterSlot[];

/** Lines of a first sheet: every post in every shift; the first post is the desk that is never empty (L12). */
export const firstSlots = ({ posts, shifts }: Pick<Settings, 'posts' | 'shifts'>): RosterSlot[] =>
  posts.flatMap((post, index) =>
    shifts.map(({ code, alone }) => ({ post, shift: code, people: index === 0 && !alone ? 1 : 0 })),
  );

type Placed = Pick<RosterCell, 'post' | 'shift' | 'dayOn' | 'state'>;
const placeOf = ({ post, shift, dayOn }: Omit<Placed, 'state'>): string => `${dayOn} ${shift} ${post}`;

export interface Gap {
  post: string;
  shift: string;
  dayOn: string;
  missing: number;
}

/** Every post × shift × day below its minimum, in the order of the sheet. */
export function gapsOf(roster: Pick<Roster, 'demand' | 'weekOn'>, cells: readonly Placed[]): Gap[] {
  const counts = new Map<string, number>();
  for (const cell of cells)
    if (cell.state === 'planned') counts.set(placeOf(cell), (counts.get(placeOf(cell)) ?? 0) + 1);
  const days = daysOfWeek(roster.weekOn);
  return slotsOf(roster).flatMap(({ post, shift, people }) =>
    days.flatMap((dayOn) => {
      const missing = people - (counts.get(placeOf({ post, shift, dayOn })) ?? 0);
      return missing > 0 ? [{ post, shift, dayOn, missing }] : [];
    }),
  );
}

/** Who comes from a shift over midnight into one that begins when it ends: no night's rest in between. */
export function restlessOf(
  cells: readonly Pick<RosterCell, 'staffId' | 'staffName' | 'dayOn' | 'shift' | 'state'>[],
  shifts: Settings['shifts'],
): { staffId: string; staffName: string; dayOn: string }[] {
  const planned = cells.filter((cell) => cell.state === 'planned');
  const shiftOf = (code: string) => shifts.find((shift) => shift.code === code);
  return planned.flatMap(({ staffId, staffName, dayOn, shift }) => {
    const night = shiftOf(shift);
    if (!night || night.to > night.from) return [];
    const next = addDays(dayOn, 1);
    const tired = planned.some(
      (other) =>
        other.staffId === staffId && other.dayOn === next && (shiftOf(other.shift)?.from ?? '24') <= night.to,
    );
    return tired ? [{ staffId, staffName, dayOn: next }] : [];
  });
}
