import { DAY_MS, MINUTE_MS } from '../../../shared/dates';
import type { FoundItemOutcome } from '../../../shared/registers/found-items.row';
import { inOfficeHours } from './calendar';
import { type Chance, Weighted } from './chance';

/** What will happen to a found item, drawn when it comes in. Times are ms; the order is the order of the trade. */
export type Act =
  | 'edit'
  | 'slip'
  | 'label'
  | 'notify'
  | 'confirm'
  | 'countersign'
  | 'notice'
  | 'refuse'
  | 'correct'
  | 'unmask'
  | FoundItemOutcome
  | 'archive'
  | 'void';
export interface Step {
  at: number;
  act: Act;
}

export interface Traits {
  /** Which line of the whole seed it is: what happens rarely happens in turn, so that a small office has seen it too. */
  turn: number;
  valuable: boolean;
  perishable: boolean;
  pending: boolean;
  /** A supervisor stood by at intake and countersigned at once. */
  countersigned: boolean;
  retentionDays: number | null;
}

const HOUR_MS = 60 * MINUTE_MS;
const OUTCOMES = new Weighted<FoundItemOutcome | 'stays'>([
  ['handedToPartyA', 47],
  ['claimed', 36],
  ['disposed', 8],
  ['toPolice', 4],
  ['stays', 5],
]);
const VALUABLE_OUTCOMES = new Weighted<FoundItemOutcome | 'stays'>([
  ['handedToPartyA', 40],
  ['claimed', 44],
  ['toPolice', 12],
  ['stays', 4],
]);
const FOOD_OUTCOMES = new Weighted<FoundItemOutcome | 'stays'>([
  ['disposed', 84],
  ['claimed', 16],
]);

/** What happens to every 71st line, by its place among them; `stays`: nobody was told and nobody came. */
const RARE: Record<number, FoundItemOutcome | 'void' | 'stays'> = {
  13: 'void',
  29: 'toPolice',
  43: 'disposed',
  61: 'stays',
};

/** Days until an outcome: soon for most, long for some. */
function wait(outcome: FoundItemOutcome, { perishable, retentionDays }: Traits, chance: Chance): number {
  const x = chance.part();
  if (perishable) return outcome === 'claimed' ? x * 5 * HOUR_MS : (0.1 + x * 0.9) * DAY_MS;
  if (outcome === 'claimed') return (0.02 + 14 * x * x * x) * DAY_MS;
  if (outcome === 'handedToPartyA') return (0.1 + 24 * x * x) * DAY_MS;
  if (outcome === 'toPolice') return (1 + 30 * x) * DAY_MS;
  return ((retentionDays ?? 90) + 12 * x) * DAY_MS;
}

/** The steps after registering at `from`, in time order. */
export function planFor(from: number, traits: Traits, chance: Chance): Step[] {
  const steps: Step[] = [];
  const add = (act: Act, at: number): number => {
    steps.push({ at: Math.round(at), act });
    return at;
  };
  const daytime = (at: number): number => inOfficeHours(at, chance);

  if (chance.happens(0.03)) add('edit', from + chance.between(40, 280) * 1000);
  else if (chance.happens(0.1)) add('slip', from + chance.between(20, 100) * 1000);
  if (chance.happens(traits.valuable ? 0.15 : 0.03)) add('label', from + chance.between(300, 420) * 1000);

  let ready = from + 10 * MINUTE_MS;
  if (traits.pending && chance.happens(0.75))
    ready = add('confirm', daytime(from + chance.between(20, 300) * MINUTE_MS));
  const unsigned = traits.valuable && !traits.countersigned;
  if (unsigned && chance.happens(0.9))
    ready = Math.max(ready, add('countersign', daytime(from + chance.between(6, 200) * MINUTE_MS)));

  const rare = RARE[traits.turn % 71];
  const drawn = (traits.perishable ? FOOD_OUTCOMES : traits.valuable ? VALUABLE_OUTCOMES : OUTCOMES).draw(
    chance,
  );
  const outcome = rare === undefined || rare === 'void' ? drawn : rare;
  const signed = !unsigned || steps.some(({ act }) => act === 'countersign');
  const closes =
    outcome === 'stays' || !signed
      ? null
      : daytime(Math.max(from + wait(outcome, traits, chance), ready + 5 * MINUTE_MS));
  const isOpen = (at: number): boolean => closes === null || at < closes - MINUTE_MS;
  const whileOpen = (act: Act, at: number): void => {
    if (isOpen(at)) add(act, at);
  };

  if (rare !== 'stays' && chance.happens(0.93))
    whileOpen('notify', daytime(from + chance.between(2, 50) * MINUTE_MS));
  if (chance.happens(0.12)) whileOpen('notice', daytime(from + chance.between(60, 3000) * MINUTE_MS));
  if (chance.happens(0.015)) whileOpen('refuse', daytime(from + chance.between(100, 9000) * MINUTE_MS));
  if (rare === 'void') {
    add(
      'void',
      Math.min(
        daytime(from + chance.between(12, 2600) * MINUTE_MS),
        closes === null ? Infinity : closes - 2 * MINUTE_MS,
      ),
    );
    return upToVoid(steps);
  }
  let filed = Number.POSITIVE_INFINITY;
  if (closes !== null && outcome !== 'stays') {
    add(outcome, closes);
    if (rare === undefined && chance.happens(0.7))
      filed = add('archive', daytime(closes + (0.02 + 20 * chance.part()) * DAY_MS));
  }
  if (chance.happens(0.035)) {
    const at = daytime(from + chance.between(11, 6000) * MINUTE_MS);
    if (at < filed - MINUTE_MS) add('correct', at);
    // Now and then a second one on the same line: the screen warns from three on.
    if (chance.happens(0.2) && at + HOUR_MS < filed - MINUTE_MS) add('correct', at + HOUR_MS);
  }
  if (chance.happens(0.008)) add('unmask', daytime(from + chance.between(30, 5000) * MINUTE_MS));
  return steps.sort((a, b) => a.at - b.at);
}

/** A voided line stays as it was: nothing happens after its void. */
function upToVoid(steps: Step[]): Step[] {
  const end = steps.find(({ act }) => act === 'void')!.at;
  return steps.filter(({ act, at }) => act === 'void' || at < end).sort((a, b) => a.at - b.at);
}
