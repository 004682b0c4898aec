import { DAY_MS, dayOf, instantOf, isoOf, MINUTE_MS, msOf } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import { VISIT_RULES } from '../../../shared/registers/visits.rules';
import type { Book, BookRow, Told } from '../../db/bulk/book';
import type { VisitsTable } from '../../db/tables';
import { NOTHING_YET } from '../../registers/visits/arrive';
import { indexVisitAt } from '../../registers/visits/words';
import type { Person } from './people';
import type { Arriving } from './room';
import {
  type Caller,
  caller,
  errand,
  FIXES,
  POST,
  REFUSED,
  STAYS,
  SUPPLEMENTS,
  typedOf,
} from './visit-facts';
import type { PassStock } from './visit-passes';
import type { World } from './world';

/** One visit of the demo office: announced or sudden, in, out for a while, gone, or closed without a time. */

type Row = BookRow<'visits'>;
type Act =
  | 'admit'
  | 'noShow'
  | 'stepOut'
  | 'comeBack'
  | 'leave'
  | 'closeDay'
  | 'supplement'
  | 'correct'
  | 'void';
interface Step {
  at: number;
  act: Act;
}
/** Where visits are kept while they are told. */
export interface VisitShelf {
  visits: Book<'visits'>;
  passages: Book<'visitPassages'>;
  passes: PassStock;
  /** Who may come again. */
  regulars: Caller[];
  /** When the seed's time is over (ms), and how many came in its last hours: the first is announced, the second stepped out. */
  until: number;
  lately: number;
}
const REGULARS = 3000;
const LATELY_MS = 9 * 60 * MINUTE_MS;
const nth = (shelf: VisitShelf): number => {
  shelf.lately += 1;
  return shelf.lately;
};

export class VisitTale implements Arriving {
  due = 0;
  readonly #world: World;
  readonly #shelf: VisitShelf;
  readonly #who: Caller;
  readonly #recorder: Person;
  readonly #told: Told<'visits'>;
  readonly #steps: Step[] = [];
  #next = 0;
  #passages = 0;

  constructor(world: World, shelf: VisitShelf, at: number, turn: number) {
    this.#world = world;
    this.#shelf = shelf;
    const { chance, crew } = world;
    this.#who = this.#caller();
    this.#recorder = crew.withPermit('visits.record', at, chance);
    const { admitted } = VISIT_RULES[this.#who.type];
    const late = admitted && shelf.until - at < LATELY_MS ? nth(shelf) : 0;
    const announced = late === 1 || (admitted && late !== 2 && chance.happens(0.06));
    const refused = !admitted || (late === 0 && chance.happens(0.006));
    const { serialNo, scanCode } = world.number('visits', at);
    const now = isoOf(at);
    const ahead = chance.between(30, 200) * MINUTE_MS;
    const expectedAt = announced ? isoOf(late === 1 ? shelf.until + ahead : at + ahead) : null;
    const row: Row = {
      ...NOTHING_YET,
      ...typedOf(world, this.#who, at, announced),
      id: newId(at, chance.fill),
      serialNo,
      scanCode,
      state: announced ? 'expected' : refused ? 'refused' : 'in',
      expectedAt,
      arrivedAt: announced ? null : now,
      visitAt: expectedAt ?? now,
      ...(refused && !announced ? { refusedReason: chance.favour(REFUSED), ...this.#closed(at) } : {}),
      recordedAt: now,
      recorderId: this.#recorder.id,
      recorderName: this.#recorder.name,
    };
    const pass = announced || refused ? null : this.#pass(at);
    if (pass) Object.assign(row, { passId: pass.row.id, passNo: pass.row.passNo });
    const op = announced ? 'expect' : refused ? 'refuse' : 'arrive';
    this.#told = shelf.visits.open(row, world.hand(this.#recorder, `visits.${op}`, at));
    if (announced) this.#planExpected(msOf(expectedAt!));
    else if (!refused) {
      this.#passage('in', at, this.#recorder, 'arrive');
      if (pass) shelf.passes.give(pass, row.id, at, world.hand(this.#recorder, 'visits.arrive', at));
      if (late === 2) this.#steps.push({ act: 'stepOut', at: Math.round((at + shelf.until) / 2) });
      // The next few are still in, whatever they came for.
      else if (late < 3 || late > 6) this.#planStay(at, turn);
    }
  }

  get firstDue(): number | null {
    return this.#steps[0]?.at ?? null;
  }

  go(at: number): number | null {
    const step = this.#steps[this.#next];
    if (step) {
      this.#next += 1;
      this.#do(step.act, Math.max(step.at, at));
    }
    const next = this.#steps[this.#next];
    if (!next) this.end();
    return next ? Math.max(next.at, at) : null;
  }

  end(): void {
    this.#shelf.visits.settle(this.#told);
    indexVisitAt(this.#world, this.#told.row as VisitsTable, this.#who.unit);
  }

  /** Somebody who was here before, four times of ten; new faces may come again. */
  #caller(): Caller {
    const { chance } = this.#world;
    const { regulars } = this.#shelf;
    if (regulars.length > 20 && chance.happens(0.42)) return chance.pick(regulars);
    const one = caller(this.#world);
    if (one.visitorName && one.type !== 'official') {
      if (regulars.length < REGULARS) regulars.push(one);
      else regulars[chance.below(REGULARS)] = one;
    }
    return one;
  }

  #pass(at: number): Told<'visitorPasses'> | null {
    const { chance } = this.#world;
    const wears = this.#who.type !== 'delivery' && chance.happens(0.45);
    return wears ? this.#shelf.passes.free(at) : null;
  }

  #planExpected(expected: number): void {
    const { chance } = this.#world;
    if (chance.happens(0.86))
      this.#steps.push({ act: 'admit', at: expected + chance.between(-15, 40) * MINUTE_MS });
    else this.#steps.push({ act: 'noShow', at: this.#closing(expected) });
  }

  #planStay(at: number, turn: number): void {
    const { chance } = this.#world;
    const [from, to] = STAYS[this.#who.type];
    const stay = chance.between(from, to) * MINUTE_MS;
    const steps = this.#steps;
    if (turn % 173 === 91) {
      steps.push({ act: 'void', at: at + 2 * MINUTE_MS });
      return;
    }
    if (chance.happens(0.025))
      steps.push({ act: 'correct', at: at + Math.min(stay - MINUTE_MS, 12 * MINUTE_MS) });
    if (stay > 100 * MINUTE_MS && chance.happens(0.05)) {
      const out = at + Math.round(stay * 0.4);
      steps.push(
        { act: 'stepOut', at: out },
        { act: 'comeBack', at: out + chance.between(5, 30) * MINUTE_MS },
      );
    }
    const last = steps.at(-1)?.at ?? at;
    const unseen = this.#told.row.passId === null && chance.happens(0.035);
    const leaves = Math.max(at + stay, last + MINUTE_MS);
    if (unseen) {
      const closing = this.#closing(leaves);
      steps.push({ act: 'closeDay', at: closing });
      if (chance.happens(0.15))
        steps.push({ act: 'supplement', at: closing + chance.between(600, 1800) * MINUTE_MS });
    } else steps.push({ act: 'leave', at: leaves });
    steps.sort((a, b) => a.at - b.at);
  }

  /** When the desk closes the day: half past six, or next day's after a late visit. */
  #closing(at: number): number {
    const closing = msOf(instantOf(dayOf(isoOf(at)), '18:30'));
    return closing > at ? closing : closing + DAY_MS;
  }

  #do(act: Act, at: number): void {
    const { chance, crew } = this.#world;
    const { visits, passes } = this.#shelf;
    const told = this.#told;
    const desk = crew.withPermit('visits.record', at, chance);
    const change = (patch: Partial<Row>, kind: 'CHANGE' | 'VOID' = 'CHANGE', who: Person = desk): void =>
      visits.change(told, patch, this.#world.hand(who, `visits.${act}`, at), { kind });
    const back = (): Partial<Row> => {
      const { passId } = told.row;
      if (passId === null) return {};
      passes.takeBack(passId, at, this.#world.hand(desk, `visits.${act}`, at));
      return { passBackAt: isoOf(at) };
    };
    switch (act) {
      case 'admit': {
        change({ state: 'in', arrivedAt: isoOf(at), visitAt: isoOf(at) });
        this.#passage('in', at, desk, act);
        this.#steps.length = this.#next;
        this.#planStay(at, 0);
        break;
      }
      case 'noShow':
        change({ state: 'noShow', ...this.#closed(at, desk) });
        break;
      case 'stepOut':
        this.#passage('out', at, desk, act);
        change({ state: 'steppedOut' });
        break;
      case 'comeBack':
        this.#passage('in', at, desk, act);
        change({ state: 'in' });
        break;
      case 'leave':
        this.#passage('out', at, desk, act);
        change({ state: 'left', leftAt: isoOf(at), ...this.#closed(at, desk), ...back() });
        break;
      case 'closeDay':
        change({ state: 'closedByDesk', ...this.#closed(at, desk) });
        break;
      case 'supplement':
        change(
          { supplement: chance.pick(SUPPLEMENTS) },
          'CHANGE',
          chance.pick(crew.allowed('visits.supplement')),
        );
        break;
      case 'correct': {
        const purpose = errand(this.#who.type, chance).purpose;
        if (purpose === told.row.purpose) return;
        const facts = { field: 'purpose', reason: chance.pick(FIXES) };
        const hand = this.#world.hand(this.#recorder, 'visits.correct', at);
        visits.change(told, { purpose }, hand, { kind: 'CORRECT', facts });
        break;
      }
      case 'void': {
        const who = chance.pick(crew.allowed('visits.void'));
        const gone = { voidReason: '重复登记', voidedAt: isoOf(at), voidedByName: who.name };
        change({ state: 'voided', ...gone, ...back() }, 'VOID', who);
        break;
      }
    }
  }

  #passage(direction: 'in' | 'out', at: number, by: Person, act: string): void {
    this.#passages += 1;
    const { passages } = this.#shelf;
    const row = {
      id: newId(at, this.#world.chance.fill),
      visitId: this.#told.row.id,
      no: this.#passages,
      direction,
      at: isoOf(at),
      byId: by.id,
      byName: by.name,
      post: POST,
      takenBackAt: null,
    };
    passages.settle(passages.open(row, this.#world.hand(by, `visits.${act}`, at)));
  }

  readonly #closed = (
    at: number,
    by: Person = this.#recorder,
  ): Pick<Row, 'closedAt' | 'closedById' | 'closedByName'> => ({
    closedAt: isoOf(at),
    closedById: by.id,
    closedByName: by.name,
  });
}
