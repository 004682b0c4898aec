import { CUSTODY_NEEDS } from '../../../shared/registers/custody-items';
import { MOVE_NEEDS } from '../../../shared/registers/move-notices';
import { TOOL_LOAN_NEEDS } from '../../../shared/registers/tool-loans';
import { TOOL_NEEDS } from '../../../shared/registers/tools';
import type { Book, NeedCounts } from '../../book/book';

/** S17 托管物品. */
export const CUSTODY_ITEMS: Book = {
  register: 'custodyItems',
  ns: 'custody',
  codes: {
    kind: 'kind',
    takerDocumentKind: 'document',
    depositorWord: 'word',
    noticeHow: 'notice',
    decision: 'decision',
  },
  keys: { collect: 'C', notice: 'N', extend: 'D', decide: 'J' },
  grave: ['decide'],
};
export const CUSTODY_COUNTS: NeedCounts = {
  book: CUSTODY_ITEMS,
  op: 'custodyItems.counts',
  needs: CUSTODY_NEEDS,
  late: ['overdue', 'toNotice', 'toDecide'],
  quiet: ['dueToday'],
};

/** S18 便民工具与对讲机. */
export const TOOLS: Book = {
  register: 'tools',
  ns: 'custody',
  codes: { kind: 'toolKind' },
  keys: {
    issue: 'L',
    return: 'R',
    bringBack: 'B',
    repair: 'W',
    reportMissing: 'G',
    retire: 'D',
  },
  grave: ['retire'],
};
export const TOOL_COUNTS: NeedCounts = {
  book: TOOLS,
  op: 'tools.counts',
  needs: TOOL_NEEDS,
  late: ['lost'],
};

/** S18 借用, F25. */
export const TOOL_LOANS: Book = {
  register: 'toolLoans',
  ns: 'custody',
  codes: {
    toolKind: 'toolKind',
    borrowerClass: 'borrower',
    identity: 'identity',
    outcome: 'outcome',
  },
  keys: { return: 'R', extend: 'N', reportLoss: 'L', settle: 'P' },
};
export const TOOL_LOAN_COUNTS: NeedCounts = {
  book: TOOL_LOANS,
  op: 'toolLoans.counts',
  needs: TOOL_LOAN_NEEDS,
  late: ['overdue', 'toSettle'],
  quiet: ['dueToday'],
};

/** S20 搬家登记. */
export const MOVE_NOTICES: Book = {
  register: 'moveNotices',
  ns: 'custody',
  codes: { direction: 'direction' },
  keys: { tell: 'T', complete: 'C', linkRelease: 'L', reschedule: 'R', cancel: 'D' },
};
export const MOVE_COUNTS: NeedCounts = {
  book: MOVE_NOTICES,
  op: 'moveNotices.counts',
  needs: MOVE_NEEDS,
  late: ['toTell', 'past'],
  quiet: ['today'],
};
