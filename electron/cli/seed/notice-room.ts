import { notice, noticeReceipt } from '../../../shared/registers/notices.row';
import { noticeTale } from './notice-tale';
import type { SeedRoom } from './room';

/** S25: notices, boards and displays of the demo office. */
export const noticeRoom: SeedRoom = {
  columns: {
    notices: notice.keyof().options.toSorted(),
    noticeReceipts: noticeReceipt.keyof().options.toSorted(),
  },
  lines: ['notices'],
  lately: { notices: 5 },
  begin({ world, book }) {
    const [notices, receipts] = [book('notices'), book('noticeReceipts')];
    return { arrive: { notices: (at, turn) => noticeTale(world, notices, receipts, at, turn) } };
  },
};
