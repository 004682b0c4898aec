import { occupancy, party, partyMember, vehicle } from '../../../shared/registers/parties.row';
import { area, parkingSpace, unit, unitDocument } from '../../../shared/registers/units.row';
import type { PartiesTable, UnitsTable } from '../../db/tables';
import { indexUnit, partyWords } from '../../registers/units/words';
import { Errands, Shelf } from './errands';
import { PartyStock } from './party-stock';
import type { SeedOffice, SeedRoom } from './room';
import { UnitLife } from './units-life';
import type { Shelves } from './units-shelves';
import { UnitStock } from './units-stock';

/** Units and residents: the archive as it stood on the first day, and what became of it. No lines come in by themselves. */

/** Units of an office of that many lines. */
export const unitsOf = (size: number): number => Math.min(3000, Math.max(60, Math.floor(size / 10)));

function shelvesOf({ book, world }: SeedOffice, residents: () => PartyStock): Shelves {
  return {
    areas: new Shelf(book('areas')),
    units: new Shelf(book('units'), (row) => indexUnit(world, row as UnitsTable)),
    documents: new Shelf(book('unitDocuments')),
    parties: new Shelf(book('parties'), (row) => {
      const { members, vehicles } = residents().kin.get(row.id)!;
      const kin = {
        members: members.flatMap(({ row: member }) => (member.state === 'active' ? member : [])),
        plates: vehicles.flatMap(({ row: car }) => (car.state === 'active' ? car.plate : [])),
      };
      world.search.put('parties', row.id, row.recordedAt, partyWords(row as PartiesTable, kin));
    }),
    stays: new Shelf(book('occupancies')),
    members: new Shelf(book('partyMembers')),
    vehicles: new Shelf(book('vehicles')),
    spaces: new Shelf(book('parkingSpaces')),
  };
}

export const unitsRoom: SeedRoom = {
  columns: {
    areas: area.keyof().options.toSorted(),
    units: unit.keyof().options.toSorted(),
    unitDocuments: unitDocument.keyof().options.toSorted(),
    parties: party.keyof().options.toSorted(),
    occupancies: occupancy.keyof().options.toSorted(),
    partyMembers: partyMember.keyof().options.toSorted(),
    vehicles: vehicle.keyof().options.toSorted(),
    parkingSpaces: parkingSpace.keyof().options.toSorted(),
  },
  lines: [],
  begin(office) {
    const { world } = office;
    return {
      stock(at) {
        const [clerk] = world.crew.whoever((person) => person.roles.includes('csSupervisor'));
        const shelves = shelvesOf(office, () => residents);
        const units = new UnitStock(world, shelves);
        const residents = new PartyStock(world, shelves, clerk!);
        units.found(unitsOf(office.size), at);
        residents.settle(units.units, units.spaces, at);
        const errands = new Errands(world, () => {
          // Members and cars first: a file's words name them.
          for (const shelf of Object.values(shelves) as { settleAll(): void }[]) shelf.settleAll();
        });
        new UnitLife(world, shelves, units, residents, errands).begin(at, office.span);
      },
      arrive: {},
    };
  },
};
