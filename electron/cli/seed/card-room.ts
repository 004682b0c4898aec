import { addDays, DAY_MS, dayOf, isoOf, MINUTE_MS } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import { accessCard } from '../../../shared/registers/access-cards.row';
import type { Book, BookRow, Told } from '../../db/bulk/book';
import type { AccessCardsTable } from '../../db/tables';
import { UNTOUCHED } from '../../registers/access-cards/register';
import { indexCard } from '../../registers/access-cards/words';
import { inOfficeHours } from './calendar';
import { again, KINDS, LESS, NOTES, PRICES, RESIDENTS, VOIDED } from './card-facts';
import type { Person } from './people';
import type { Arriving, SeedRoom } from './room';
import { mobileNumber } from './words/names';
import { greenPlate } from './words/site';
import type { SeedUnit, World } from './world';

/** S32: cards and passes of the demo office, handed out, lost, replaced, brought back. */

type Card = BookRow<'accessCards'>;
type Act = 'correct' | 'lose' | 'block' | 'replace' | 'recover' | 'return' | 'archive' | 'void';
interface Step {
  at: number;
  act: Act;
}

/** One card, from its issue to the file. */
class CardTale implements Arriving {
  due = 0;
  readonly #world: World;
  readonly #book: Book<'accessCards'>;
  readonly #code: string | null;
  readonly #recorder: Person;
  readonly #numbers: () => string;
  readonly #steps: Step[];
  readonly #told: Told<'accessCards'>;
  #next = 0;

  constructor(
    world: World,
    book: Book<'accessCards'>,
    numbers: () => string,
    at: number,
    turn: number,
    replaces: { card: Card; code: string | null } | null = null,
  ) {
    this.#world = world;
    this.#book = book;
    this.#numbers = numbers;
    const { chance, crew } = world;
    this.#recorder = crew.withPermit('accessCards.issue', at, chance);
    const unit = world.units.length > 0 ? chance.pick(world.units) : null;
    this.#code = replaces ? replaces.code : (unit?.code ?? null);
    const { serialNo, scanCode } = world.number('accessCards', at);
    const row: Card = {
      ...UNTOUCHED,
      ...(replaces ? again(replaces.card, at, chance.digits(5)) : this.#fresh(at, unit)),
      id: newId(at, chance.fill),
      serialNo,
      scanCode,
      state: 'issued',
      cardNo: numbers(),
      issuedAt: isoOf(at),
      replacesId: replaces?.card.id ?? null,
      recordedAt: isoOf(at),
      recorderId: this.#recorder.id,
      recorderName: this.#recorder.name,
    };
    if (row.unitId === null) this.#code = null;
    const op = replaces ? 'accessCards.replace' : 'accessCards.register';
    this.#told = book.open(row, world.hand(this.#recorder, op, at));
    this.#steps = this.#plan(at, turn);
  }

  get firstDue(): number | null {
    return this.#steps[0]?.at ?? null;
  }
  get row(): Card {
    return this.#told.row;
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
    this.#book.settle(this.#told);
    indexCard(this.#world, this.#told.row as AccessCardsTable, this.#code);
  }

  #fresh(at: number, unit: SeedUnit | null) {
    const { chance, people } = this.#world;
    const drawn = KINDS.draw(chance);
    // Without units on the books there are only passes of people who belong to none.
    const kind = unit === null && drawn !== 'vehiclePass' ? 'pass' : drawn;
    const outside = unit === null || (kind === 'pass' && chance.happens(0.45));
    const relation = outside ? (chance.happens(0.6) ? 'worker' : 'staff') : RESIDENTS.draw(chance);
    const [depositCents, feeCents] = PRICES[kind];
    const day = dayOf(isoOf(at));
    const days =
      kind === 'pass' ? (outside ? chance.between(20, 180) : 365) : kind === 'vehiclePass' ? 365 : null;
    return {
      kind,
      unitId: outside ? null : (unit?.id ?? null),
      partyId: null,
      holderName: people.name(chance),
      holderPhone: chance.happens(0.85) ? mobileNumber(chance) : null,
      relation,
      plate: kind === 'vehiclePass' ? greenPlate(chance) : null,
      validFromOn: day,
      validToOn: days === null ? null : addDays(day, days),
      feeCents,
      depositCents,
      receiptNo: `SJ${day.slice(2, 4)}${chance.digits(5)}`,
      note: chance.happens(0.08) ? chance.pick(NOTES) : null,
    } satisfies Partial<Card>;
  }

  #plan(at: number, turn: number): Step[] {
    const { chance } = this.#world;
    const steps: Step[] = [];
    let when = at;
    const add = (act: Act, from: number, to: number): void => {
      when = Math.round(inOfficeHours(when + chance.between(from, to) * MINUTE_MS, chance));
      steps.push({ at: when, act });
    };
    const days = (n: number): number => (n * DAY_MS) / MINUTE_MS;
    if (turn % 61 === 37) {
      add('void', 5, 300);
      return steps;
    }
    if (chance.happens(0.03)) add('correct', 11, 1400);
    if (chance.happens(0.07)) {
      add('lose', days(3), days(200));
      if (chance.happens(0.92)) {
        add('block', 2, 90);
        add(chance.happens(0.2) ? 'recover' : 'replace', 10, days(6));
      }
    } else if (chance.happens(this.#told.row.validToOn ? 0.62 : 0.22)) {
      add('return', days(20), days(500));
      if (chance.happens(0.9)) add('archive', 30, days(20));
    }
    return steps;
  }

  #do(act: Act, at: number): void {
    const { chance, crew } = this.#world;
    const row = this.#told.row;
    const desk = crew.withPermit('accessCards.issue', at, chance);
    const change = (
      patch: Partial<Card>,
      who: Person = desk,
      kind: 'CHANGE' | 'LINK' | 'VOID' = 'CHANGE',
    ): void =>
      this.#book.change(this.#told, patch, this.#world.hand(who, `accessCards.${act}`, at), { kind });
    switch (act) {
      case 'lose': {
        const patch = { state: 'lost' as const, lostAt: isoOf(at), lossReporterName: row.holderName };
        this.#book.change(this.#told, patch, this.#world.hand(desk, 'accessCards.reportLoss', at), {
          kind: 'CHANGE',
        });
        break;
      }
      case 'block':
        change({ blockedAt: isoOf(at), blockedByName: desk.name });
        break;
      case 'recover':
        change({ state: 'issued', recoveredAt: isoOf(at), blockedAt: null, blockedByName: null });
        break;
      case 'replace': {
        const lost = { card: row, code: this.#code };
        const next = new CardTale(this.#world, this.#book, this.#numbers, at, 0, lost);
        change(
          {
            replacedById: next.row.id,
            ...(row.depositCents > 0 ? { depositOutcome: 'carried' as const } : {}),
          },
          desk,
          'LINK',
        );
        this.#world.begin(next, next.firstDue);
        break;
      }
      case 'return':
        change(this.#back(at, desk));
        break;
      case 'archive': {
        const clerk = chance.pick(crew.allowed('accessCards.file'));
        change({ state: 'archived', archivedAt: isoOf(at), archivedByName: clerk.name }, clerk);
        break;
      }
      case 'correct': {
        const facts = { field: 'note', reason: '补充说明' };
        const hand = this.#world.hand(this.#recorder, 'accessCards.correct', at);
        this.#book.change(this.#told, { note: chance.pick(NOTES.filter((one) => one !== row.note)) }, hand, {
          kind: 'CORRECT',
          facts,
        });
        break;
      }
      case 'void': {
        const who = chance.pick(crew.allowed('accessCards.void'));
        const patch = { voidReason: chance.pick(VOIDED), voidedAt: isoOf(at), voidedByName: who.name };
        change({ state: 'voided', ...patch }, who, 'VOID');
        break;
      }
    }
  }

  #back(at: number, desk: Person): Partial<Card> {
    const { chance } = this.#world;
    const { depositCents, holderName } = this.#told.row;
    const damaged = chance.happens(0.06);
    const backCents = damaged ? Math.floor(depositCents / 2) : depositCents;
    return {
      state: 'returned',
      returnedAt: isoOf(at),
      returnerName: holderName,
      returnCondition: damaged ? 'damaged' : 'good',
      takenBackByName: desk.name,
      ...(depositCents > 0
        ? {
            depositOutcome: damaged ? ('partly' as const) : ('repaid' as const),
            depositBackCents: backCents,
            depositReason: damaged ? chance.pick(LESS) : null,
            refundReceiptNo: `TK${isoOf(at).slice(2, 4)}${chance.digits(5)}`,
          }
        : {}),
    };
  }
}

/** The card room: a line is a card or pass handed out; its replacement is told by its own tale. */
export const cardRoom: SeedRoom = {
  columns: { accessCards: accessCard.keyof().options.toSorted() },
  lines: ['accessCards'],
  begin({ world, book }) {
    const cards = book('accessCards');
    let count = 0;
    const numbers = (): string => {
      count += 1;
      return `K${String(count).padStart(6, '0')}`;
    };
    return { arrive: { accessCards: (at, turn) => new CardTale(world, cards, numbers, at, turn) } };
  },
};
