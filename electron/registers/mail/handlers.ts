import type { HandlersFor } from '../handlers';
import { correct, markSeen, voidItem } from './correct';
import {
  collect,
  dispatch,
  forward,
  leaveUnsigned,
  notify,
  reportLost,
  returnToSender,
  withdraw,
} from './hand-over';
import { counts, entry, list, prepare, unmask, waitingWith } from './look';
import { register, send } from './register';
import { putBack, sort } from './sort';

/** S16 邮件、包裹收发. */
export const mailItemHandlers: HandlersFor<'mailItems'> = {
  list,
  counts,
  entry,
  prepare,
  waitingWith,
  register,
  send,
  sort,
  notify,
  collect,
  leaveUnsigned,
  returnToSender,
  forward,
  reportLost,
  putBack,
  dispatch,
  withdraw,
  correct,
  void: voidItem,
  markSeen,
  unmask,
};
