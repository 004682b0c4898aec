import { dayOf, isoOf, MINUTE_MS } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import type { OccupancyState } from '../../../shared/registers/units.row';
import type { Told } from '../../db/bulk/book';
import type { Hand } from '../../db/journal';
import type { Errands } from './errands';
import type { Person } from './people';
import type { Shelves } from './units-shelves';
import type { UnitStock } from './units-stock';
import * as site from './words/site';
import type { World } from './world';

/** What happens to units, papers and parking spaces, without anybody moving. */
export class UnitActs {
  readonly #world: World;
  readonly #shelves: Shelves;
  readonly #stock: UnitStock;
  readonly #errands: Errands;
  readonly #clerks: Person[];

  /** `clerks`: who writes it. */
  constructor(world: World, shelves: Shelves, stock: UnitStock, errands: Errands, clerks: Person[]) {
    this.#world = world;
    this.#shelves = shelves;
    this.#stock = stock;
    this.#errands = errands;
    this.#clerks = clerks;
  }

  /** One of each kind of act; done at the instant (ms) handed in. */
  get all(): ((at: number) => void)[] {
    return [
      (at) => this.#amend(at),
      (at) => this.#withdraw(at),
      (at) => this.#parking(at),
      (at) => this.#occupancy(at, 'vacant', 'fitOut'),
      (at) => this.#handOver(at),
      (at) => this.#offTheBooks(at),
      (at) => this.#area(at),
    ];
  }

  #hand(op: string, at: number, who = this.#world.chance.favour(this.#clerks)): Hand {
    return this.#world.hand(who, op, at);
  }
  #some<T>(list: readonly T[], fits: (one: T) => boolean): T | null {
    const found = list.filter(fits);
    return found.length > 0 ? this.#world.chance.pick(found) : null;
  }

  #amend(at: number): void {
    const unit = this.#world.chance.pick(this.#stock.units);
    const note = this.#world.chance.pick(site.UNIT_NOTES.filter((text) => text !== unit.told.row.note));
    const what = { kind: 'CHANGE' as const, facts: { field: 'note' } };
    this.#shelves.units.change(unit.told, { note }, this.#hand('units.amend', at), what);
  }

  #withdraw(at: number): void {
    const paper = this.#some(this.#stock.documents, ({ row }) => row.state === 'onFile');
    if (!paper) return;
    const what = { kind: 'CHANGE' as const, facts: { reason: '业主借出复印' } };
    this.#shelves.documents.change(
      paper,
      { state: 'withdrawn' },
      this.#hand('units.withdrawDocument', at),
      what,
    );
  }

  /** One space is given back, another is taken out of use. */
  #parking(at: number): void {
    const given = this.#giveBack(at);
    const idle = this.#some(this.#stock.spaces, (space) => space.row.state === 'free' && space !== given);
    // Where every space is taken, one more is given back for it.
    const retired = idle ?? this.#giveBack(at);
    if (retired)
      this.#shelves.spaces.change(retired, { state: 'retired' }, this.#hand('units.retireSpace', at), {
        kind: 'CHANGE',
        facts: { reason: '改作设备区' },
      });
  }

  #giveBack(at: number): Told<'parkingSpaces'> | null {
    const taken = this.#some(this.#stock.spaces, ({ row }) => row.state === 'assigned');
    const nobody = { unitId: null, partyId: null, fromOn: null, untilOn: null };
    if (taken)
      this.#shelves.spaces.change(taken, { state: 'free', ...nobody }, this.#hand('units.freeSpace', at), {
        kind: 'CHANGE',
        facts: { reason: '租期届满' },
      });
    return taken;
  }

  #occupancy(at: number, from: OccupancyState, to: OccupancyState): void {
    const unit = this.#some(this.#stock.units, ({ told }) => told.row.occupancyState === from);
    if (!unit) return;
    const what = { kind: 'CHANGE' as const, facts: { reason: '业主来办装修手续' } };
    const patch = { occupancyState: to, occupancySince: dayOf(isoOf(at)) };
    this.#shelves.units.change(unit.told, patch, this.#hand('units.changeOccupancy', at), what);
    unit.occupied = to === 'fitOut';
    unit.occupant = unit.owner;
  }

  #handOver(at: number): void {
    const waiting = this.#stock.units.filter(({ told }) => told.row.occupancyState === 'soldNotHanded');
    // The last one stays: some unit always waits for its owner.
    const unit = waiting.length > 1 ? waiting[0] : undefined;
    const today = dayOf(isoOf(at));
    if (unit)
      this.#shelves.units.change(
        unit.told,
        { occupancyState: 'vacant', occupancySince: today, handedOverOn: today },
        this.#hand('units.handOver', at),
      );
  }

  /** A store merged into its neighbour, and one that was written twice. */
  #offTheBooks(at: number): void {
    const n = this.#world.chance.digits(4);
    const [merged, twice] = [this.#stock.spare(`K9${n}`, at), this.#stock.spare(`K8${n}`, at)];
    const supervisor = this.#world.chance.pick(this.#world.crew.allowed('units.void'));
    this.#errands.later(at + 40 * MINUTE_MS, (now) => {
      const reason = { kind: 'CHANGE' as const, facts: { reason: '与相邻库房合并' } };
      this.#shelves.units.change(
        merged,
        { state: 'retired' },
        this.#hand('units.retire', now, supervisor),
        reason,
      );
      this.#shelves.units.change(
        twice,
        { state: 'voided', voidReason: '重复录入', voidedAt: isoOf(now), voidedByName: supervisor.name },
        this.#hand('units.void', now, supervisor),
        { kind: 'VOID' },
      );
    });
  }

  /** A part of the project that was planned and given up again. */
  #area(at: number): void {
    const { chance } = this.#world;
    const area: Told<'areas'> = this.#shelves.areas.open(
      {
        id: newId(at, chance.fill),
        name: `预留区 ${chance.digits(3)}`,
        stewardId: null,
        stewardName: null,
        active: 1,
        note: null,
      },
      this.#hand('units.addArea', at),
    );
    this.#errands.later(at + 30 * MINUTE_MS, (now) =>
      this.#shelves.areas.change(area, { active: 0 }, this.#hand('units.changeArea', now)),
    );
  }
}
