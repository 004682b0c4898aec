import type { HandlersFor } from '../handlers';
import { assign, changeOccupancy, handOver, restore, retire, voidUnit } from './acts';
import { addArea, changeArea } from './areas';
import { amend, correct, markSeen } from './correct';
import { fileDocument, withdrawDocument } from './documents';
import { areas, counts, entry, filing, list } from './look';
import { page } from './page';
import { register } from './register';
import { addSpace, assignSpace, changeSpace, freeSpace, retireSpace, spaces } from './spaces';
import { suggestUnits } from './suggest';

/** S33 房产台账: every operation of the unit register. */
export const unitHandlers: HandlersFor<'units'> = {
  list,
  counts,
  filing,
  entry,
  page,
  suggest: suggestUnits,
  areas,
  spaces,
  register,
  changeOccupancy,
  handOver,
  assign,
  amend,
  retire,
  restore,
  correct,
  void: voidUnit,
  markSeen,
  fileDocument,
  withdrawDocument,
  addArea,
  changeArea,
  addSpace,
  changeSpace,
  assignSpace,
  freeSpace,
  retireSpace,
};
