import { addDays, DAY_MS, dayOf, instantOf, isoOf, isoWeekOf, MINUTE_MS, msOf } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import type { Expected } from '../../../shared/registers/key-checks.row';
import type { Book, Told } from '../../db/bulk/book';
import type { KeyChecksTable } from '../../db/tables';
import { indexCheck } from '../../registers/keys/words';
import type { Errands } from './errands';
import { Shelf } from './errands';
import type { KeyStock } from './key-stock';
import type { Person } from './people';
import { PARTY_A } from './people';
import type { SeedOffice } from './room';
import * as words from './words/key-words';
import type { SeedKey, World } from './world';

/** The weekly counts (S09): every Monday before the office opens, all cabinets at once, closed with every difference explained. */

const WEEKS_MOST = 60;
/** Lines of counted keys in a whole seed: with many keys fewer weeks are counted. */
const LINES_MOST = 10_000;
/** Keys counted at a time, and the minutes that takes. */
const AT_A_TIME = 12;
const EACH_MS = 20_000;
const DAY_WEEKS = 7 * DAY_MS;

interface Counting {
  check: Told<'keyChecks'>;
  lines: { told: Told<'keyCheckLines'>; key: SeedKey }[];
  differences: number;
}

export class Checks {
  readonly #world: World;
  readonly #stock: KeyStock;
  readonly #errands: Errands;
  readonly #checks: Shelf<'keyChecks'>;
  readonly #lines: Shelf<'keyCheckLines'>;
  readonly #supervisor: Person;
  #n = 0;

  constructor(
    world: World,
    stock: KeyStock,
    errands: Errands,
    book: <R extends 'keyChecks' | 'keyCheckLines'>(register: R) => Book<R>,
  ) {
    this.#world = world;
    this.#stock = stock;
    this.#errands = errands;
    this.#checks = new Shelf(book('keyChecks'), (row) => indexCheck(world, row as KeyChecksTable));
    this.#lines = new Shelf(book('keyCheckLines'));
    this.#supervisor = world.crew.whoever((person) => person.roles.includes('csSupervisor'))[0]!;
  }

  /** Every Monday of the span's last weeks. */
  plan({ from, until }: SeedOffice['span']): void {
    const weeks = Math.max(
      6,
      Math.min(WEEKS_MOST, Math.floor(LINES_MOST / Math.max(1, this.#stock.keys.length))),
    );
    let last = until - MINUTE_MS;
    while (new Date(`${dayOf(isoOf(last))}T00:00:00Z`).getUTCDay() !== 1) last -= DAY_MS;
    for (let week = weeks - 1; week >= 0; week -= 1) {
      const at = msOf(instantOf(addDays(dayOf(isoOf(last)), -7 * week), '07:25'));
      if (at > from && at < until) this.#errands.later(at, (now) => this.#begin(now, until));
    }
  }

  settleAll(): void {
    this.#checks.settleAll();
    this.#lines.settleAll();
  }

  #begin(at: number, until: number): void {
    this.#n += 1;
    // Begun twice by mistake, now and then: the first is voided.
    if (this.#n % 20 === 3) {
      const twice = this.#start(at);
      const who = this.#supervisor;
      this.#checks.change(
        twice.check,
        { state: 'voided', voidReason: '重复发起周检', voidedAt: isoOf(at), voidedByName: who.name },
        this.#world.hand(who, 'keyChecks.void', at),
        { kind: 'VOID' },
      );
      this.#putAway(twice);
    }
    const counting = this.#start(at);
    // The last week's is still being counted on the last day.
    const stays = at + DAY_WEEKS > until;
    const parts = Math.ceil(counting.lines.length / AT_A_TIME);
    for (let part = 0; part < (stays ? Math.ceil(parts / 2) : parts); part += 1)
      this.#errands.later(at + (part + 1) * EACH_MS, (now) => this.#count(counting, part, now));
    if (!stays) this.#errands.later(at + (parts + 3) * EACH_MS, (now) => this.#close(counting, now));
  }

  #start(at: number): Counting {
    const { chance } = this.#world;
    const now = isoOf(at);
    const who = this.#supervisor;
    const hand = this.#world.hand(who, 'keyChecks.start', at);
    const ids = this.#stock.cabinets.flatMap(({ told }) => (told.row.active === 1 ? told.row.id : []));
    const { serialNo, scanCode } = this.#world.number('keyChecks', at);
    const check = this.#checks.open(
      {
        id: newId(at, chance.fill),
        serialNo,
        scanCode,
        state: 'open',
        week: isoWeekOf(dayOf(now)),
        cabinetIds: JSON.stringify(ids),
        startedAt: now,
        findings: null,
        measures: null,
        reportedTo: null,
        reportedAt: null,
        closedAt: null,
        closedById: null,
        closedByName: null,
        signedById: null,
        signedByName: null,
        signedAt: null,
        voidReason: null,
        voidedAt: null,
        voidedByName: null,
        note: null,
        recordedAt: now,
        recorderId: who.id,
        recorderName: who.name,
      },
      hand,
    );
    const lines: Counting['lines'] = [];
    for (const key of this.#stock.keys) {
      const row = key.told.row;
      if (row.state === 'retired' || row.state === 'voided') continue;
      const expected: Expected = row.state;
      lines.push({
        key,
        told: this.#lines.open(
          {
            id: newId(at, chance.fill),
            checkId: check.row.id,
            keyId: row.id,
            keyNo: row.keyNo,
            cabinetId: row.cabinetId,
            hookNo: row.hookNo,
            expected,
            expectedSealNo: expected === 'sealed' ? row.sealBagNo : null,
            loanSerialNo: row.piecesOut > 0 ? key.loanNo : null,
            counted: null,
            sealIntact: null,
            labelRight: null,
            countedAt: null,
            countedByName: null,
            explanation: null,
            measure: null,
          },
          hand,
        ),
      });
    }
    return { check, lines, differences: 0 };
  }

  /** A handful of keys, one after the other. Keys that are out or lost need no count. */
  #count(counting: Counting, part: number, at: number): void {
    const { chance } = this.#world;
    const hand = this.#world.hand(this.#supervisor, 'keyChecks.count', at);
    for (const { told, key } of counting.lines.slice(part * AT_A_TIME, (part + 1) * AT_A_TIME)) {
      const { expected } = told.row;
      if (expected === 'out' || expected === 'lost') continue;
      const gone = key.told.row.state === 'out' || key.told.row.state === 'lost';
      const wrong = !gone && chance.happens(0.004) ? chance.below(words.CHECK_TROUBLE.length) : null;
      // The last of the troubles is one of seals.
      const seal = wrong === 2 && expected === 'sealed';
      const trouble = gone
        ? words.CHECK_GONE
        : wrong === null
          ? null
          : words.CHECK_TROUBLE[seal ? 2 : wrong % 2]!;
      if (trouble) counting.differences += 1;
      this.#lines.change(
        told,
        {
          counted: gone ? 'missing' : expected === 'damaged' ? 'damaged' : 'found',
          sealIntact: gone || expected !== 'sealed' ? null : seal ? 0 : 1,
          labelRight: gone ? null : trouble && !seal ? 0 : 1,
          countedAt: isoOf(at),
          countedByName: this.#supervisor.name,
          explanation: trouble?.[0] ?? null,
          measure: trouble?.[1] ?? null,
        },
        hand,
      );
    }
  }

  #close(counting: Counting, at: number): void {
    const { check, differences } = counting;
    const now = isoOf(at);
    const who = this.#supervisor;
    this.#checks.change(
      check,
      {
        state: 'closed',
        findings: differences > 0 ? `差异${differences}处，已逐一说明` : '账实相符',
        measures: differences > 0 ? '已当场整改，下周复查' : null,
        reportedTo: differences > 0 ? this.#world.chance.favour(PARTY_A) : null,
        reportedAt: differences > 0 ? now : null,
        closedAt: now,
        closedById: who.id,
        closedByName: who.name,
        signedById: who.id,
        signedByName: who.name,
        signedAt: now,
      },
      this.#world.hand(who, 'keyChecks.close', at),
      { kind: 'CHANGE', facts: { differences } },
    );
    this.#putAway(counting);
  }

  #putAway({ check, lines }: Counting): void {
    this.#checks.settle(check);
    for (const { told } of lines) this.#lines.settle(told);
  }
}
