import { dayOf, instantOf, isoOf, MINUTE_MS, msOf } from '../../../shared/dates';
import type { Hand } from '../../db/journal';
import { inOfficeHours } from './calendar';
import type { Chance } from './chance';

/** What happens to a slip of the demo office, and when. */

export type Act =
  | 'issue'
  | 'renew'
  | 'arrive'
  | 'release'
  | 'mismatch'
  | 'recordGate'
  | 'return'
  | 'correct'
  | 'void';
export interface Step {
  at: number;
  act: Act;
}

/** What the weekly reconciliation does to a slip whose part is back. */
export interface ReleaseTale {
  reconcile(hand: Hand): void;
  settle(): void;
}

/** A slip goes out on its own day or not at all. */
export function planOf(chance: Chance, at: number, turn: number, renewed: boolean): Step[] {
  const steps: Step[] = [{ at, act: 'issue' }];
  const dayEnd = msOf(instantOf(dayOf(isoOf(at)), '24:00')) - 10 * MINUTE_MS;
  let when = at;
  const add = (act: Act, from: number, to: number, office = false): void => {
    when += chance.between(from, to) * MINUTE_MS;
    if (office) when = Math.round(inOfficeHours(when, chance));
    steps.push({ at: when, act });
  };
  if (turn % 43 === 17) {
    add('void', 5, 90);
    return steps;
  }
  if (chance.happens(0.04)) add('correct', 8, 30);
  const gateAt = when + chance.between(10, 200) * MINUTE_MS;
  if (gateAt + 30 * MINUTE_MS > dayEnd || chance.happens(0.05)) {
    // Never used: most such papers are brought back and voided.
    when = dayEnd + 11 * MINUTE_MS;
    if (chance.happens(0.7)) add('void', 300, 4000, true);
    return steps;
  }
  when = gateAt;
  if (chance.happens(0.06)) {
    add('recordGate', 120, 900, true);
    add('return', 1, 2, true);
    return steps;
  }
  steps.push({ at: when, act: 'arrive' });
  // By turn: whatever other rooms draw, some slips do not fit their goods, and some of these wait for a new one.
  if (turn % 29 === 11 && !renewed) {
    add('mismatch', 3, 12);
    if (turn % 58 === 11) add('renew', 15, 50);
    return steps;
  }
  add('release', 2, 14);
  if (chance.happens(0.94)) add('return', 300, 5200, true);
  return steps;
}

/** The last hours of the seed. */
export const LATELY_MS = 9 * 3_600_000;

/** The steps up to the gate, where the goods stand on the last day; all of them when it is not reached before `until` (ms). */
export function shownAt(steps: Step[], until: number): Step[] {
  const shown = steps.findIndex(({ act, at }) => act === 'arrive' && at < until);
  return shown < 0 ? steps : steps.slice(0, shown + 1);
}
