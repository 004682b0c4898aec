import { DAY_MS, MINUTE_MS } from '../../../shared/dates';
import type { BookRow } from '../../db/bulk/book';
import { inOfficeHours } from './calendar';
import type { Chance } from './chance';

/** What will happen to an item of the mail book, and when (S16). */

export type Item = BookRow<'mailItems'>;
export type MailAct =
  | 'sort'
  | 'notify'
  | 'collect'
  | 'proxy'
  | 'leave'
  | 'return'
  | 'forward'
  | 'lose'
  | 'putBack'
  | 'send'
  | 'withdraw'
  | 'correct'
  | 'void';
export interface MailStep {
  at: number;
  act: MailAct;
}
export interface MailPlan {
  /** The how manieth line of the book it is: what is rare comes by turns, so that even a small office has all of it. */
  turn: number;
  /** It came in the last hours: how it stands, so that something of each is to be done; null: earlier. */
  late: 'shelved' | 'toSend' | 'unmatched' | 'notified' | 'atGate' | null;
}

/** The steps of an item that came at `at` (ms), in time order. */
export function stepsOf(row: Item, at: number, { turn, late }: MailPlan, chance: Chance): MailStep[] {
  const steps: MailStep[] = [];
  let when = at;
  const add = (act: MailAct, from: number, to: number): void => {
    when = Math.round(inOfficeHours(when + chance.between(from, to) * MINUTE_MS, chance));
    steps.push({ at: when, act });
  };
  const days = (n: number): number => (n * DAY_MS) / MINUTE_MS;
  if (late !== null) {
    // Told within the minute: the seed's time may be over in the next.
    if (late === 'notified') steps.push({ at: at + MINUTE_MS / 2, act: 'notify' });
  } else if (turn % 61 === 37) add('void', 5, 200);
  else {
    if (chance.happens(0.03)) add('correct', 11, 300);
    if (row.direction === 'out') {
      if (turn % 5 === 0) add('withdraw', 10, 120);
      else add('send', 20, days(1));
      return steps;
    }
    if (row.state === 'arrived') add('sort', 20, 600);
    if (chance.happens(0.94)) add('notify', 10, 400);
    leave(turn, chance, add, days);
  }
  return steps;
}

/** How it leaves the office. */
function leave(
  turn: number,
  chance: Chance,
  add: (act: MailAct, from: number, to: number) => void,
  days: (n: number) => number,
): void {
  if (turn % 29 === 9) add('return', 60, days(2));
  else if (turn % 53 === 20) add('forward', 100, days(3));
  else if (turn % 47 === 11) {
    add('lose', days(1), days(6));
    if (turn % 94 !== 11) return;
    add('putBack', 60, days(1));
    add('collect', 60, days(1));
  } else {
    // Some wait for weeks.
    const most = chance.happens(0.08) ? days(26) : days(2);
    add(turn % 19 === 7 ? 'leave' : chance.happens(0.18) ? 'proxy' : 'collect', 30, most);
    if (turn % 83 !== 30) return;
    add('putBack', 20, 300);
    add('collect', 60, days(1));
  }
}
