import type { HandlersFor } from '../handlers';
import { correct, markSeen, open, review, submit, voidDiary, write } from './acts';
import { counts, entry, list, mine } from './look';

/** S14 管家工作日志. */
export const stewardDiaryHandlers: HandlersFor<'stewardDiaries'> = {
  list,
  counts,
  mine,
  entry,
  open,
  write,
  submit,
  review,
  correct,
  void: voidDiary,
  markSeen,
};
