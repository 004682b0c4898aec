import { isoOf, monthOf } from '../../../shared/dates';
import { type NumberedRegister, scanCodeOf, serialNoOf } from '../../../shared/ids';
import type { BookRow, Chain, Told } from '../../db/bulk/book';
import type { BookRegister, Sink } from '../../db/bulk/sink';
import type { Hand } from '../../db/journal';
import type { SearchIndex } from '../../db/search';
import { Agenda } from './agenda';
import type { Chance } from './chance';
import { type Crew, type Person, STATION } from './people';
import { Townsfolk } from './words/names';

/** A story that goes on: `go` does what is due now and says when it goes on again, or null at its end. */
export interface Tale {
  /** When it goes on (ms); kept by the world. */
  due: number;
  go(at: number): number | null;
  /** Writes down how far it came when the seed's time is over. */
  end(): void;
}

/** Somebody of a unit, as other rooms know them. */
export interface SeedParty {
  id: string;
  name: string;
  /** Who comes in person: the party, or who is in charge of a company. */
  person: string;
  phone: string | null;
}

/** A unit as other rooms know it: `code` as the office writes it, `name` of who lives or trades there ('' for nobody). */
export interface SeedUnit {
  id: string;
  code: string;
  name: string;
  building: string;
  entrance: string | null;
  unitNo: string;
  /** Somebody lives, works or fits out behind the door. */
  occupied: boolean;
  owner: SeedParty | null;
  /** Who is in it now: tenant, merchant or the owner; null while it is empty. */
  occupant: SeedParty | null;
}

/** A key of the cabinets while the office is told: the key desk lends it, checks count it, transfers hand it over. */
export interface SeedKey {
  told: Told<'keys'>;
  /** The open loan's number, or null. */
  loanNo: string | null;
  /** The loan that number belongs to. */
  loan: Told<'keyLoans'> | null;
  /** Spoken for by a story (a loan, a drawer opened by night, an incident): nobody else may move it meanwhile. */
  busy: boolean;
  unit: SeedUnit | null;
  /** What an entrusted key is kept on. */
  mandate: Told<'keyMandates'> | null;
  /** It stays while one of these is out. */
  rivals: SeedKey[];
}

/** The cabinets' keys and what every room may do with them. */
export interface KeyRing {
  readonly keys: readonly SeedKey[];
  change(key: SeedKey, patch: Partial<BookRow<'keys'>>, hand: Hand, facts?: Record<string, unknown>): void;
  /** A bag number never used before. */
  nextBag(): string;
  /** A number never given to a key. */
  nextNo(): string;
  /** Into a new bag, signed by two across its mouth. */
  seal(key: SeedKey, at: number): void;
  /** A hook is free where keys of this one's category hang. */
  hasRoom(like: SeedKey): boolean;
  /** Hangs up a copy of a key under its own number at `at` (ms). */
  copy(like: SeedKey, keyNo: string, at: number): void;
}

/** What all rooms share, whichever draws. */
interface Shared {
  sink: Sink;
  agenda: Agenda<Tale>;
  open: Set<Tale>;
  serials: Map<string, number>;
  units: SeedUnit[];
  keyRing: KeyRing | null;
  links: number;
  /** How often each act was done so far. */
  acts: Map<string, number>;
}

/**
 * What every register of the seed shares: the chain, the clockwork, the people, the numbers. Each room looks at it with a
 * chance of its own (`forRoom`), so that a new room changes nothing in the others.
 */
export class World {
  readonly chain: Chain;
  readonly chance: Chance;
  readonly crew: Crew;
  readonly people: Townsfolk;
  /** Takes an entry's words, as the search index of a command would. */
  readonly search: Pick<SearchIndex, 'put'>;
  readonly #shared: Shared;
  #now = Number.NaN;
  #iso = '';

  constructor(sink: Sink, chain: Chain, crew: Crew, chance: Chance, shared?: Shared) {
    this.#shared = shared ?? {
      sink,
      agenda: new Agenda<Tale>(),
      open: new Set<Tale>(),
      serials: new Map<string, number>(),
      units: [],
      keyRing: null,
      links: 0,
      acts: new Map(),
    };
    this.chain = chain;
    this.crew = crew;
    this.people = new Townsfolk(chance);
    this.chance = chance;
    this.search = {
      put: (register, entryId, at, fields) =>
        sink.write(['words', register as BookRegister, entryId, at, fields]),
    };
  }

  /** The same world, drawing from a stream of its own. */
  forRoom(name: string): World {
    const { sink } = this.#shared;
    return new World(sink, this.chain, this.crew, this.chance.branch(name), this.#shared);
  }

  /** Units of the site, for every room that names one; empty until the units room has furnished it. */
  get units(): SeedUnit[] {
    return this.#shared.units;
  }

  /** Keys of the cabinets, for the key desk; null until the keys room has hung them up. */
  get keyRing(): KeyRing | null {
    return this.#shared.keyRing;
  }
  set keyRing(ring: KeyRing | null) {
    this.#shared.keyRing = ring;
  }

  /** How many items were matched to a report so far. */
  get links(): number {
    return this.#shared.links;
  }
  set links(n: number) {
    this.#shared.links = n;
  }

  /** Lets a tale go on at `at` (ms); a tale that was waiting for another time waits for this one instead. */
  follow(tale: Tale, at: number): void {
    tale.due = at;
    this.#shared.open.add(tale);
    this.#shared.agenda.add(at, tale);
  }

  /** A tale begins: it goes on at `at`, or is over at once when nothing more will happen. */
  begin(tale: Tale, at: number | null): void {
    if (at === null) tale.end();
    else this.follow(tale, at);
  }

  /** Tells everything that is due up to `at`, in time order. */
  upTo(at: number): void {
    while (this.#shared.agenda.nextAt <= at) {
      const now = this.#shared.agenda.nextAt;
      const tale = this.#shared.agenda.take()!;
      if (tale.due !== now || !this.#shared.open.has(tale)) continue;
      const next = tale.go(now);
      if (next !== null) this.follow(tale, next);
      else this.#shared.open.delete(tale);
    }
  }

  /** The seed's time is over: every tale is written down as it stands. */
  close(): void {
    for (const tale of this.#shared.open) tale.end();
    this.#shared.open.clear();
  }

  /** The next number of the register's month, as db/numbering.ts would give it. */
  number(register: NumberedRegister, at: number): { serialNo: string; scanCode: string; n: number } {
    const month = monthOf(isoOf(at));
    const key = `${register} ${month}`;
    const n = (this.#shared.serials.get(key) ?? 0) + 1;
    this.#shared.serials.set(key, n);
    return { n, serialNo: serialNoOf(register, month, n), scanCode: scanCodeOf(register, month, n) };
  }

  /** Stores how far the numbers came. */
  storeNumbers(): void {
    for (const [key, last] of this.#shared.serials) {
      const [register = '', month = ''] = key.split(' ');
      this.#shared.sink.write(['serial', [register, month, last]]);
    }
  }

  /** How often each act was done so far, as it stands now. */
  get acts(): Map<string, number> {
    return new Map(this.#shared.acts);
  }

  hand(person: Person, op: string, at: number): Hand {
    this.#shared.acts.set(op, (this.#shared.acts.get(op) ?? 0) + 1);
    // An act writes several lines at one instant.
    if (at !== this.#now) {
      this.#now = at;
      this.#iso = isoOf(at);
    }
    return { at: this.#iso, station: STATION, actorId: person.id, actorName: person.name, op };
  }
}
