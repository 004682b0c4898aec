import type { OccupancyRole } from '../../../shared/registers/parties.row';
import type { CommandContext } from '../../db/context';
import type { PartiesTable, Tables, UnitsTable } from '../../db/tables';
import { assertParty, assertUnit } from './load';

/** Moving in and out: occupancies are opened and ended, never deleted; history is kept. */

interface NewStay {
  unit: UnitsTable;
  party: PartiesTable;
  role: OccupancyRole;
  fromOn: string | null;
  leaseUntilOn?: string | null;
  people?: number | null;
  note?: string | null;
}

/** Writes a current occupancy. Errors: Refusal `units.wrongState`, `parties.wrongState`. */
export function createStay({ journal, newId }: CommandContext, stay: NewStay): Tables['occupancies'] {
  assertUnit(stay.unit);
  assertParty(stay.party);
  return journal.create('occupancies', {
    id: newId(),
    state: 'current',
    unitId: stay.unit.id,
    partyId: stay.party.id,
    role: stay.role,
    fromOn: stay.fromOn,
    leaseUntilOn: stay.leaseUntilOn ?? null,
    toOn: null,
    people: stay.people ?? null,
    note: stay.note ?? null,
  });
}
