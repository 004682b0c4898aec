import { addDays, dayOf, isoOf, MINUTE_MS } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import type { BookRow, Told } from '../../db/bulk/book';
import { NO_SEAL } from '../../registers/keys/moves';
import type { Errands } from './errands';
import type { KeyStock } from './key-stock';
import type { Person } from './people';
import type { SeedOffice } from './room';
import * as words from './words/key-words';
import { mobileNumber } from './words/names';
import { REASONS, UNMASKED } from './words/sayings';
import type { SeedUnit, World } from './world';

/** Owners' mandates (S04): signed with the keys, renewed, run out, given back. */

/** Columns a fresh mandate leaves empty; a new column of the row must be thought about here. */
const BLANK_MANDATE = {
  renewals: 0,
  renewedHow: null,
  renewedAt: null,
  renewedByName: null,
  withdrawnBy: null,
  withdrawnAt: null,
  withdrawnByName: null,
  withdrawnDocument: null,
  withdrawnHow: null,
  withdrawnNote: null,
  piecesReturned: null,
  identityById: null,
  identityByName: null,
  verifiedAt: null,
  verifiedHow: null,
  verifiedWith: null,
  handedById: null,
  handedByName: null,
  voidReason: null,
  voidedAt: null,
  voidedByName: null,
} as const satisfies Partial<BookRow<'keyMandates'>>;

type Mandate = Told<'keyMandates'>;

export class Mandates {
  readonly #world: World;
  readonly #span: SeedOffice['span'];
  readonly #all: Mandate[] = [];

  constructor(world: World, span: SeedOffice['span']) {
    this.#world = world;
    this.#span = span;
  }

  /** A mandate for the unit's keys at `at` (ms); every seventh has run out or ends soon on the last day. */
  sign(stock: KeyStock, unit: SeedUnit, at: number): Mandate {
    const { chance } = this.#world;
    const last = dayOf(isoOf(this.#span.until));
    const n = this.#all.length % 7;
    const toOn =
      n === 2
        ? addDays(last, chance.between(4, 12))
        : n === 5
          ? addDays(last, -chance.between(1, 3))
          : addDays(last, chance.between(40, 400));
    const clerk = stock.custodian;
    const pieces = chance.between(1, 3);
    const { serialNo, scanCode } = this.#world.number('keyMandates', at);
    const today = dayOf(isoOf(at));
    const told = stock.mandates.open(
      {
        ...BLANK_MANDATE,
        id: newId(at, chance.fill),
        serialNo,
        scanCode,
        state: 'active',
        unitId: unit.id,
        ownerId: unit.owner?.id ?? null,
        ownerName: unit.owner?.name ?? this.#world.people.name(chance),
        ownerPhone: unit.owner?.phone ?? mobileNumber(chance),
        ownerDocument: chance.happens(0.5) ? chance.digits(4) : null,
        purpose: chance.favour(words.MANDATE_PURPOSES),
        keyList: JSON.stringify([{ name: '入户门', pieces }]),
        pieces,
        fromOn: today,
        toOn: toOn < today ? today : toOn,
        allowedPersons: chance.happens(0.4) ? '管家、工程维修人员（须两人在场）' : null,
        meterWater: chance.happens(0.5) ? chance.digits(5) : null,
        meterPower: chance.happens(0.5) ? chance.digits(6) : null,
        meterGas: null,
        contentsNote: chance.happens(0.5) ? chance.pick(words.CONTENTS) : null,
        signedHow: chance.happens(0.8) ? 'paper' : 'pad',
        signedAt: isoOf(at),
        receivedById: clerk.id,
        receivedByName: clerk.name,
        receivedAt: isoOf(at),
        note: null,
        recordedAt: isoOf(at),
        recorderId: clerk.id,
        recorderName: clerk.name,
      },
      this.#world.hand(clerk, 'keyMandates.register', at),
    );
    this.#all.push(told);
    return told;
  }

  /** Renewals, withdrawals, a void and a look over the years. */
  plan(stock: KeyStock, errands: Errands): void {
    const { from, until } = this.#span;
    const { chance } = this.#world;
    const room = until - from;
    const owned = this.#world.units.filter((unit) => unit.owner !== null);
    const rounds = Math.min(12, Math.max(1, Math.floor(this.#all.length / 12)));
    for (let i = 0; i < rounds; i += 1) {
      const at = (share: number): number => from + room * ((i + share) / (rounds + 0.3));
      errands.byDay(at(0.2), (now) => this.#renew(stock, now));
      errands.byDay(at(0.45), (now) => this.#withdraw(stock, now));
      errands.byDay(at(0.6), (now) => this.#correct(stock, now));
      errands.byDay(at(0.75), (now) => {
        if (owned.length > 0) this.#wrong(stock, errands, chance.pick(owned), now);
      });
    }
  }

  #inForce(day: string): Mandate[] {
    return this.#all.filter(({ row }) => row.state === 'active' && row.toOn > addDays(day, 30));
  }

  #renew(stock: KeyStock, at: number): void {
    const { chance, crew } = this.#world;
    const today = dayOf(isoOf(at));
    const found = this.#inForce(today);
    if (found.length === 0) return;
    const told = chance.pick(found);
    const clerk = chance.pick(crew.allowed('keys.mandate'));
    const toOn = addDays(told.row.toOn, 365);
    stock.mandates.change(
      told,
      {
        state: 'renewed',
        fromOn: today,
        toOn,
        renewals: told.row.renewals + 1,
        renewedHow: 'paper',
        renewedAt: isoOf(at),
        renewedByName: clerk.name,
      },
      this.#world.hand(clerk, 'keyMandates.renew', at),
      { kind: 'CHANGE', facts: { period: `${today} – ${toOn}` } },
    );
  }

  /** Keys given back: to the owner whom a steward knows, or to an agent after the owner was asked. */
  #withdraw(stock: KeyStock, at: number): void {
    const { chance, crew, people } = this.#world;
    const now = isoOf(at);
    // The last ones in force stay: the key desk lives on them.
    const found = this.#inForce(dayOf(now)).filter(({ row }) =>
      stock.keys.every(
        (key) => key.mandate?.row.id !== row.id || (!key.busy && key.told.row.state !== 'out'),
      ),
    );
    if (found.length < 2) return;
    const told = chance.pick(found);
    const steward = chance.pick(crew.whoever((person) => person.roles.includes('csSteward')));
    const agent = chance.happens(0.4);
    const all = chance.happens(0.8);
    const returned = all ? told.row.pieces : told.row.pieces - 1;
    stock.mandates.change(
      told,
      {
        state: 'withdrawn',
        withdrawnBy: agent ? 'agent' : 'owner',
        withdrawnAt: now,
        withdrawnByName: agent ? people.name(chance) : told.row.ownerName,
        withdrawnDocument: chance.digits(4),
        withdrawnHow: 'paper',
        withdrawnNote: all ? null : chance.pick(words.WITHDRAWN_NOTES),
        piecesReturned: returned,
        handedById: steward.id,
        handedByName: steward.name,
        ...(agent
          ? {
              verifiedAt: isoOf(at - 10 * MINUTE_MS),
              verifiedHow: 'phone' as const,
              verifiedWith: told.row.ownerName ?? words.VERIFIED_SAID,
            }
          : { identityById: steward.id, identityByName: steward.name }),
      },
      this.#world.hand(steward, 'keyMandates.withdraw', at),
    );
    for (const key of stock.keys) {
      const { state, mandateId, sealBagNo } = key.told.row;
      if (mandateId !== told.row.id || state === 'retired' || state === 'voided') continue;
      const opened = sealBagNo === null ? {} : NO_SEAL;
      const patch = { retiredReason: told.row.serialNo, retiredAt: now, retiredByName: steward.name };
      stock.change(
        key,
        { state: 'retired', ...patch, ...opened },
        this.#world.hand(steward, 'keyMandates.withdraw', at),
        { mandate: told.row.serialNo },
      );
    }
  }

  #correct(stock: KeyStock, at: number): void {
    const { chance } = this.#world;
    const told = chance.pick(this.#all.length > 0 ? this.#all : []);
    if (!told || told.row.state === 'voided') return;
    const purposes = words.MANDATE_PURPOSES.filter((text) => text !== told.row.purpose);
    stock.mandates.change(
      told,
      { purpose: chance.pick(purposes) },
      this.#world.hand(stock.custodian, 'keyMandates.correct', at),
      { kind: 'CORRECT', facts: { field: 'purpose', reason: chance.pick(REASONS) } },
    );
    const facts = { reason: chance.pick(UNMASKED), fields: ['ownerPhone'] };
    stock.mandates.note(told, this.#world.hand(stock.custodian, 'keyMandates.unmask', at), {
      kind: 'UNMASK',
      facts,
    });
  }

  /** Signed for the wrong unit: voided before a key hangs on it. */
  #wrong(stock: KeyStock, errands: Errands, unit: SeedUnit, at: number): void {
    const told = this.sign(stock, unit, at);
    const who: Person = this.#world.chance.pick(this.#world.crew.allowed('keys.void'));
    errands.later(at + 40 * MINUTE_MS, (now) => {
      if (told.row.state !== 'active') return;
      stock.mandates.change(
        told,
        { state: 'voided', voidReason: '房号填错，重新签署', voidedAt: isoOf(now), voidedByName: who.name },
        this.#world.hand(who, 'keyMandates.void', now),
        { kind: 'VOID' },
      );
    });
  }
}
