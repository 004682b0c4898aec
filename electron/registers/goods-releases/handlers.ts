import type { HandlersFor } from '../handlers';
import { correct, markSeen, voidRelease } from './correct';
import { arrive, check, mismatch, recordGate, release } from './gate';
import { approve, issue } from './issue';
import { counts, entry, list, listRequests, requestEntry, unmask, unmaskRequest } from './look';
import { change, confirmOwner, reissue, request, sendBack, submit, withdraw } from './request';
import { reconcile, returnSlip, undoReturn, week } from './slips-back';
import { last, suggest } from './suggest';

/** S19 物品放行: every operation of the slips. */
export const goodsReleaseHandlers: HandlersFor<'goodsReleases'> = {
  list,
  counts,
  entry,
  check,
  week,
  issue,
  approve,
  arrive,
  release,
  mismatch,
  recordGate,
  returnSlip,
  undoReturn,
  reconcile,
  correct,
  void: voidRelease,
  markSeen,
  unmask,
};

/** S19 物品放行: every operation of the applications. */
export const releaseRequestHandlers: HandlersFor<'releaseRequests'> = {
  list: listRequests,
  entry: requestEntry,
  suggest,
  last,
  request,
  reissue,
  change,
  confirmOwner,
  submit,
  sendBack,
  withdraw,
  unmask: unmaskRequest,
};
