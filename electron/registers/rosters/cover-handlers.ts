import type { HandlersFor } from '../handlers';
import { correct, markSeen, voidCover } from './cover-correct';
import { approve, back, register } from './cover-leave';
import { counts, entry, list } from './cover-look';

/** S15 离岗顶替登记. */
export const coverHandlers: HandlersFor<'postCovers'> = {
  list,
  counts,
  entry,
  register,
  back,
  approve,
  correct,
  void: voidCover,
  markSeen,
};
