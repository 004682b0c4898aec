import { dayOf, isoOf, MINUTE_MS } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import type { BookRow, Told } from '../../db/bulk/book';
import type { ShiftSwapsTable } from '../../db/tables';
import { UNDECIDED } from '../../registers/rosters/swap-ask';
import { indexSwap } from '../../registers/rosters/words';
import type { Chance } from './chance';
import { type Errands, Shelf } from './errands';
import type { Person } from './people';
import { DESK_POST } from './people';
import type { SeedOffice } from './room';
import type { World } from './world';

/** Swaps of the demo office (S81): asked on the Saturday after publication, agreed, and decided by a supervisor. */

const REASONS = ['家中有事', '参加考试', '陪同家人就医', '回老家办事'];
/** How the swaps of a week end, one after the other. */
const ENDS = ['approve', 'exchange', 'refuse', 'decline', 'withdraw', 'void'] as const;
type End = (typeof ENDS)[number];
type SwapRow = BookRow<'shiftSwaps'>;

/** A week as it is told. */
export interface SeedWeek {
  told: Told<'rosters'>;
  cells: Told<'rosterCells'>[];
}

export class SwapTales {
  readonly #world: World;
  readonly #chance: Chance;
  readonly #cells: Shelf<'rosterCells'>;
  readonly #swaps: Shelf<'shiftSwaps'>;
  readonly #decider: Person;
  readonly #desk: Person[];

  constructor({ world, book }: SeedOffice, cells: Shelf<'rosterCells'>, chance: Chance) {
    this.#world = world;
    this.#chance = chance;
    this.#cells = cells;
    this.#swaps = new Shelf(book('shiftSwaps'), (row) => indexSwap(world, row as ShiftSwapsTable));
    this.#decider = world.crew.whoever((person) => person.roles.includes('csSupervisor'))[0]!;
    this.#desk = world.crew.whoever((person) => person.roles.includes('receptionist'));
  }

  settleAll(): void {
    this.#swaps.settleAll();
  }

  /** Two swaps of a published week. */
  ofWeek(week: SeedWeek, at: number, turn: number, errands: Errands): void {
    for (const n of [0, 1]) {
      const end = ENDS[(turn * 2 + n) % ENDS.length]!;
      errands.later(at + n * 40 * MINUTE_MS, (now) => this.#tell(now, week, n * 2 + 2, end, errands));
    }
  }

  /** One asks, one has the colleague's word: both wait. */
  leaveOpen(at: number, week: SeedWeek): void {
    const days = new Set(week.cells.map((cell) => cell.row.dayOn));
    const ahead = [...days].sort().filter((day) => day > dayOf(isoOf(at)));
    for (const [n, day] of ahead.slice(-2).entries()) {
      const swap = this.#ask(at + n * MINUTE_MS, week, day, false);
      if (swap && n === 1) this.#agree(at + 5 * MINUTE_MS, swap);
    }
  }

  #tell(at: number, week: SeedWeek, day: number, end: End, errands: Errands): void {
    const swap = this.#ask(at, week, week.cells[0]!.row.dayOn, end === 'exchange', day);
    if (!swap) return;
    const { colleagueId, askerId } = swap.row;
    const later = (minutes: number, act: (now: number) => void): void =>
      errands.later(at + minutes * MINUTE_MS, act);
    const close = (patch: Partial<SwapRow>, act: string, who: string): void =>
      later(90, (now) => this.#change(swap, patch, act, who, now));
    switch (end) {
      case 'decline':
        close({ state: 'declined', decisionReason: '当天另有安排' }, 'decline', colleagueId);
        break;
      case 'withdraw':
        close({ state: 'withdrawn' }, 'withdraw', askerId);
        break;
      case 'void':
        later(60, (now) => this.#void(swap, now));
        break;
      default:
        later(30, (now) => this.#agree(now, swap));
        later(200, (now) => this.#decide(now, week, swap, end === 'refuse'));
    }
  }

  /** A shift of the desk given to somebody who is off that day; in return for one of theirs when asked. */
  #ask(at: number, week: SeedWeek, from: string, exchange: boolean, skip = 0): Told<'shiftSwaps'> | null {
    const planned = week.cells.filter(({ row }) => row.state === 'planned' && row.post === DESK_POST);
    const busy = (person: string, day: string) =>
      week.cells.some(({ row }) => row.staffId === person && row.dayOn === day && row.state === 'planned');
    const days = [...new Set(planned.map(({ row }) => row.dayOn))].sort().filter((day) => day >= from);
    const dayOn = days[Math.min(skip, days.length - 1)];
    const cell = planned.find(({ row }) => row.dayOn === dayOn && row.shift === 'late');
    const colleague = this.#desk.find((person) => dayOn && !busy(person.id, dayOn));
    if (!cell || !colleague || !dayOn) return null;
    const other = exchange
      ? planned.find(
          ({ row }) =>
            row.staffId === colleague.id && row.dayOn > dayOn && !busy(cell.row.staffId, row.dayOn),
        )
      : undefined;
    const asker = this.#desk.find((person) => person.id === cell.row.staffId)!;
    const { serialNo, scanCode } = this.#world.number('shiftSwaps', at);
    return this.#swaps.open(
      {
        ...UNDECIDED,
        id: newId(at, this.#chance.fill),
        serialNo,
        scanCode,
        state: 'asked',
        cellId: cell.row.id,
        dayOn,
        shift: cell.row.shift,
        post: cell.row.post,
        askerId: asker.id,
        askerName: asker.name,
        colleagueId: colleague.id,
        colleagueName: colleague.name,
        otherCellId: other?.row.id ?? null,
        otherDayOn: other?.row.dayOn ?? null,
        otherShift: other?.row.shift ?? null,
        otherPost: other?.row.post ?? null,
        reason: this.#chance.pick(REASONS),
        agreedAt: null,
        agreedHow: null,
        note: null,
        recordedAt: isoOf(at),
        recorderId: asker.id,
        recorderName: asker.name,
      },
      this.#world.hand(asker, 'shiftSwaps.register', at),
    );
  }

  #agree(at: number, swap: Told<'shiftSwaps'>): void {
    const colleague = this.#desk.find((person) => person.id === swap.row.colleagueId)!;
    this.#swaps.change(
      swap,
      { state: 'agreed', agreedAt: isoOf(at), agreedHow: 'own' },
      this.#world.hand(colleague, 'shiftSwaps.agree', at),
      { kind: 'CO_CONFIRM' },
    );
  }

  #decide(at: number, week: SeedWeek, swap: Told<'shiftSwaps'>, refuse: boolean): void {
    const decided = { deciderId: this.#decider.id, deciderName: this.#decider.name };
    if (refuse) {
      this.#change(
        swap,
        { state: 'refused', ...decided, decisionReason: '当天人手不足' },
        'refuse',
        this.#decider.id,
        at,
      );
      return;
    }
    const cells = [swap.row.cellId, swap.row.otherCellId].flatMap(
      (id) => week.cells.find(({ row }) => row.id === id) ?? [],
    );
    if (cells.some(({ row }) => row.state !== 'planned')) return;
    this.#change(swap, { state: 'approved', ...decided }, 'approve', this.#decider.id, at);
    const mark = {
      changedAt: isoOf(at),
      changedByName: this.#decider.name,
      changeReason: null,
      swapId: swap.row.id,
    };
    const hand = this.#world.hand(this.#decider, 'shiftSwaps.approve', at);
    const what = { kind: 'LINK', facts: { swap: swap.row.serialNo } } as const;
    for (const cell of cells) this.#cells.change(cell, { state: 'removed', ...mark }, hand, what);
    const { askerId, askerName, colleagueId, colleagueName } = swap.row;
    for (const [n, cell] of cells.entries()) {
      const [staffId, staffName] = n === 0 ? [colleagueId, colleagueName] : [askerId, askerName];
      const row = { ...cell.row, ...mark, id: newId(at, this.#chance.fill), staffId, staffName };
      week.cells.push(this.#cells.open({ ...row, state: 'planned' }, hand));
    }
  }

  #void(swap: Told<'shiftSwaps'>, at: number): void {
    const who = this.#decider;
    this.#swaps.change(
      swap,
      { state: 'voided', voidReason: '重复申请', voidedAt: isoOf(at), voidedByName: who.name },
      this.#world.hand(who, 'shiftSwaps.void', at),
      { kind: 'VOID' },
    );
  }

  #change(swap: Told<'shiftSwaps'>, patch: Partial<SwapRow>, act: string, who: string, at: number): void {
    const person = [...this.#desk, this.#decider].find((one) => one.id === who)!;
    const hand = this.#world.hand(person, `shiftSwaps.${act}`, at);
    this.#swaps.change(swap, { ...patch, decidedAt: isoOf(at) }, hand);
  }
}
