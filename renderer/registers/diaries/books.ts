import { DIARY_NEEDS } from '../../../shared/registers/steward-diaries';
import type { Book, NeedCounts } from '../../book/book';

/** S14 管家工作日志. */
export const STEWARD_DIARIES: Book = {
  register: 'stewardDiaries',
  ns: 'diaries',
  keys: { write: 'W', submit: 'D', review: 'R' },
  // Figures are drawn by the diary itself.
  value: (field) => (field === 'figures' ? '' : null),
};

export const DIARY_COUNTS: NeedCounts = {
  book: STEWARD_DIARIES,
  op: 'stewardDiaries.counts',
  needs: DIARY_NEEDS,
  late: ['problems'],
  quiet: ['missing'],
};
