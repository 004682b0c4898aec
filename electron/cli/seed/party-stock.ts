import { addDays, dayOf, isoOf } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import type { OccupancyRole } from '../../../shared/registers/parties.row';
import type { BookRow, Told } from '../../db/bulk/book';
import type { Person } from './people';
import type { Shelves } from './units-shelves';
import type { StockUnit } from './units-stock';
import { companyName, mobileNumber } from './words/names';
import * as site from './words/site';
import type { SeedParty, World } from './world';

/** The resident files on the first day: who owns and uses the units, with family, staff and cars. */

/** Whoever belongs to a file: found by the words of the file (units/words.ts). */
export interface Kin {
  members: Told<'partyMembers'>[];
  vehicles: Told<'vehicles'>[];
}

export interface StockParty extends SeedParty {
  told: Told<'parties'>;
}
export interface Stay {
  told: Told<'occupancies'>;
  unit: StockUnit;
  party: StockParty;
}

export class PartyStock {
  readonly parties: StockParty[] = [];
  readonly stays: Stay[] = [];
  readonly kin = new Map<string, Kin>();
  readonly #world: World;
  readonly #shelves: Shelves;
  readonly #clerk: Person;
  #plates = 0;

  constructor(world: World, shelves: Shelves, clerk: Person) {
    this.#world = world;
    this.#shelves = shelves;
    this.#clerk = clerk;
  }

  /** Fills the units with people at `at` (ms). */
  settle(units: readonly StockUnit[], spaces: readonly Told<'parkingSpaces'>[], at: number): void {
    const { chance } = this.#world;
    let free = 0;
    const owners: StockParty[] = [];
    for (const unit of units) {
      const { use } = unit.told.row;
      if (unit.state === 'unsold' || use === 'public' || use === 'other' || use === 'parking') continue;
      const today = dayOf(isoOf(at));
      // Some own several units.
      const before = chance.happens(0.15) ? owners.at(-chance.between(1, 6)) : undefined;
      const owner =
        before ?? this.open(use === 'residence' || chance.happens(0.4) ? 'person' : 'company', at);
      const bought = unit.told.row.handedOverOn ?? addDays(today, -chance.between(20, 300));
      this.moveIn(unit, owner, 'owner', { fromOn: bought }, at, before ? 'moveIn' : 'register');
      unit.owner = owner;
      owners.push(owner);
      if (unit.state === 'let') {
        const tenant = this.open(use === 'residence' ? 'person' : 'company', at);
        this.moveIn(unit, tenant, unit.role, this.lease(today), at, 'moveIn');
        unit.occupant = tenant;
      } else if (unit.state === 'occupied' || unit.state === 'fitOut') {
        unit.occupant = owner;
        // Somebody of the family on a file of his own.
        if (use === 'residence' && chance.happens(0.04))
          this.moveIn(unit, this.open('person', at), 'occupant', { fromOn: bought }, at, 'moveIn');
      }
      unit.name = unit.occupant?.name ?? unit.name;
      if (unit.occupant && chance.happens(0.35)) {
        const space = chance.happens(0.7) ? spaces[free] : undefined;
        if (space) {
          free += 1;
          this.#assign(space, unit, unit.occupant, at);
        }
        this.#car(unit, unit.occupant, space ?? null, at);
      }
    }
  }

  /** A lease that runs now: begun within the last two years, ending within the next fourteen months. */
  lease(today: string): { fromOn: string; leaseUntilOn: string; people: number } {
    const { chance } = this.#world;
    return {
      fromOn: addDays(today, -chance.between(0, 700)),
      leaseUntilOn: addDays(today, chance.between(20, 420)),
      people: chance.between(1, 30),
    };
  }

  /** A new file. */
  open(kind: 'person' | 'company', at: number): StockParty {
    const { chance, people } = this.#world;
    const { serialNo, scanCode } = this.#world.number('parties', at);
    const born = `${chance.between(1950, 2002)}-${String(chance.between(1, 12)).padStart(2, '0')}-${String(chance.between(1, 28)).padStart(2, '0')}`;
    const company = kind === 'company';
    const known = chance.happens(0.6);
    const row: BookRow<'parties'> = {
      id: newId(at, chance.fill),
      serialNo,
      scanCode,
      state: 'active',
      kind,
      name: company ? companyName(chance) : people.name(chance),
      gender: company ? null : chance.pick(['male', 'female']),
      bornOn: !company && known ? born : null,
      documentKind: known ? (company ? 'businessLicence' : 'idCard') : null,
      document: known ? (company ? `990106${chance.digits(9)}` : site.paperNumber(chance, born)) : null,
      phone: chance.happens(0.95) ? mobileNumber(chance) : null,
      otherPhone: chance.happens(0.15) ? mobileNumber(chance) : null,
      email: chance.happens(0.1) ? `u${chance.digits(6)}@example.com` : null,
      address: null,
      employer: !company && chance.happens(0.2) ? companyName(chance) : null,
      businessScope: company ? chance.pick(site.SCOPES) : null,
      businessKind: company ? chance.favour(site.TRADES) : null,
      personInCharge: company ? people.name(chance) : null,
      staffCount: company ? chance.between(2, 60) : null,
      pets: !company && chance.happens(0.06) ? chance.pick(site.PETS) : null,
      channel: chance.happens(0.5) ? chance.favour(['phone', 'message', 'inPerson', 'email']) : null,
      externalNo: chance.happens(0.1) ? `C${chance.digits(6)}` : null,
      vip: 0,
      voidReason: null,
      voidedAt: null,
      voidedByName: null,
      note: null,
      recordedAt: isoOf(at),
      recorderId: this.#clerk.id,
      recorderName: this.#clerk.name,
    };
    const told = this.#shelves.parties.open(row, this.#world.hand(this.#clerk, 'parties.register', at));
    const party: StockParty = {
      id: row.id,
      name: row.name ?? '',
      person: row.personInCharge ?? row.name ?? '',
      phone: row.phone,
      told,
    };
    this.parties.push(party);
    this.kin.set(row.id, { members: [], vehicles: [] });
    const kinds = company ? (['staff', 'emergency'] as const) : (['family', 'emergency'] as const);
    for (const member of kinds)
      if (chance.happens(member === 'emergency' ? 0.12 : 0.35)) this.#member(party, member, at);
    return party;
  }

  #member(party: StockParty, kind: 'family' | 'staff' | 'emergency', at: number): void {
    const { chance, people } = this.#world;
    const id = newId(at, chance.fill);
    const name = people.name(chance);
    const relation = kind === 'staff' ? chance.pick(site.JOBS) : chance.pick(site.RELATIONS);
    const gender = chance.happens(0.6) ? chance.pick(['male', 'female'] as const) : null;
    const told = this.#shelves.members.open(
      {
        id,
        state: 'active',
        partyId: party.id,
        kind,
        name,
        relation,
        gender: gender && (site.GENDER_OF[relation] ?? gender),
        bornOn: null,
        document: null,
        phone: chance.happens(0.6) || kind === 'emergency' ? mobileNumber(chance) : null,
      },
      this.#world.hand(this.#clerk, 'parties.addMember', at),
    );
    this.kin.get(party.id)!.members.push(told);
  }

  #car(unit: StockUnit, party: SeedParty, space: Told<'parkingSpaces'> | null, at: number): void {
    const { chance } = this.#world;
    const [brand, model] = chance.favour(site.BRANDS);
    this.#plates += 1;
    const told = this.#shelves.vehicles.open(
      {
        id: newId(at, chance.fill),
        state: 'active',
        partyId: party.id,
        unitId: unit.id,
        spaceId: space?.row.id ?? null,
        // Counted up, so that no plate is there twice; the last digit is chance.
        plate: `粤I${String(this.#plates).padStart(4, '0')}${chance.below(10)}`,
        brand,
        model,
        colour: chance.favour(site.COLOURS),
      },
      this.#world.hand(this.#clerk, 'parties.addVehicle', at),
    );
    this.kin.get(party.id)!.vehicles.push(told);
  }

  #assign(space: Told<'parkingSpaces'>, unit: StockUnit, party: SeedParty, at: number): void {
    const { chance } = this.#world;
    const today = dayOf(isoOf(at));
    const rented = space.row.kind === 'rented';
    this.#shelves.spaces.change(
      space,
      {
        state: 'assigned',
        unitId: unit.id,
        partyId: party.id,
        fromOn: addDays(today, -chance.between(1, 300)),
        untilOn: rented ? addDays(today, chance.between(30, 365)) : null,
      },
      this.#world.hand(this.#clerk, 'units.assignSpace', at),
    );
  }

  /** Somebody moves in; `act` as the clerk did it: with the new file, or by itself. */
  moveIn(
    unit: StockUnit,
    party: StockParty,
    role: OccupancyRole,
    {
      fromOn,
      leaseUntilOn = null,
      people = null,
    }: { fromOn: string; leaseUntilOn?: string | null; people?: number | null },
    at: number,
    act: 'register' | 'moveIn',
  ): void {
    const told = this.#shelves.stays.open(
      {
        id: newId(at, this.#world.chance.fill),
        state: 'current',
        unitId: unit.id,
        partyId: party.id,
        role,
        fromOn,
        leaseUntilOn,
        toOn: null,
        people,
        note: null,
      },
      this.#world.hand(this.#clerk, `parties.${act}`, at),
    );
    this.stays.push({ told, unit, party });
  }
}
