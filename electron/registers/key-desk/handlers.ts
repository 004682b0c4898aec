import type { HandlersFor } from '../handlers';
import { chase, extend, monthRate, overdueList } from './chase';
import * as copies from './copies';
import { correct, voidLoan } from './correct';
import * as incidentLook from './incident-look';
import * as incidents from './incidents';
import { issue } from './issue';
import { counts, entry, list, markSeen, unmask } from './look';
import { findKey, people, prepare } from './prepare';
import { returnKey, undoReturn } from './returns';
import { suggestBorrower } from './suggest';
import * as unseals from './unseals';

/** S05 钥匙领用与归还, S07 催还: every operation of the key log. */
export const keyLoanHandlers: HandlersFor<'keyLoans'> = {
  list,
  counts,
  entry,
  prepare,
  suggestBorrower,
  findKey,
  people,
  issue,
  returnKey,
  undoReturn,
  extend,
  chase,
  overdueList,
  monthRate,
  correct,
  void: voidLoan,
  markSeen,
  unmask,
};

/** S06 库房钥匙非办公时间启用与再封存. */
export const keyUnsealHandlers: HandlersFor<'keyUnseals'> = {
  list: unseals.list,
  counts: unseals.counts,
  entry: unseals.entry,
  open: unseals.open,
  addGoods: unseals.addGoods,
  reseal: unseals.reseal,
  correct: unseals.correct,
  void: unseals.voidUnseal,
  markSeen: unseals.markSeen,
};

/** S08 钥匙配制. */
export const keyCopyHandlers: HandlersFor<'keyCopies'> = {
  list: copies.list,
  counts: copies.counts,
  entry: copies.entry,
  apply: copies.apply,
  approve: copies.approve,
  refuse: copies.refuse,
  make: copies.make,
  collect: copies.collect,
  correct: copies.correct,
  void: copies.voidCopy,
  markSeen: copies.markSeen,
};

/** S08 钥匙丢失、损坏. */
export const keyIncidentHandlers: HandlersFor<'keyIncidents'> = {
  list: incidentLook.list,
  counts: incidentLook.counts,
  entry: incidentLook.entry,
  report: incidents.report,
  inform: incidents.inform,
  measure: incidents.measure,
  close: incidents.close,
  found: incidents.found,
  correct: incidentLook.correct,
  void: incidentLook.voidIncident,
  markSeen: incidentLook.markSeen,
  unmask: incidentLook.unmask,
};
