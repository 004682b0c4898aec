import type { HandlersFor } from '../handlers';
import { correct, markSeen, voidBroadcast } from './correct';
import { counts, entry, list } from './look';
import { play, strikePlay } from './plays';
import { approve, close, refuse, register } from './register';

/** S28 播音. */
export const broadcastHandlers: HandlersFor<'broadcasts'> = {
  list,
  counts,
  entry,
  register,
  approve,
  refuse,
  play,
  strikePlay,
  close,
  correct,
  void: voidBroadcast,
  markSeen,
};
