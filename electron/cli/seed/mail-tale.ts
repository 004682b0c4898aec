import { isoOf } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import { MAIL_WAITING } from '../../../shared/registers/mail-items.row';
import type { Book, Told } from '../../db/bulk/book';
import type { MailItemsTable } from '../../db/tables';
import { indexMailItem } from '../../registers/mail/words';
import {
  courierOf,
  HOWS,
  LEFT,
  LOST,
  NOTES,
  PLACES_TO,
  PROXIES,
  PUT_BACK,
  REFUSED,
  VOIDED,
} from './mail-facts';
import { type Item, type MailAct, type MailPlan, type MailStep, stepsOf } from './mail-plan';
import type { Person } from './people';
import type { Arriving } from './room';
import type { World } from './world';

/** One item of the mail book, from its coming to its leaving (S16). */

/** What the tales of one office share: the book, where a place's waiting items lie. */
export interface MailShelves {
  world: World;
  book: Book<'mailItems'>;
  /** Tales that wait for a unit, by its id. */
  waiting: Map<string, Set<MailTale>>;
  /** Of an item that came without a place: whose it turned out to be. */
  placeOf(): { unitId: string | null; department: string | null; code: string | null };
  shelf(unitId: string | null): string;
}

export class MailTale implements Arriving {
  due = 0;
  readonly #shelves: MailShelves;
  readonly #told: Told<'mailItems'>;
  readonly #recorder: Person;
  readonly #steps: readonly MailStep[];
  #code: string | null;
  #next = 0;

  constructor(
    shelves: MailShelves,
    row: Item,
    recorder: Person,
    code: string | null,
    at: number,
    plan: MailPlan,
  ) {
    this.#shelves = shelves;
    this.#recorder = recorder;
    this.#code = code;
    const op = row.direction === 'in' ? 'mailItems.register' : 'mailItems.send';
    this.#told = shelves.book.open(row, shelves.world.hand(recorder, op, at));
    this.#steps = stepsOf(this.row, at, plan, shelves.world.chance);
    this.#lie();
  }

  get firstDue(): number | null {
    return this.#steps[0]?.at ?? null;
  }
  get row(): Item {
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
    this.#shelves.book.settle(this.#told);
    indexMailItem(this.#shelves.world, this.#told.row as MailItemsTable, this.#code);
  }

  /** Keeps the list of what waits for the unit. */
  #lie(): void {
    const { unitId, state } = this.row;
    if (unitId === null) return;
    const here = this.#shelves.waiting.get(unitId) ?? new Set();
    if (MAIL_WAITING.includes(state)) here.add(this);
    else here.delete(this);
    this.#shelves.waiting.set(unitId, here);
  }

  #do(act: MailAct, at: number): void {
    const { world } = this.#shelves;
    const { chance, crew } = world;
    // Somebody of the unit took it along with another item.
    const waits = MAIL_WAITING.includes(this.row.state) || this.row.state === 'toSend';
    if (!waits && act !== 'putBack') return;
    const desk = crew.withPermit('mailItems.handle', at, chance);
    const change = (op: string, patch: Partial<Item>, who: Person = desk, reason?: string): void => {
      this.#change(op, patch, who, at, reason);
      this.#lie();
    };
    const closed = { closedAt: isoOf(at), closedByName: desk.name };
    switch (act) {
      case 'sort': {
        const { unitId, department } = this.row;
        const place =
          unitId !== null || department !== null
            ? { unitId, department, code: this.#code }
            : this.#shelves.placeOf();
        this.#code = place.code;
        change('sort', {
          state: 'shelved',
          unitId: place.unitId,
          department: place.department,
          shelf: this.#shelves.shelf(place.unitId),
          sortedAt: isoOf(at),
          sortedByName: desk.name,
        });
        break;
      }
      case 'notify':
        change('notify', {
          state: 'notified',
          notices: this.row.notices + 1,
          notifiedAt: isoOf(at),
          notifiedHow: HOWS.draw(chance),
          notifiedByName: desk.name,
          reachedName: this.row.addresseeName,
        });
        break;
      case 'collect':
      case 'proxy':
        this.#collect(at, desk, act === 'proxy');
        break;
      case 'leave': {
        // From hand to hand only: these wait for a signature after all.
        if (this.row.valuable === 1 || ['registered', 'remittance'].includes(this.row.kind)) {
          this.#collect(at, desk, false);
          break;
        }
        const closure = chance.happens(0.6) ? ('staffConfirmed' as const) : ('staffResolved' as const);
        change('leaveUnsigned', { state: 'unsigned', ...closed, closure, closeNote: chance.pick(LEFT) });
        break;
      }
      case 'return':
        change('returnToSender', {
          state: 'returned',
          ...closed,
          closure: 'signed',
          returnReason: chance.happens(0.7) ? 'refused' : 'unknown',
          takerName: courierOf(chance),
          closeNote: chance.pick(REFUSED),
        });
        break;
      case 'forward':
        change('forward', {
          state: 'forwarded',
          ...closed,
          closure: 'signed',
          destination: chance.pick(PLACES_TO),
          takerName: courierOf(chance),
        });
        break;
      case 'lose':
        change('reportLost', {
          state: 'lost',
          ...closed,
          closure: 'staffConfirmed',
          closeNote: chance.pick(LOST),
        });
        break;
      case 'putBack':
        if (!['collected', 'proxied', 'unsigned', 'lost'].includes(this.row.state)) return;
        change(
          'putBack',
          { state: 'shelved', shelf: this.row.shelf ?? this.#shelves.shelf(this.row.unitId), ...REOPENED },
          chance.pick(crew.allowed('mailItems.putBack')),
          chance.pick(PUT_BACK),
        );
        break;
      case 'send':
        change('dispatch', {
          state: 'sent',
          ...closed,
          closure: 'signed',
          takerName: courierOf(chance),
          trackingNo: this.row.trackingNo ?? `SF${chance.digits(13)}`,
          carrier: this.row.carrier ?? '顺丰',
        });
        break;
      case 'withdraw':
        change('withdraw', {
          state: 'withdrawn',
          ...closed,
          closure: 'signed',
          takerName: this.row.senderName ?? this.row.addresseeName,
        });
        break;
      case 'correct': {
        const hand = world.hand(this.#recorder, 'mailItems.correct', at);
        const note = chance.pick(NOTES.filter((one) => one !== this.row.note));
        const facts = { field: 'note', reason: '补充说明' };
        this.#shelves.book.change(this.#told, { note }, hand, { kind: 'CORRECT', facts });
        break;
      }
      case 'void': {
        const who = chance.pick(crew.allowed('mailItems.void'));
        const patch = { voidReason: chance.pick(VOIDED), voidedAt: isoOf(at), voidedByName: who.name };
        const hand = world.hand(who, 'mailItems.void', at);
        this.#shelves.book.change(this.#told, { state: 'voided', ...patch }, hand, { kind: 'VOID' });
        this.#lie();
        break;
      }
    }
  }

  #change(op: string, patch: Partial<Item>, who: Person, at: number, reason?: string): void {
    const what = reason ? { kind: 'CHANGE' as const, facts: { reason } } : { kind: 'CHANGE' as const };
    this.#shelves.book.change(this.#told, patch, this.#shelves.world.hand(who, `mailItems.${op}`, at), what);
  }

  /** Everything of the unit that lies on its shelf, with one signature. */
  #collect(at: number, desk: Person, proxy: boolean): void {
    const { world, waiting } = this.#shelves;
    const { chance, people } = world;
    const mates = this.row.unitId === null ? [] : [...(waiting.get(this.row.unitId) ?? [])];
    const all = [this, ...mates.filter((one) => one !== this && one.row.state === 'notified')];
    const signed = {
      state: proxy ? ('proxied' as const) : ('collected' as const),
      closedAt: isoOf(at),
      closedByName: desk.name,
      closure: 'signed' as const,
      takerName: proxy ? people.name(chance) : (this.row.addresseeName ?? people.name(chance)),
      takerRelation: proxy ? PROXIES.draw(chance) : ('self' as const),
      takerIdTail: proxy ? chance.digits(4) : null,
      batchId: newId(at, chance.fill),
    };
    for (const tale of all) {
      tale.#change('collect', signed, desk, at);
      tale.#lie();
    }
  }
}

/** What stood there of its leaving is gone again. */
const REOPENED = {
  closedAt: null,
  closedByName: null,
  closure: null,
  takerName: null,
  takerRelation: null,
  takerIdTail: null,
  closeNote: null,
  batchId: null,
} as const;
