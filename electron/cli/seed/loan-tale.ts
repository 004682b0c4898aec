import { dayOf, isoOf, MINUTE_MS } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import type { BookRow, Told } from '../../db/bulk/book';
import type { Hand } from '../../db/journal';
import type { KeyLoansTable } from '../../db/tables';
import { NOT_BACK } from '../../registers/key-desk/issue';
import { indexLoan } from '../../registers/key-desk/words';
import { NO_SEAL } from '../../registers/keys/moves';
import { chase, extend } from './loan-acts';
import type { LoanDesk, LoanStory } from './loan-desk';
import type { Asked } from './loan-facts';
import { type Act, type Fate, planFor, type Step } from './loan-plan';
import type { Person } from './people';
import type { Arriving } from './room';
import * as words from './words/loan-words';
import { REASONS } from './words/sayings';
import type { SeedKey, World } from './world';

/** One key out of the door and back again, or not: told line by line as the key desk's handlers would have written it. */

type Loan = BookRow<'keyLoans'>;
export class LoanTale implements Arriving, LoanStory {
  due = 0;
  readonly key: SeedKey;
  readonly told: Told<'keyLoans'>;
  readonly #desk: LoanDesk;
  readonly #world: World;
  readonly #issuer: Person;
  readonly #bagged: boolean;
  readonly #steps: Step[];
  #receiver: Person | null = null;
  #next = 0;
  #over = false;

  /** Issued at `at` (ms). `batchId`: the first loan of the act; null for that one itself. */
  constructor(
    desk: LoanDesk,
    key: SeedKey,
    issuer: Person,
    ask: Asked,
    at: number,
    batchId: string | null,
    fate: Fate,
  ) {
    this.#desk = desk;
    this.key = key;
    this.#issuer = issuer;
    this.#world = desk.world;
    const { chance } = desk.world;
    const row = key.told.row;
    const now = isoOf(at);
    const { serialNo, scanCode } = desk.world.number('keyLoans', at);
    const id = newId(at, chance.fill);
    const hand = desk.world.hand(issuer, 'keyLoans.issue', at);
    this.told = desk.loans.open(
      {
        ...NOT_BACK,
        ...ask,
        id,
        serialNo,
        scanCode,
        state: 'out',
        batchId: batchId ?? id,
        keyId: row.id,
        keyNo: row.keyNo,
        keyName: row.label,
        keyCategory: row.category,
        unitId: row.unitId,
        pieces: row.pieces,
        parts: null,
        issuedAt: now,
        issuerId: issuer.id,
        issuerName: issuer.name,
        note: chance.happens(0.05) ? chance.pick(words.LOAN_NOTES) : null,
        recordedAt: now,
        recorderId: issuer.id,
        recorderName: issuer.name,
      },
      hand,
    );
    this.#bagged = row.state === 'sealed';
    const opened = this.#bagged ? { openedBag: row.sealBagNo } : {};
    desk.ring.change(key, { state: 'out', piecesOut: row.pieces, ...(this.#bagged ? NO_SEAL : {}) }, hand, {
      loan: serialNo,
      ...opened,
    });
    key.busy = true;
    key.loanNo = serialNo;
    key.loan = this.told;
    desk.holders.take(ask.borrowerName ?? '');
    this.#steps = planFor(this.#world, at, this.told.row, fate);
  }

  get firstDue(): number | null {
    // A key that stays out is settled when the seed's time is over.
    return this.#steps[0]?.at ?? Number.MAX_SAFE_INTEGER;
  }

  go(at: number): number | null {
    while (this.#next < this.#steps.length && this.#steps[this.#next]!.at <= at) {
      const step = this.#steps[this.#next]!;
      this.#next += 1;
      this.#do(step.act, step.at);
    }
    const next = this.#steps[this.#next];
    if (this.#over && !next) this.end();
    else return next?.at ?? Number.MAX_SAFE_INTEGER;
    return null;
  }

  end(): void {
    this.#desk.loans.settle(this.told);
    indexLoan(this.#world, this.told.row as KeyLoansTable);
  }

  /** An incident turned out to be none: the borrower has the key after all and brings it back. */
  outAgain(incident: string, hand: Hand, at: number): void {
    const { row } = this.told;
    const facts = { incident };
    this.#desk.ring.change(this.key, { state: 'inStock', piecesOut: 0 }, hand, facts);
    this.#desk.loans.change(this.told, { state: 'out', lostAt: null }, hand, { kind: 'CHANGE', facts });
    this.#desk.ring.change(
      this.key,
      { state: 'out', piecesOut: row.pieces - row.piecesReturned },
      hand,
      facts,
    );
    this.key.loanNo = row.serialNo;
    this.key.loan = this.told;
    this.#desk.holders.take(row.borrowerName ?? '');
    this.#steps.push({ at: at + 40 * MINUTE_MS, act: 'back' });
    this.#world.follow(this, at + 40 * MINUTE_MS);
  }

  #do(act: Act, at: number): void {
    const { chance, crew } = this.#world;
    const { row } = this.told;
    const desk = (): Person => crew.withPermit('keyLoans.issue', at, chance);
    switch (act) {
      case 'back':
        this.#back(desk(), at, 'good');
        break;
      case 'damaged':
        this.#back(desk(), at, 'damaged');
        break;
      case 'short':
        this.#back(desk(), at, row.pieces > 1 ? 'short' : 'damaged');
        break;
      case 'part': {
        if (row.state !== 'out' || row.pieces < 2) return;
        const hand = this.#world.hand(desk(), 'keyLoans.returnKey', at);
        const patch = { piecesReturned: 1, returnedByName: row.borrowerName };
        this.#change(patch, hand, { pieces: 1 });
        this.#desk.ring.change(this.key, { piecesOut: row.pieces - 1 }, hand, { loan: row.serialNo });
        break;
      }
      case 'undo':
        this.#undo(at);
        break;
      case 'void':
        this.#void(at);
        break;
      case 'extend':
        extend(this.#desk, this.told, at);
        break;
      case 'chase':
        if (row.state === 'out') chase(this.#desk, this.told, desk(), at);
        break;
      case 'lost':
        this.#lost(desk(), at);
        break;
      case 'correct': {
        const facts = { field: 'purpose', reason: chance.pick(REASONS) };
        const purposes = words.PURPOSES[row.borrowerClass].filter((text) => text !== row.purpose);
        const hand = this.#world.hand(this.#issuer, 'keyLoans.correct', at);
        this.#desk.loans.change(this.told, { purpose: chance.pick(purposes) }, hand, {
          kind: 'CORRECT',
          facts,
        });
        break;
      }
    }
  }

  #change(patch: Partial<Loan>, hand: Hand, facts?: Record<string, unknown>): void {
    this.#desk.loans.change(this.told, patch, hand, facts ? { kind: 'CHANGE', facts } : { kind: 'CHANGE' });
  }

  /** Somebody else may have the key. */
  #done(): void {
    this.key.loanNo = null;
    this.key.loan = null;
    this.#desk.holders.back(this.told.row.borrowerName ?? '');
    this.#over = true;
  }

  #back(who: Person, at: number, condition: 'good' | 'damaged' | 'short'): void {
    const { chance, people } = this.#world;
    const { row } = this.told;
    if (row.state !== 'out') return;
    const left = row.pieces - row.piecesReturned;
    const hand = this.#world.hand(who, 'keyLoans.returnKey', at);
    const by = chance.happens(0.1) ? people.name(chance) : row.borrowerName;
    this.#receiver = who;
    this.#change(
      {
        state: 'returned',
        piecesReturned: row.piecesReturned + (condition === 'short' ? left - 1 : left),
        returnedAt: isoOf(at),
        returnedOn: dayOf(isoOf(at)),
        returnedByName: by,
        returnCondition: condition,
        receiverId: who.id,
        receiverName: who.name,
      },
      hand,
    );
    const facts = { loan: row.serialNo };
    this.#desk.ring.change(
      this.key,
      { state: condition === 'good' ? 'inStock' : 'damaged', piecesOut: 0 },
      hand,
      facts,
    );
    this.#done();
    if (condition !== 'good')
      this.#desk.incidents.returned(this, condition === 'short' ? 'short' : 'damage', hand, at);
    else {
      this.key.busy = false;
      if (this.#bagged) this.#desk.sealLater(this.key, at);
    }
  }

  /** The scan was a mistake; within a minute, by the same person. */
  #undo(at: number): void {
    const { row } = this.told;
    if (row.state !== 'returned' || !this.#receiver || this.key.told.row.state !== 'inStock' || this.key.busy)
      return;
    const hand = this.#world.hand(this.#receiver, 'keyLoans.undoReturn', at);
    this.#change(
      {
        state: 'out',
        piecesReturned: 0,
        returnedAt: null,
        returnedOn: null,
        returnedByName: null,
        returnCondition: null,
        receiverId: null,
        receiverName: null,
      },
      hand,
    );
    this.#desk.ring.change(this.key, { state: 'out', piecesOut: row.pieces }, hand, { loan: row.serialNo });
    this.key.busy = true;
    this.key.loanNo = row.serialNo;
    this.key.loan = this.told;
    this.#desk.holders.take(row.borrowerName ?? '');
    this.#over = false;
  }

  #void(at: number): void {
    const { row } = this.told;
    const out = row.state === 'out';
    const supervisors = this.#world.crew.whoever((person) => person.roles.includes('csSupervisor'));
    const who = out ? this.#world.chance.pick(supervisors) : this.#desk.manager;
    const hand = this.#world.hand(who, 'keyLoans.void', at);
    const patch: Partial<Loan> = {
      state: 'voided',
      voidReason: this.#world.chance.pick(words.LOAN_VOIDED),
      voidedAt: isoOf(at),
      voidedByName: who.name,
    };
    this.#desk.loans.change(this.told, patch, hand, { kind: 'VOID' });
    if (!out) return;
    this.#desk.ring.change(this.key, { state: 'inStock', piecesOut: 0 }, hand, { loan: row.serialNo });
    this.key.busy = false;
    this.#done();
  }

  #lost(who: Person, at: number): void {
    const { row } = this.told;
    if (row.state !== 'out') return;
    const hand = this.#world.hand(who, 'keyIncidents.report', at);
    const foundOutAt = isoOf(at - 6 * MINUTE_MS);
    this.#change({ state: 'lost', lostAt: foundOutAt }, hand);
    this.#done();
    const { serialNo, mayReturn } = this.#desk.incidents.lost(this, foundOutAt, hand, at);
    this.#desk.ring.change(this.key, { state: 'lost', piecesOut: 0 }, hand, { incident: serialNo });
    this.#over = !mayReturn;
  }
}
