import { DAY_MS, isoOf, MINUTE_MS, msOf, timeOf } from '../../../shared/dates';
import { keyCopy } from '../../../shared/registers/key-copies.row';
import { keyIncident } from '../../../shared/registers/key-incidents.row';
import { keyChase, keyLoan } from '../../../shared/registers/key-loans.row';
import { keyUnseal, keyUnsealGoods } from '../../../shared/registers/key-unseals.row';
import type { Book } from '../../db/bulk/book';
import { Copies } from './copy-tale';
import { Errands } from './errands';
import { Incidents } from './incident-tale';
import type { LoanDesk } from './loan-desk';
import { asked, type Colleague, freeKey, Holders } from './loan-facts';
import type { Fate } from './loan-plan';
import { LoanTale } from './loan-tale';
import type { Person } from './people';
import type { Arriving, SeedOffice, SeedRoom } from './room';
import { Unseals } from './unseal-tale';
import { ORGS } from './words/loan-words';
import type { KeyRing, SeedKey, World } from './world';

/** The key desk: loans and chases, storerooms opened by night, copies, losses and damage. */

const LATELY_MS = 9 * 3_600_000;
/** Who waits for a key asks again after this. */
const WAIT_MS = 15 * MINUTE_MS;
const COLLEAGUES = 60;

/** A line that was told together with an earlier one. */
const TOLD: Arriving = { due: 0, firstDue: null, go: () => null, end: () => {} };

class KeyDesk implements LoanDesk {
  readonly world: World;
  readonly ring: KeyRing;
  readonly loans: Book<'keyLoans'>;
  readonly chases: Book<'keyChases'>;
  readonly holders = new Holders();
  readonly incidents: Incidents;
  readonly manager: Person;
  readonly #office: SeedOffice;
  readonly #errands: Errands;
  readonly #unseals: Unseals;
  readonly #copies: Copies;
  readonly #staff: Colleague[];
  /** Lines told already, in an act with an earlier one. */
  #ahead = 0;
  #lately = 0;
  #kept = 0;

  constructor(office: SeedOffice, ring: KeyRing) {
    const { world, book } = office;
    this.#office = office;
    this.world = world;
    this.ring = ring;
    this.loans = book('keyLoans');
    this.chases = book('keyChases');
    this.manager = world.crew.whoever((person) => person.roles.includes('deptManager'))[0]!;
    this.#errands = new Errands(world, () => {
      this.incidents.settleAll();
      this.#unseals.settleAll();
      this.#copies.settleAll();
    });
    this.incidents = new Incidents(world, ring, this.#errands, book('keyIncidents'));
    this.#unseals = new Unseals(world, ring, this.#errands, book);
    this.#copies = new Copies(world, ring, this.#errands, book('keyCopies'));
    this.#staff = Array.from({ length: COLLEAGUES }, (_, i) => ({
      name: world.people.name(world.chance),
      staffNo: String(2001 + i),
      org: world.chance.favour(ORGS.staff),
    }));
  }

  /** What waits on the last day, however few lines there are. */
  plan(): void {
    const { from, until } = this.#office.span;
    if (this.#office.count('keyLoans') === 0) return;
    this.#copies.last(from, until);
    this.#unseals.last(until);
  }

  /** Somebody comes for a key at `at` (ms). */
  arrive(at: number, turn: number): Arriving {
    if (turn % 50 === 5) this.#unseals.soon(at);
    if (turn % (turn < 400 ? 40 : 400) === 7) this.#copies.soon(at);
    if (this.#ahead > 0) {
      this.#ahead -= 1;
      return TOLD;
    }
    return this.#issue(at, turn) ?? this.#waiting(at, turn);
  }

  /** A key that lay in a bag goes into a new one. */
  sealLater(key: SeedKey, at: number): void {
    this.#errands.byDay(at + 20 * MINUTE_MS, (now) => {
      if (!key.busy && key.told.row.state === 'inStock') this.ring.seal(key, now);
    });
  }

  #waiting(at: number, turn: number): Arriving {
    const tale: Arriving = {
      due: 0,
      firstDue: at + WAIT_MS,
      go: (now) => {
        const loan = this.#issue(now, turn);
        if (!loan) return now + WAIT_MS;
        this.world.begin(loan, loan.firstDue);
        return null;
      },
      end: () => {},
    };
    return tale;
  }

  #issue(at: number, turn: number): LoanTale | null {
    const { world } = this;
    const { chance, crew } = world;
    const key = freeKey(world, at, ({ told }) => told.row.state === 'inStock' || chance.happens(0.05));
    if (!key) return null;
    const issuer = crew.withPermit('keyLoans.issue', at, chance);
    const keys = [key, ...this.#more(key, at, turn)];
    // A minute before midnight the day has no closing time left.
    const overnight = timeOf(isoOf(at)) >= '23:58' || (keys.length === 1 && chance.happens(0.02));
    const ask = asked(world, keys, issuer, at, { staff: this.#staff, holders: this.holders, overnight });
    const [first, ...others] = keys;
    const loan = new LoanTale(this, first!, issuer, ask, at, null, this.#fate(turn, at, msOf(ask.dueAt)));
    for (const other of others) {
      const tale = new LoanTale(this, other, issuer, ask, at, loan.told.row.id, 'plain');
      world.begin(tale, tale.firstDue);
      this.#ahead += 1;
    }
    return loan;
  }

  /** Now and then several keys leave in one act; never more lines than the office was asked for. */
  #more(key: SeedKey, at: number, turn: number): SeedKey[] {
    if (turn % 30 !== 1 || turn + 3 > this.#office.count('keyLoans')) return [];
    const more: SeedKey[] = [];
    const fits = (other: SeedKey): boolean =>
      other !== key &&
      !more.includes(other) &&
      other.told.row.state === 'inStock' &&
      ![key, ...more].some((one) => one.rivals.includes(other) || other.rivals.includes(one));
    for (let i = 0; i < 2; i += 1) {
      const other = freeKey(this.world, at, fits);
      if (other) more.push(other);
    }
    return more;
  }

  /** What becomes of the `turn`th loan. */
  #fate(turn: number, at: number, due: number): Fate {
    const { until } = this.#office.span;
    if (at > until - LATELY_MS) {
      this.#lately += 1;
      if (this.#lately === 1) return 'damaged';
      return this.#lately % 2 === 0 ? 'stays' : 'plain';
    }
    if (this.#kept < 2 && at > until - 4 * DAY_MS && due < until) {
      this.#kept += 1;
      return 'kept';
    }
    // In a small office everything has happened; in a big one it stays as rare as it is.
    const rare = turn < 400 ? 60 : 300;
    if (turn % rare === 13) return 'lost';
    if (turn % rare === 41) return turn % (2 * rare) === 41 ? 'damaged' : 'short';
    if (turn % 97 === 31) return 'undone';
    if (turn % 71 === 23) return 'voided';
    if (turn % 67 === 21) return 'extended';
    return turn % 19 === 11 ? 'late' : 'plain';
  }
}

export const keyDeskRoom: SeedRoom = {
  columns: {
    keyLoans: keyLoan.keyof().options.toSorted(),
    keyChases: keyChase.keyof().options.toSorted(),
    keyUnseals: keyUnseal.keyof().options.toSorted(),
    keyUnsealGoods: keyUnsealGoods.keyof().options.toSorted(),
    keyCopies: keyCopy.keyof().options.toSorted(),
    keyIncidents: keyIncident.keyof().options.toSorted(),
  },
  lines: ['keyLoans'],
  lately: { keyLoans: 10 },
  begin(office) {
    let desk: KeyDesk | null = null;
    const open = (): KeyDesk => {
      if (!office.world.keyRing) throw new Error('the key desk needs the keys room before it');
      desk ??= new KeyDesk(office, office.world.keyRing);
      return desk;
    };
    return {
      stock: () => open().plan(),
      arrive: { keyLoans: (at, turn) => open().arrive(at, turn) },
    };
  },
};
