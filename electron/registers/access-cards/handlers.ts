import type { HandlersFor } from '../handlers';
import { correct, markSeen, voidCard } from './correct';
import { counts, entry, list, unmask } from './look';
import { archive, block, recover, renew, replace, reportLoss, takeBack } from './moves';
import { register } from './register';

/** S32 证卡办理. */
export const accessCardHandlers: HandlersFor<'accessCards'> = {
  list,
  counts,
  entry,
  register,
  renew,
  return: takeBack,
  reportLoss,
  block,
  recover,
  replace,
  archive,
  correct,
  void: voidCard,
  markSeen,
  unmask,
};
