import { DAY_MS, MINUTE_MS, msOf } from '../../../shared/dates';
import type { BookRow } from '../../db/bulk/book';
import { inOfficeHours } from './calendar';
import { backBy, isOpenAt, nextMorning } from './loan-facts';
import type { World } from './world';

/** What will happen to a loan, drawn when the key leaves. */
export type Act =
  | 'correct'
  | 'part'
  | 'back'
  | 'undo'
  | 'void'
  | 'extend'
  | 'chase'
  | 'lost'
  | 'damaged'
  | 'short';
export interface Step {
  at: number;
  act: Act;
}
/** How the whole story goes; drawn by the loan's turn, so that a small office has seen everything. */
export type Fate =
  | 'plain'
  | 'undone'
  | 'voided'
  | 'extended'
  | 'late'
  | 'kept'
  | 'stays'
  | 'lost'
  | 'damaged'
  | 'short';

/** The steps after an issue at `at` (ms), in time order. */
export function planFor(world: World, at: number, loan: BookRow<'keyLoans'>, fate: Fate): Step[] {
  const steps: Step[] = [];
  const { chance } = world;
  const add = (act: Act, when: number): void => {
    steps.push({ act, at: Math.round(when) });
  };
  const due = msOf(loan.dueAt);
  const night = loan.overnightById !== null;
  const back = night ? Math.min(nextMorning(world, at), due - MINUTE_MS) : backBy(world, at, due);
  const set = loan.pieces > 1;
  switch (fate) {
    case 'plain':
      if (set && chance.happens(0.3)) add('part', at + (back - at) * 0.5);
      add('back', back);
      break;
    case 'undone':
      add('back', at + (back - at) * 0.5);
      add('undo', at + (back - at) * 0.5 + 35_000);
      add('back', Math.max(back, at + (back - at) * 0.5 + 90_000));
      break;
    case 'voided':
      // By the supervisor while it is out, or by the manager when it is back.
      if (chance.happens(0.3)) add('back', back);
      add('void', Math.max(back, at + 4 * MINUTE_MS) + chance.between(2, 30) * MINUTE_MS);
      break;
    case 'extended':
      add('extend', Math.max(at + MINUTE_MS, due - 40 * MINUTE_MS));
      add('back', nextMorning(world, due));
      break;
    case 'late': {
      const morning = nextMorning(world, due);
      // Nobody is called at midnight.
      if (isOpenAt(due - MINUTE_MS)) add('chase', due + chance.between(5, 50) * MINUTE_MS);
      add('chase', morning - 5 * MINUTE_MS);
      if (chance.happens(0.15)) add('chase', morning + DAY_MS);
      add('back', steps.at(-1)!.at + chance.between(20, 240) * MINUTE_MS);
      break;
    }
    case 'kept':
      add('chase', due + chance.between(5, 30) * MINUTE_MS);
      add('chase', nextMorning(world, due));
      break;
    case 'stays':
      break;
    case 'lost':
      add('lost', inOfficeHours(back, chance));
      break;
    default:
      add(fate, back);
  }
  if (fate === 'plain' && chance.happens(0.015)) add('correct', at + (back - at) * 0.3);
  else if (fate === 'late' && chance.happens(0.3)) add('correct', at + (due - at) * 0.5);
  return steps.sort((a, b) => a.at - b.at);
}
