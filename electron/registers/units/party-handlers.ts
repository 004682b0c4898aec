import type { HandlersFor } from '../handlers';
import { addMember, addVehicle, memberLeft, vehicleLeft } from './members';
import { amend, correct, deactivate, markSeen, markVip, reactivate, unmask, voidParty } from './party-acts';
import { entry, list } from './party-look';
import { register } from './party-register';
import { moveIn, moveOut, renew, voidStay } from './stays';
import { suggestParties } from './suggest';

/** S34 业主、住户档案, S38 车辆: every operation of the resident files. */
export const partyHandlers: HandlersFor<'parties'> = {
  list,
  entry,
  suggest: suggestParties,
  register,
  amend,
  correct,
  deactivate,
  reactivate,
  markVip,
  void: voidParty,
  markSeen,
  unmask,
  moveIn,
  moveOut,
  renew,
  voidStay,
  addMember,
  memberLeft,
  addVehicle,
  vehicleLeft,
};
