import type { PartyState } from '../../../shared/registers/parties.row';
import type { UnitLine } from '../../../shared/registers/units';
import type { OccupancyState } from '../../../shared/registers/units.row';
import type { Tone } from '../../ui/StateMark';

const OCCUPANCY: Record<OccupancyState, Tone> = {
  unsold: 'waiting',
  soldNotHanded: 'waiting',
  vacant: 'waiting',
  fitOut: 'todo',
  occupied: 'done',
  let: 'done',
  movedOut: 'waiting',
};
/** How a unit stands to the desk. */
export const unitTone = (unit: Pick<UnitLine, 'state' | 'occupancyState'>): Tone =>
  unit.state === 'voided' ? 'void' : unit.state === 'retired' ? 'waiting' : OCCUPANCY[unit.occupancyState];

/** How a file stands to the desk. */
export const PARTY_TONES: Record<PartyState, Tone> = { active: 'done', inactive: 'waiting', voided: 'void' };
