import type { HandlersFor } from '../handlers';
import { agree, decline, register, withdraw } from './swap-ask';
import { correct, markSeen, voidSwap } from './swap-correct';
import { approve, refuse } from './swap-decide';
import { counts, entry, list } from './swap-look';

/** S81 换班. */
export const swapHandlers: HandlersFor<'shiftSwaps'> = {
  list,
  counts,
  entry,
  register,
  agree,
  decline,
  withdraw,
  approve,
  refuse,
  correct,
  void: voidSwap,
  markSeen,
};
