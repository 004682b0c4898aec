import type { HandlersFor } from '../handlers';
import * as itemActs from './item-acts';
import * as items from './item-look';
import * as loanActs from './loan-acts';
import * as loans from './loan-look';
import * as moves from './move-acts';
import * as tools from './tool-acts';

/** S17 托管物品. */
export const custodyItemHandlers: HandlersFor<'custodyItems'> = {
  list: items.list,
  counts: items.counts,
  entry: items.entry,
  register: itemActs.register,
  collect: itemActs.collect,
  extend: itemActs.extend,
  notice: itemActs.notice,
  decide: itemActs.decide,
  correct: items.correct,
  void: items.voidItem,
  markSeen: items.markSeen,
  unmask: items.unmask,
};

/** S18 便民工具与对讲机: the inventory. */
export const toolHandlers: HandlersFor<'tools'> = {
  list: tools.list,
  counts: tools.counts,
  entry: tools.entry,
  register: tools.register,
  repair: tools.repair,
  bringBack: tools.bringBack,
  reportMissing: tools.reportMissing,
  retire: tools.retire,
  correct: tools.correct,
  void: tools.voidTool,
  markSeen: tools.markSeen,
};

/** S18: the loans. */
export const toolLoanHandlers: HandlersFor<'toolLoans'> = {
  list: loans.list,
  counts: loans.counts,
  entry: loans.entry,
  issue: loanActs.issue,
  return: loanActs.returnLoan,
  returnTool: loanActs.returnTool,
  undoReturn: loanActs.undoReturn,
  extend: loanActs.extend,
  reportLoss: loanActs.reportLoss,
  settle: loanActs.settle,
  correct: loans.correct,
  void: loans.voidLoan,
  markSeen: loans.markSeen,
  unmask: loans.unmask,
};

/** S20 搬家登记. */
export const moveNoticeHandlers: HandlersFor<'moveNotices'> = {
  list: moves.list,
  counts: moves.counts,
  entry: moves.entry,
  register: moves.register,
  tell: moves.tell,
  reschedule: moves.reschedule,
  linkRelease: moves.linkRelease,
  complete: moves.complete,
  cancel: moves.cancel,
  correct: moves.correct,
  void: moves.voidMove,
  markSeen: moves.markSeen,
  unmask: moves.unmask,
};
