import { addDays, dayOf, isoOf } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import type { OccupancyRole } from '../../../shared/registers/parties.row';
import { codeKeyOf, codeSortOf, defaultCode } from '../../../shared/registers/unit-code';
import { HANDED_OVER, type OccupancyState } from '../../../shared/registers/units.row';
import type { BookRow, Told } from '../../db/bulk/book';
import { DEFAULT_SETTINGS } from '../../registers/office/defaults';
import type { Person } from './people';
import type { Shelves } from './units-shelves';
import * as site from './words/site';
import type { SeedUnit, World } from './world';

/** The unit archive on the first day: areas, units, the papers in their files, parking spaces. */

/** Occupancy of every thirtieth unit that is not as most are; offices and shops are let more often. */
const RARE: Record<number, OccupancyState> = {
  7: 'unsold',
  13: 'soldNotHanded',
  17: 'vacant',
  19: 'movedOut',
  23: 'fitOut',
  27: 'vacant',
};
const IN_USE: readonly OccupancyState[] = ['occupied', 'let', 'fitOut'];

/** A unit with its row and with those whose stays stand in it. */
export interface StockUnit extends SeedUnit {
  told: Told<'units'>;
  state: OccupancyState;
  /** The role of who uses it, when that is not the owner. */
  role: OccupancyRole;
}

export class UnitStock {
  readonly units: StockUnit[] = [];
  readonly spaces: Told<'parkingSpaces'>[] = [];
  readonly areas: Told<'areas'>[] = [];
  readonly documents: Told<'unitDocuments'>[] = [];
  readonly #world: World;
  readonly #shelves: Shelves;
  readonly #supervisor: Person;
  readonly #stewards: Person[];

  constructor(world: World, shelves: Shelves) {
    this.#world = world;
    this.#shelves = shelves;
    const { crew } = world;
    this.#supervisor = crew.whoever((person) => person.capacities.includes('keyCustodian'))[0]!;
    this.#stewards = crew.whoever((person) => person.roles.includes('csSteward'));
  }

  /** Everything that does not move, at `at` (ms): `n` units. */
  found(n: number, at: number): void {
    const { chance } = this.#world;
    const hand = this.#world.hand(this.#supervisor, 'units.addArea', at);
    site.AREAS.forEach((name, i) => {
      const steward = this.#stewards[i % this.#stewards.length]!;
      this.areas.push(
        this.#shelves.areas.open(
          {
            id: newId(at, chance.fill),
            name,
            stewardId: steward.id,
            stewardName: steward.name,
            active: 1,
            note: null,
          },
          hand,
        ),
      );
    });
    site.placesOf(n).forEach((place, i) => {
      const rare = RARE[i % 30];
      const business = place.use === 'office' || place.use === 'shop';
      const lived = place.use === 'residence' || business;
      const state = rare ?? (chance.happens(business ? 0.7 : 0.3) && lived ? 'let' : 'occupied');
      this.#unit(place, state, at);
    });
    this.#spaces(Math.max(8, Math.round(n / 4)), at);
  }

  #unit(place: site.Place, state: OccupancyState, at: number): void {
    const { chance } = this.#world;
    const code = defaultCode(place.building, place.entrance, place.unitNo);
    const built = place.use === 'residence' ? chance.between(4800, 16_500) : chance.between(1800, 42_000);
    const today = dayOf(isoOf(at));
    const home = place.use === 'residence';
    const shared = place.use === 'public' || place.use === 'other' || place.use === 'parking';
    // Now and then a unit that nobody has taken under his wing: the list says so.
    const steward = chance.happens(0.25) ? chance.pick(this.#stewards) : null;
    const row = this.#blank(code, place, at);
    Object.assign(row, {
      name: shared ? chance.pick(site.PUBLIC_ROOMS) : null,
      occupancyState: shared ? 'occupied' : state,
      deskInstructions: chance.happens(0.12) ? chance.pick(site.DESK_WORDS) : null,
      structure: chance.pick(site.STRUCTURES),
      layout: home ? chance.favour(site.LAYOUTS) : null,
      orientation: home ? chance.favour(site.ORIENTATIONS) : null,
      builtAreaHundredthsM2: built,
      usableAreaHundredthsM2: Math.round(built * 0.78),
      handedOverOn: !shared && HANDED_OVER.includes(state) ? addDays(today, -chance.between(60, 2400)) : null,
      stewardId: steward?.id ?? null,
      stewardName: steward?.name ?? null,
      meters: shared ? null : JSON.stringify({ electricity: chance.digits(8), water: chance.digits(7) }),
      note: chance.happens(0.06) ? chance.pick(site.UNIT_NOTES) : null,
    } satisfies Partial<BookRow<'units'>>);
    const told = this.#shelves.units.open(row, this.#world.hand(this.#supervisor, 'units.register', at));
    const used = shared ? 'occupied' : state;
    const unit: StockUnit = {
      id: row.id,
      code,
      name: row.name ?? '',
      building: place.building,
      entrance: place.entrance,
      unitNo: place.unitNo,
      occupied: IN_USE.includes(used),
      owner: null,
      occupant: null,
      told,
      state: used,
      role: place.use === 'shop' ? 'merchant' : 'tenant',
    };
    this.units.push(unit);
    this.#world.units.push(unit);
    if (HANDED_OVER.includes(used) && !shared) this.#file(unit, at);
  }

  /** A unit's first line with everything empty that the form may leave empty. */
  #blank(code: string, place: site.Place, at: number): BookRow<'units'> {
    const { serialNo, scanCode } = this.#world.number('units', at);
    const area = this.areas[site.areaOf(place.building)]!;
    return {
      id: newId(at, this.#world.chance.fill),
      serialNo,
      scanCode,
      state: 'active',
      code,
      codeKey: codeKeyOf(code),
      codeSort: codeSortOf(code),
      areaId: area.row.id,
      building: place.building,
      entrance: place.entrance,
      floor: place.floor,
      unitNo: place.unitNo,
      name: null,
      use: place.use,
      occupancyState: 'vacant',
      occupancySince: dayOf(isoOf(at)),
      deskInstructions: null,
      structure: null,
      layout: null,
      orientation: null,
      builtAreaHundredthsM2: null,
      usableAreaHundredthsM2: null,
      handedOverOn: null,
      stewardId: null,
      stewardName: null,
      meters: null,
      voidReason: null,
      voidedAt: null,
      voidedByName: null,
      note: null,
      recordedAt: isoOf(at),
      recorderId: this.#supervisor.id,
      recorderName: this.#supervisor.name,
    };
  }

  /** A unit that no other room may name: it will leave the books. */
  spare(unitNo: string, at: number): Told<'units'> {
    const place: site.Place = { building: 'B1', entrance: null, floor: 'B1', unitNo, use: 'storage' };
    const row = this.#blank(defaultCode('B1', null, unitNo), place, at);
    return this.#shelves.units.open(row, this.#world.hand(this.#supervisor, 'units.register', at));
  }

  /** The papers in the unit's file; one file in five lacks something (K2). */
  #file(unit: StockUnit, at: number): void {
    const { chance } = this.#world;
    const today = dayOf(isoOf(at));
    const whole = chance.happens(0.8);
    const hand = this.#world.hand(this.#supervisor, 'units.fileDocument', at);
    for (const { code, mandatory } of DEFAULT_SETTINGS.units.documents) {
      if (mandatory ? !whole && chance.happens(0.35) : !chance.happens(0.3)) continue;
      const told = this.#shelves.documents.open(
        {
          id: newId(at, chance.fill),
          unitId: unit.id,
          document: code,
          state: 'onFile',
          copies: chance.happens(0.9) ? 1 : 2,
          filedOn: addDays(today, -chance.between(0, 400)),
          filedByName: this.#supervisor.name,
          note: null,
        },
        hand,
      );
      if (this.documents.length < 40) this.documents.push(told);
      else this.#shelves.documents.settle(told);
    }
  }

  #spaces(n: number, at: number): void {
    const { chance } = this.#world;
    const hand = this.#world.hand(this.#supervisor, 'units.addSpace', at);
    for (let i = 0; i < n; i += 1) {
      const kind = i % 12 === 11 ? 'visitor' : i % 12 === 7 ? 'temporary' : i % 3 === 0 ? 'rented' : 'owned';
      const told = this.#shelves.spaces.open(
        {
          id: newId(at, chance.fill),
          state: 'free',
          no: `${chance.pick(['A', 'B'])}${String(i + 1).padStart(3, '0')}`,
          kind,
          place: chance.pick(['地下一层', '地下二层', '地面访客区']),
          unitId: null,
          partyId: null,
          fromOn: null,
          untilOn: null,
          monthlyFeeCents: kind === 'rented' ? chance.pick([30_000, 45_000, 60_000]) : null,
          note: null,
        },
        hand,
      );
      this.spaces.push(told);
    }
  }
}
