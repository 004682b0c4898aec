import { addDays, dayOf, isoOf } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import type { KeyCategory } from '../../../shared/registers/keys.row';
import type { Book, BookRow, Told } from '../../db/bulk/book';
import type { Hand } from '../../db/journal';
import type { KeyMandatesTable, KeysTable } from '../../db/tables';
import { indexKey, indexMandate } from '../../registers/keys/words';
import { Shelf } from './errands';
import type { Person } from './people';
import * as words from './words/key-words';
import type { KeyRing, SeedKey, SeedUnit, World } from './world';

/** Cabinets and what hangs in them on the first day; afterwards the ring of keys that every room of keys moves. */

/** The category of the `i`th key: all of them in their shares, however few keys there are. */
function categoryOf(i: number): KeyCategory {
  let x = (i * 37) % 100;
  for (const [category, share] of words.CATEGORY_MIX) {
    x -= share;
    if (x < 0) return category;
  }
  return 'spare';
}

interface Cabinet {
  told: Told<'cabinets'>;
  used: number;
}

/** Columns a fresh key leaves empty; a new column of the row must be thought about here. */
const BLANK_KEY = {
  piecesOut: 0,
  sealBagNo: null,
  sealedAt: null,
  sealer1Id: null,
  sealer1Name: null,
  sealer2Id: null,
  sealer2Name: null,
  sealReason: null,
  retiredReason: null,
  retiredAt: null,
  retiredByName: null,
  voidReason: null,
  voidedAt: null,
  voidedByName: null,
  parts: null,
  unitId: null,
  door: null,
  allowedArea: null,
  mandateId: null,
  instructions: null,
  exclusiveWithId: null,
  lockedOutWhileId: null,
  note: null,
} as const satisfies Partial<BookRow<'keys'>>;

export class KeyStock implements KeyRing {
  readonly keys: SeedKey[] = [];
  readonly shelf: Shelf<'keys'>;
  readonly mandates: Shelf<'keyMandates'>;
  readonly cabinets: Cabinet[] = [];
  readonly custodian: Person;
  readonly supervisor: Person;
  readonly #world: World;
  readonly #cabinets: Shelf<'cabinets'>;
  #no = 0;
  #bags = 0;

  constructor(world: World, book: <R extends 'keys' | 'keyMandates' | 'cabinets'>(register: R) => Book<R>) {
    this.#world = world;
    this.shelf = new Shelf(book('keys'), (row) => indexKey(world, row as KeysTable));
    this.mandates = new Shelf(book('keyMandates'), (row) => indexMandate(world, row as KeyMandatesTable));
    this.#cabinets = new Shelf(book('cabinets'));
    this.custodian = world.crew.whoever((person) => person.capacities.includes('keyCustodian'))[0]!;
    this.supervisor = world.crew.whoever(
      (person) => person.roles.includes('csSupervisor') && person !== this.custodian,
    )[0]!;
  }

  /** Cabinets with `n` keys at `at` (ms); `mandateFor` signs the owner's mandate for a unit. */
  found(n: number, at: number, mandateFor: (unit: SeedUnit, at: number) => Told<'keyMandates'>): void {
    for (const [code, name, place] of words.CABINETS)
      this.#cabinet(code, name, place, Math.max(40, Math.ceil(n * 0.6)), at);
    // One that was emptied and taken out of use.
    const old = this.#cabinet('G0', '旧钥匙箱', '保安值班室', 20, at);
    this.#cabinets.change(old.told, { active: 0 }, this.#hand('keys.closeCabinet', at), {
      kind: 'CHANGE',
      facts: { countersigner: this.supervisor.name },
    });
    const { chance, units } = this.#world;
    const owned = units.filter((unit) => unit.owner !== null);
    const empty = units.filter((unit) => !unit.occupied);
    for (let i = 0; i < n; i += 1) {
      const drawn = categoryOf(i);
      const from = drawn === 'entrusted' ? owned : drawn === 'vacant' ? empty : [];
      const unit = from.length > 0 ? chance.pick(from) : null;
      // Without units on file there is nobody to entrust a key.
      const category = drawn === 'entrusted' && unit === null ? 'spare' : drawn;
      const mandate = category === 'entrusted' && unit ? mandateFor(unit, at) : null;
      this.#hang(category, unit, mandate, at);
    }
    while (this.keys.filter(({ told }) => told.row.category === 'storeroom').length < 2)
      this.#hang('storeroom', null, null, at);
    this.#pairs(at);
    for (const key of this.keys)
      if (key.told.row.category === 'storeroom' ? chance.happens(0.75) : chance.happens(0.04))
        this.seal(key, at);
    // Two storerooms' keys always lie in their bags: one will be needed by night and stay open, one is left.
    const stores = this.keys.filter(({ told }) => told.row.category === 'storeroom');
    for (const store of stores.slice(0, 2)) if (store.told.row.state === 'inStock') this.seal(store, at);
  }

  #hand(op: string, at: number) {
    return this.#world.hand(this.custodian, op, at);
  }

  #cabinet(code: string, name: string, place: string, hooks: number, at: number): Cabinet {
    const told = this.#cabinets.open(
      {
        id: newId(at, this.#world.chance.fill),
        code,
        name,
        place,
        hooks: Math.min(1000, hooks),
        keeperId: this.custodian.id,
        keeperName: this.custodian.name,
        active: 1,
        note: null,
        addedAt: isoOf(at),
      },
      this.#hand('keys.addCabinet', at),
      { countersigner: this.supervisor.name },
    );
    const cabinet = { told, used: 0 };
    this.cabinets.push(cabinet);
    return cabinet;
  }

  #hang(
    category: KeyCategory,
    unit: SeedUnit | null,
    mandate: Told<'keyMandates'> | null,
    at: number,
  ): SeedKey {
    const { chance } = this.#world;
    const door = words.doorOf(category, this.keys.length + 1, chance);
    const parts = unit && chance.happens(0.2) ? words.PARTS.slice(0, chance.between(2, 3)) : [];
    const key: SeedKey = {
      told: this.register(
        {
          keyNo: this.nextNo(),
          label: unit ? `${unit.code} ${door}` : door,
          category,
          kind: parts.length > 1 ? 'set' : 'single',
          pieces: parts.length > 1 ? parts.length : chance.happens(0.15) ? 2 : 1,
          parts: parts.length > 1 ? JSON.stringify(parts) : null,
          unitId: unit?.id ?? null,
          door,
          risk: chance.happens(0.03) ? 'master' : chance.happens(0.08) ? 'high' : 'normal',
          source: chance.favour(words.SOURCES),
          receivedOn: addDays(dayOf(isoOf(at)), -chance.between(1, 900)),
          mandateId: mandate?.row.id ?? null,
          instructions: chance.happens(0.1) ? chance.pick(words.KEY_WORDS) : null,
        },
        at,
      ),
      loanNo: null,
      loan: null,
      busy: false,
      unit,
      mandate,
      rivals: [],
    };
    this.keys.push(key);
    return key;
  }

  /** A key's first line, countersigned. */
  register(
    key: Pick<
      BookRow<'keys'>,
      'keyNo' | 'label' | 'category' | 'kind' | 'pieces' | 'risk' | 'source' | 'receivedOn'
    > &
      Partial<BookRow<'keys'>>,
    at: number,
  ): Told<'keys'> {
    const cabinet = this.cabinets[words.CABINET_OF[key.category]]!;
    cabinet.used += 1;
    const { serialNo, scanCode } = this.#world.number('keys', at);
    return this.shelf.open(
      {
        ...BLANK_KEY,
        id: newId(at, this.#world.chance.fill),
        serialNo,
        scanCode,
        state: 'inStock',
        cabinetId: cabinet.told.row.id,
        hookNo: cabinet.used,
        keeperId: cabinet.told.row.keeperId,
        keeperName: cabinet.told.row.keeperName,
        recordedAt: isoOf(at),
        recorderId: this.custodian.id,
        recorderName: this.custodian.name,
        ...key,
      },
      this.#hand('keys.register', at),
      { countersigner: this.supervisor.name },
    );
  }

  /** Two keys that are never out together, and one that stays while another is out: corrected into the book later that day. */
  #pairs(at: number): void {
    const plain = this.keys.filter(
      ({ told }) => told.row.category === 'plant' || told.row.category === 'office',
    );
    const [a, b, c, d] = plain.slice(-4);
    const pair = (key: SeedKey, other: SeedKey, field: 'exclusiveWithId' | 'lockedOutWhileId'): void => {
      key.rivals.push(other);
      if (field === 'exclusiveWithId') other.rivals.push(key);
      this.shelf.change(key.told, { [field]: other.told.row.id }, this.#hand('keys.correct', at), {
        kind: 'EDIT',
      });
    };
    if (a && b) pair(a, b, 'exclusiveWithId');
    if (c && d) pair(c, d, 'lockedOutWhileId');
  }

  nextNo(): string {
    this.#no += 1;
    return `K${String(this.#no).padStart(4, '0')}`;
  }

  nextBag(): string {
    this.#bags += 1;
    return `FT${String(this.#bags).padStart(5, '0')}`;
  }

  change(key: SeedKey, patch: Partial<BookRow<'keys'>>, hand: Hand, facts?: Record<string, unknown>): void {
    this.shelf.change(key.told, patch, hand, facts ? { kind: 'CHANGE', facts } : { kind: 'CHANGE' });
  }

  hasRoom(like: SeedKey): boolean {
    const { told, used } = this.cabinets[words.CABINET_OF[like.told.row.category]]!;
    return used < told.row.hooks;
  }

  copy(like: SeedKey, keyNo: string, at: number): void {
    const { label, category, door, unitId, mandateId } = like.told.row;
    const told = this.register(
      {
        keyNo,
        label: `${label}（配）`,
        category,
        kind: 'single',
        pieces: 1,
        unitId,
        door,
        risk: 'normal',
        source: '锁匠配制',
        receivedOn: dayOf(isoOf(at)),
        mandateId,
      },
      at,
    );
    this.keys.push({
      told,
      loanNo: null,
      loan: null,
      busy: false,
      unit: like.unit,
      mandate: like.mandate,
      rivals: [],
    });
  }

  /** Into a bag, signed by two across its mouth. */
  seal(key: SeedKey, at: number): void {
    this.change(
      key,
      {
        state: 'sealed',
        sealBagNo: this.nextBag(),
        sealedAt: isoOf(at),
        sealer1Id: this.custodian.id,
        sealer1Name: this.custodian.name,
        sealer2Id: this.supervisor.id,
        sealer2Name: this.supervisor.name,
        sealReason: this.#world.chance.pick(words.SEAL_REASONS),
      },
      this.#hand('keys.seal', at),
    );
  }

  settleAll(): void {
    this.shelf.settleAll();
    this.mandates.settleAll();
    this.#cabinets.settleAll();
  }
}
