import { NOTICE_NEEDS } from '../../../shared/registers/notices';
import type { Book, NeedCounts } from '../../book/book';

/** S25 公告、宣传栏、LED. */
export const NOTICES: Book = {
  register: 'notices',
  ns: 'notices',
  codes: { kind: 'kind', medium: 'medium' },
  keys: { submit: 'S', rewrite: 'W', approve: 'A', sendBack: 'B', post: 'P', remove: 'R', handOut: 'H' },
};

/** The counts on top of the register and on the Today board. */
export const NOTICE_COUNTS: NeedCounts = {
  book: NOTICES,
  op: 'notices.counts',
  needs: NOTICE_NEEDS,
  late: ['toRemove'],
  quiet: ['sentBack'],
};
