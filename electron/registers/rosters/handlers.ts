import type { HandlersFor } from '../handlers';
import { counts, entry, list, markSeen, onDay, people, shiftsOf, week } from './look';
import { amend, assign, need, publish, register, voidRoster } from './plan';

/** S81 排班. */
export const rosterHandlers: HandlersFor<'rosters'> = {
  list,
  counts,
  entry,
  week,
  people,
  onDay,
  shiftsOf,
  register,
  need,
  assign,
  amend,
  publish,
  void: voidRoster,
  markSeen,
};
