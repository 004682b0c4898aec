import type { HandlersFor } from '../handlers';
import { correct, markSeen, voidNotice } from './correct';
import { handOut, strikeReceipt } from './hand-out';
import { counts, entry, list } from './look';
import { approve, post, register, remove, rewrite, sendBack, submit, withdraw } from './register';

/** S25 公告、宣传栏、LED. */
export const noticeHandlers: HandlersFor<'notices'> = {
  list,
  counts,
  entry,
  register,
  rewrite,
  submit,
  approve,
  sendBack,
  post,
  remove,
  withdraw,
  handOut,
  strikeReceipt,
  correct,
  void: voidNotice,
  markSeen,
};
