import { addDays, DAY_MS, dayOf, isoOf, MINUTE_MS } from '../../../shared/dates';
import type { OccupancyState } from '../../../shared/registers/units.row';
import type { Hand } from '../../db/journal';
import type { Errands } from './errands';
import type { PartyStock, Stay } from './party-stock';
import type { Person } from './people';
import type { SeedOffice } from './room';
import { UnitActs } from './units-acts';
import type { Shelves } from './units-shelves';
import type { StockUnit, UnitStock } from './units-stock';
import { mobileNumber } from './words/names';
import { REASONS, UNMASKED } from './words/sayings';
import * as site from './words/site';
import type { World } from './world';

/** What becomes of the archive over the years: people move, leases are renewed, files are put right. */

const HOUR_MS = 60 * MINUTE_MS;
/** Last days of a lease that is seen to end soon on the last day. */
const ENDING_DAYS = 12;

export class UnitLife {
  readonly #world: World;
  readonly #shelves: Shelves;
  readonly #stock: UnitStock;
  readonly #residents: PartyStock;
  readonly #errands: Errands;
  readonly #clerks: Person[];

  constructor(world: World, shelves: Shelves, stock: UnitStock, residents: PartyStock, errands: Errands) {
    this.#world = world;
    this.#shelves = shelves;
    this.#stock = stock;
    this.#residents = residents;
    this.#errands = errands;
    // A steward writes in his own area only; these write everywhere.
    this.#clerks = world.crew
      .allowed('units.register')
      .filter((person) => !person.roles.includes('csSteward') && !person.roles.includes('deptManager'));
  }

  /** Plans everything, from the first day at `at` (ms) to the end of the span. */
  begin(at: number, { from, until }: SeedOffice['span']): void {
    const { chance } = this.#world;
    const acts = [
      ...this.#acts(),
      ...new UnitActs(this.#world, this.#shelves, this.#stock, this.#errands, this.#clerks).all,
    ];
    const rounds = Math.min(8, Math.max(1, Math.floor(this.#stock.units.length / 150)));
    const room = Math.max(1, until - from - 6 * HOUR_MS);
    for (let round = 0; round < rounds; round += 1)
      for (const act of acts)
        this.#errands.byDay(from + ((round + chance.part()) * room) / (rounds + 1), act);
    this.#vips(at);
    this.#errands.later(Math.max(from, until - 20 * DAY_MS), (now) => this.#endingSoon(now, until));
  }

  #acts(): ((at: number) => void)[] {
    return [
      (at) => this.#moveOut(at),
      (at) => this.#renew(at),
      (at) => this.#left(at),
      (at) => this.#correct(at),
      (at) => this.#voidStay(at),
      (at) => this.#doubleFile(at),
      (at) => this.#look(at),
    ];
  }

  #hand(op: string, at: number, who = this.#world.chance.favour(this.#clerks)): Hand {
    return this.#world.hand(who, op, at);
  }
  #manager(): Person {
    return this.#world.crew.allowed('parties.markVip')[0]!;
  }
  #some<T>(list: readonly T[], fits: (one: T) => boolean): T | null {
    const found = list.filter(fits);
    return found.length > 0 ? this.#world.chance.pick(found) : null;
  }

  /** A few very important ones (S31): marked by the manager alone. */
  #vips(at: number): void {
    const { chance } = this.#world;
    const { parties } = this.#residents;
    for (let n = Math.max(1, Math.floor(parties.length / 60)); n > 0; n -= 1) {
      const { told } = chance.pick(parties);
      if (told.row.vip === 0)
        this.#shelves.parties.change(told, { vip: 1 }, this.#hand('parties.markVip', at, this.#manager()));
    }
  }

  #moveOut(at: number): void {
    const { chance } = this.#world;
    const stay = this.#tenancy();
    if (!stay) return;
    const today = dayOf(isoOf(at));
    const hand = this.#hand('parties.moveOut', at);
    this.#shelves.stays.change(stay.told, { state: 'ended', toOn: today }, hand);
    this.#become(stay.unit, 'movedOut', today, hand);
    Object.assign(stay.unit, { occupant: null, occupied: false, name: '' });
    const left = () =>
      this.#residents.stays.every(({ told, party }) => party !== stay.party || told.row.state !== 'current');
    if (left())
      this.#errands.byDay(at + 3 * DAY_MS, (now) => {
        if (!left() || stay.party.told.row.state !== 'active') return;
        const facts = { reason: chance.pick(site.LEFT_REASONS) };
        const what = { kind: 'CHANGE' as const, facts };
        this.#shelves.parties.change(
          stay.party.told,
          { state: 'inactive' },
          this.#hand('parties.deactivate', now),
          what,
        );
      });
    if (chance.happens(0.6))
      this.#errands.byDay(at + chance.between(6, 40) * DAY_MS, (now) => this.#newTenant(stay.unit, now));
  }

  #tenancy(): Stay | null {
    return this.#some(
      this.#residents.stays,
      ({ told, unit }) =>
        told.row.state === 'current' &&
        told.row.leaseUntilOn !== null &&
        unit.told.row.occupancyState === 'let',
    );
  }

  #newTenant(unit: StockUnit, at: number): void {
    if (unit.told.row.occupancyState !== 'movedOut') return;
    const today = dayOf(isoOf(at));
    const party = this.#residents.open(unit.told.row.use === 'residence' ? 'person' : 'company', at);
    const lease = { ...this.#residents.lease(today), fromOn: today };
    this.#residents.moveIn(unit, party, unit.role, lease, at, 'moveIn');
    this.#become(unit, 'let', today, this.#hand('parties.moveIn', at));
    Object.assign(unit, { occupant: party, occupied: true, name: party.name });
  }

  #become(unit: StockUnit, to: OccupancyState, since: string, hand: Hand): void {
    this.#shelves.units.change(unit.told, { occupancyState: to, occupancySince: since }, hand);
  }

  #renew(at: number): void {
    const stay = this.#tenancy();
    if (!stay?.told.row.leaseUntilOn) return;
    const until = addDays(stay.told.row.leaseUntilOn, 365);
    this.#shelves.stays.change(stay.told, { leaseUntilOn: until }, this.#hand('parties.renew', at));
  }

  /** So that the Today board has a lease to speak of. */
  #endingSoon(at: number, until: number): void {
    const stay = this.#tenancy();
    const ends = addDays(dayOf(isoOf(until)), ENDING_DAYS);
    if (stay && stay.told.row.leaseUntilOn !== ends && (stay.told.row.fromOn ?? '') <= ends)
      this.#shelves.stays.change(stay.told, { leaseUntilOn: ends }, this.#hand('parties.renew', at));
  }

  /** A member of a family and a car leave. */
  #left(at: number): void {
    const kin = [...this.#residents.kin.values()];
    const member = this.#some(
      kin.flatMap(({ members }) => members),
      ({ row }) => row.state === 'active',
    );
    if (member) this.#shelves.members.change(member, { state: 'left' }, this.#hand('parties.memberLeft', at));
    const car = this.#some(
      kin.flatMap(({ vehicles }) => vehicles),
      ({ row }) => row.state === 'active',
    );
    if (car)
      this.#shelves.vehicles.change(
        car,
        { state: 'left', spaceId: null },
        this.#hand('parties.vehicleLeft', at),
      );
  }

  #correct(at: number): void {
    const { chance } = this.#world;
    const facts = (field: string) => ({
      kind: 'CORRECT' as const,
      facts: { field, reason: chance.pick(REASONS) },
    });
    const party = this.#some(
      this.#residents.parties,
      ({ told }) => told.row.state === 'active' && told.row.phone !== null,
    );
    // Only the one who wrote it, or a supervisor.
    const clerk = this.#world.crew.whoever(({ roles }) => roles.includes('csSupervisor'))[0]!;
    if (party)
      this.#shelves.parties.change(
        party.told,
        { phone: mobileNumber(chance) },
        this.#hand('parties.correct', at, clerk),
        facts('phone'),
      );
    const { told } = chance.pick(this.#stock.units);
    const other = site.ORIENTATIONS.filter((word) => word !== told.row.orientation);
    this.#shelves.units.change(
      told,
      { orientation: chance.pick(other) },
      this.#hand('units.correct', at, clerk),
      facts('orientation'),
    );
  }

  /** Moved in by mistake: the stay is voided the same hour. */
  #voidStay(at: number): void {
    const unit = this.#some(this.#stock.units, ({ occupant }) => occupant !== null);
    if (!unit) return;
    const party = this.#residents.open('person', at);
    this.#residents.moveIn(unit, party, 'occupant', { fromOn: dayOf(isoOf(at)) }, at, 'moveIn');
    const { told } = this.#residents.stays.at(-1)!;
    const supervisor = this.#world.chance.pick(this.#world.crew.allowed('units.void'));
    this.#errands.later(at + 25 * MINUTE_MS, (now) =>
      this.#shelves.stays.change(told, { state: 'voided' }, this.#hand('parties.voidStay', now, supervisor), {
        kind: 'VOID',
        facts: { reason: '登记到了错误的房号' },
      }),
    );
  }

  /** The same person written twice. */
  #doubleFile(at: number): void {
    const { told } = this.#residents.open('person', at);
    const supervisor = this.#world.chance.pick(this.#world.crew.allowed('units.void'));
    this.#errands.later(at + 2 * HOUR_MS, (now) =>
      this.#shelves.parties.change(
        told,
        { state: 'voided', voidReason: '重复建档', voidedAt: isoOf(now), voidedByName: supervisor.name },
        this.#hand('parties.void', now, supervisor),
        { kind: 'VOID' },
      ),
    );
  }

  #look(at: number): void {
    const { chance } = this.#world;
    const party = this.#some(this.#residents.parties, ({ told }) => told.row.phone !== null);
    if (!party) return;
    const facts = { reason: chance.pick(UNMASKED), fields: ['phone'] };
    this.#shelves.parties.note(party.told, this.#hand('parties.unmask', at), { kind: 'UNMASK', facts });
  }
}
