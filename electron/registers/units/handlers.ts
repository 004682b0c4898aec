import type { HandlersFor } from '../handlers';
import { register } from './register';
import { suggestUnits } from './suggest';

/** S33 房产台账: every operation of the unit register. */
export const unitHandlers: HandlersFor<'units'> = {
  suggest: suggestUnits,
  register,
};
