import type { HandlersFor } from '../handlers';
import { register } from './party-register';
import { suggestParties } from './suggest';

/** S34 业主、住户档案, S38 车辆: every operation of the resident files. */
export const partyHandlers: HandlersFor<'parties'> = {
  suggest: suggestParties,
  register,
};
