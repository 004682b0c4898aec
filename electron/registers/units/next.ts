import type { OpName } from '../../../shared/api';
import { PARTY_NEXT, type Party } from '../../../shared/registers/parties.row';
import type { Actor } from '../../../shared/registers/session';
import { HANDED_OVER, UNIT_NEXT, type Unit } from '../../../shared/registers/units.row';
import { holds, type Permit } from '../../../shared/roles';
import { mayCorrect } from '../../entries/rights';

/** What may follow: read from the state charts, offered by the entry pages and the omni-box. */

/** Every operation this reader may do on the unit now. */
export function actsOnUnit(unit: Unit, actor: Actor | null): OpName[] {
  const active = unit.state === 'active';
  const handed = HANDED_OVER.includes(unit.occupancyState);
  const may = UNIT_NEXT[unit.state];
  return allowed(actor, [
    ['units.handOver', 'units.register', active && !handed],
    ['parties.moveIn', 'parties.register', active],
    ['units.changeOccupancy', 'units.register', active],
    ['units.fileDocument', 'units.register', active],
    ['units.assign', 'units.register', active],
    ['units.amend', 'units.register', active],
    ['units.correct', 'units.correct', active && mayCorrect(unit.recorderId, actor)],
    ['units.retire', 'units.void', may.includes('retired')],
    ['units.restore', 'units.void', unit.state === 'retired'],
    ['units.void', 'units.void', may.includes('voided')],
  ]);
}

/** Every operation this reader may do on the file now. */
export function actsOnParty(party: Party, here: boolean, actor: Actor | null): OpName[] {
  const active = party.state === 'active';
  const may = PARTY_NEXT[party.state];
  return allowed(actor, [
    ['parties.moveIn', 'parties.register', active],
    ['parties.amend', 'parties.register', active],
    ['parties.addMember', 'parties.register', active],
    ['parties.addVehicle', 'parties.register', active],
    ['parties.correct', 'units.correct', active && mayCorrect(party.recorderId, actor)],
    ['parties.markVip', 'parties.markVip', active],
    ['parties.reactivate', 'parties.register', party.state === 'inactive'],
    ['parties.deactivate', 'parties.register', may.includes('inactive') && !here],
    ['parties.void', 'units.void', may.includes('voided') && !here],
  ]);
}

function allowed(actor: Actor | null, all: [act: OpName, permit: Permit, possible: boolean][]): OpName[] {
  return all
    .filter(([, permit, possible]) => possible && holds(actor?.roles ?? [], permit))
    .map(([act]) => act);
}
