import type { HandlersFor } from '../handlers';
import { correct, markSeen, voidItem } from './correct';
import {
  archive,
  claim,
  dispose,
  handToPartyA,
  handToPolice,
  notifyPartyA,
  postNotice,
  refuseClaim,
} from './hand-over';
import { link, unlink } from './link';
import { counts, entry, list, matches, revealFeatures, unmask } from './look';
import { addPhotos, confirmQuantity, countersign, register } from './register';
import { suggest } from './suggest';

/** S01 捡拾物品登记: every operation of the found-item book. */
export const foundItemHandlers: HandlersFor<'foundItems'> = {
  list,
  counts,
  entry,
  suggest,
  matches,
  register,
  confirmQuantity,
  countersign,
  notifyPartyA,
  postNotice,
  handToPartyA,
  claim,
  refuseClaim,
  handToPolice,
  dispose,
  archive,
  correct,
  void: voidItem,
  markSeen,
  addPhotos,
  revealFeatures,
  unmask,
  link,
  unlink,
};
