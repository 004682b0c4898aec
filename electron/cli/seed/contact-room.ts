import { isoOf, MINUTE_MS } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import { ANSWERED_KINDS, CONTACT_OPEN, contactLog } from '../../../shared/registers/contact-logs.row';
import { holds } from '../../../shared/roles';
import type { Book, BookRow, Told } from '../../db/bulk/book';
import type { ContactLogsTable } from '../../db/tables';
import { UNTOUCHED } from '../../registers/contacts/register';
import { indexContact } from '../../registers/contacts/words';
import { inOfficeHours } from './calendar';
import {
  AGAIN,
  ANSWERED,
  CHANNELS,
  DONE,
  FIRMS,
  KINDS,
  LATER,
  NOTES,
  PASSED_TO,
  RATINGS,
  REPORTED_TO,
  SAID,
  VOIDED,
} from './contact-facts';
import type { Person } from './people';
import type { Arriving, SeedRoom } from './room';
import { mobileNumber } from './words/names';
import type { World } from './world';

/** S11: calls, callers and letters of the demo office, answered, passed on, taken over from the gate in the morning. */

type Contact = BookRow<'contactLogs'>;
type Act = 'takeOver' | 'pass' | 'promise' | 'close' | 'reopen' | 'rate' | 'correct' | 'void';
/** How the contacts of the last hours stand: one of each in which something is to be done. */
const LATE = ['open', 'passed', 'atGate', 'open'] as const;

const HOUR_MS = 60 * MINUTE_MS;

class ContactTale implements Arriving {
  due = 0;
  readonly #world: World;
  readonly #book: Book<'contactLogs'>;
  readonly #code: string | null;
  readonly #recorder: Person;
  readonly #told: Told<'contactLogs'>;
  readonly #steps: { at: number; act: Act }[] = [];
  #next = 0;

  constructor(
    world: World,
    book: Book<'contactLogs'>,
    at: number,
    turn: number,
    late: (typeof LATE)[number] | null,
  ) {
    this.#world = world;
    this.#book = book;
    const { chance, crew, people } = world;
    const guards = () => crew.whoever((person) => person.roles.includes('gateGuard'));
    this.#recorder =
      late === 'atGate'
        ? chance.pick(guards())
        : late
          ? chance.pick(crew.allowed('contactLogs.handle'))
          : crew.withPermit('contactLogs.record', at, chance);
    const atGate = !holds(this.#recorder.roles, 'contactLogs.handle');
    const kind = KINDS.draw(chance);
    const unit = world.units.length > 0 && chance.happens(0.82) ? chance.pick(world.units) : null;
    this.#code = unit?.code ?? null;
    const answered = late ? false : !atGate && (!ANSWERED_KINDS.includes(kind) || chance.happens(0.55));
    const passed = late ? late === 'passed' : !answered && !atGate && chance.happens(0.7);
    const serious = !answered && chance.happens(0.02);
    const { serialNo, scanCode } = world.number('contactLogs', at);
    const rated = answered && chance.happens(0.5);
    const row: Contact = {
      ...UNTOUCHED,
      id: newId(at, chance.fill),
      serialNo,
      scanCode,
      state: answered ? 'closed' : passed ? 'passed' : 'open',
      channel: atGate ? 'call' : CHANNELS.draw(chance),
      kind,
      happenedAt: isoOf(at),
      callerName: chance.happens(0.92) ? people.name(chance) : null,
      callerPhone: chance.happens(0.7) ? mobileNumber(chance) : null,
      unitId: unit?.id ?? null,
      callerPlace: unit ? null : chance.pick(FIRMS),
      content: chance.pick(SAID[kind]),
      serious: serious ? 1 : 0,
      reportedTo: serious ? chance.pick(REPORTED_TO) : null,
      reportedAt: serious ? isoOf(at) : null,
      atGate: atGate ? 1 : 0,
      passedTo: passed ? chance.pick(PASSED_TO) : null,
      passedAt: passed ? isoOf(at) : null,
      passedByName: passed ? this.#recorder.name : null,
      promisedAt: answered ? null : isoOf(at + chance.between(3, 48) * HOUR_MS),
      closedAt: answered ? isoOf(at) : null,
      closedByName: answered ? this.#recorder.name : null,
      result: answered ? chance.pick(ANSWERED) : null,
      replied: answered ? 1 : null,
      rating: rated ? RATINGS.draw(chance) : null,
      ratedAt: rated ? isoOf(at) : null,
      note: chance.happens(0.05) ? chance.pick(NOTES) : null,
      recordedAt: isoOf(at),
      recorderId: this.#recorder.id,
      recorderName: this.#recorder.name,
    };
    this.#told = book.open(row, world.hand(this.#recorder, 'contactLogs.register', at));
    if (!late) this.#plan(at, turn);
  }

  get firstDue(): number | null {
    return this.#steps[0]?.at ?? null;
  }
  get #row(): Contact {
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
    indexContact(this.#world, this.#told.row as ContactLogsTable, this.#code);
  }

  #plan(at: number, turn: number): void {
    const { chance } = this.#world;
    let when = at;
    const add = (act: Act, from: number, to: number): void => {
      when = Math.round(inOfficeHours(when + chance.between(from, to) * MINUTE_MS, chance));
      this.#steps.push({ at: when, act });
    };
    if (turn % 61 === 37 && this.#row.state !== 'closed') {
      add('void', 5, 200);
      return;
    }
    if (chance.happens(0.03)) add('correct', 11, 300);
    if (this.#row.atGate === 1) add('takeOver', 60, 700);
    if (this.#row.state === 'closed') {
      if (turn % 71 === 10) {
        add('reopen', 300, 3000);
        add('close', 60, 1500);
      } else if (this.#row.rating === null && chance.happens(0.2)) add('rate', 60, 1500);
      return;
    }
    if (this.#row.state === 'open' && chance.happens(0.4)) add('pass', 5, 60);
    if (chance.happens(0.06)) add('promise', 30, 120);
    if (chance.happens(0.97)) add('close', 40, 2600);
  }

  #do(act: Act, at: number): void {
    const { chance, crew } = this.#world;
    const row = this.#row;
    const desk = crew.withPermit('contactLogs.handle', at, chance);
    const taken =
      row.atGate === 1 && row.takenOverAt === null
        ? { takenOverAt: isoOf(at), takenOverByName: desk.name }
        : {};
    const open = CONTACT_OPEN.includes(row.state);
    const change = (patch: Partial<Contact>, reason?: string): void =>
      this.#book.change(
        this.#told,
        { ...patch, ...taken },
        this.#world.hand(desk, `contactLogs.${act}`, at),
        reason ? { kind: 'CHANGE', facts: { reason } } : { kind: 'CHANGE' },
      );
    const later = isoOf(at + chance.between(4, 30) * HOUR_MS);
    switch (act) {
      case 'takeOver':
        if (row.takenOverAt === null) change({});
        break;
      case 'pass':
        if (!open) return;
        change({
          state: 'passed',
          passedTo: chance.pick(PASSED_TO),
          passedAt: isoOf(at),
          passedByName: desk.name,
        });
        break;
      case 'promise':
        if (open) change({ promisedAt: later }, chance.pick(LATER));
        break;
      case 'close': {
        if (!open) return;
        const rated = chance.happens(0.5);
        change({
          state: 'closed',
          closedAt: isoOf(at),
          closedByName: desk.name,
          result: chance.pick(DONE),
          replied: chance.happens(0.95) ? 1 : 0,
          rating: rated ? RATINGS.draw(chance) : null,
          ratedAt: rated ? isoOf(at) : null,
        });
        break;
      }
      case 'reopen': {
        const empty = { closedAt: null, closedByName: null, replied: null, rating: null, ratedAt: null };
        change({ state: 'open', promisedAt: later, ...empty }, chance.pick(AGAIN));
        break;
      }
      case 'rate':
        change({ rating: RATINGS.draw(chance), ratedAt: isoOf(at) });
        break;
      case 'correct': {
        const hand = this.#world.hand(this.#recorder, 'contactLogs.correct', at);
        const note = chance.pick(NOTES.filter((one) => one !== row.note));
        const facts = { field: 'note', reason: '补充说明' };
        this.#book.change(this.#told, { note }, hand, { kind: 'CORRECT', facts });
        break;
      }
      case 'void': {
        const who = chance.pick(crew.allowed('contactLogs.void'));
        const patch = { voidReason: chance.pick(VOIDED), voidedAt: isoOf(at), voidedByName: who.name };
        const hand = this.#world.hand(who, 'contactLogs.void', at);
        this.#book.change(this.#told, { state: 'voided', ...patch }, hand, { kind: 'VOID' });
        break;
      }
    }
  }
}

/** The contact log: a line is a call, a caller or a letter. */
export const contactRoom: SeedRoom = {
  columns: { contactLogs: contactLog.keyof().options.toSorted() },
  lines: ['contactLogs'],
  lately: { contactLogs: LATE.length },
  begin({ world, book, count }) {
    const contacts = book('contactLogs');
    const total = count('contactLogs');
    const settled = total - Math.min(LATE.length, Math.floor(total / 10));
    return {
      arrive: {
        contactLogs: (at, turn) =>
          new ContactTale(
            world,
            contacts,
            at,
            turn,
            turn < settled ? null : LATE[(turn - settled) % LATE.length]!,
          ),
      },
    };
  },
};
