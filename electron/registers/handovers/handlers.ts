import type { HandlersFor } from '../handlers';
import * as book from './instruction-acts';
import * as told from './instruction-look';
import { counts, current, entry, list, markSeen } from './look';
import { ask, count, draft, open, voidHandover, writeEvent } from './shift-acts';
import { decide, refuse, review, signIn, signOut, supplement } from './sign-acts';

/** S13 前台交接班. */
export const handoverHandlers: HandlersFor<'handovers'> = {
  list,
  counts,
  entry,
  current,
  open,
  writeEvent,
  draft,
  count,
  signOut,
  ask,
  signIn,
  refuse,
  decide,
  supplement,
  review,
  void: voidHandover,
  markSeen,
};

/** 上级指示. */
export const instructionHandlers: HandlersFor<'instructions'> = {
  list: told.list,
  counts: told.counts,
  entry: told.entry,
  register: book.register,
  acknowledge: book.acknowledge,
  renew: book.renew,
  end: book.end,
  correct: book.correct,
  void: book.voidInstruction,
  markSeen: book.markSeen,
};
