import type { HandlersFor } from '../handlers';
import { admit, arrive, arriveGroup, expect, recordConsent } from './arrive';
import { correct, markSeen, voidVisit } from './correct';
import {
  closeDay,
  comeBack,
  leave,
  leaveMany,
  noShow,
  refuse,
  stepOut,
  supplement,
  takeBackLeave,
  turnAway,
} from './leave';
import { atUnit, counts, entry, headCount, list, unmask } from './look';
import { erase, retentionPreview, setPeriods } from './retention';
import { suggest } from './suggest';
import { suggestVisitor } from './suggest-visitor';

/** S10 来访登记: every operation of the visitor book. */
export const visitHandlers: HandlersFor<'visits'> = {
  list,
  counts,
  headCount,
  entry,
  suggestVisitor,
  suggest,
  atUnit,
  expect,
  arrive,
  arriveGroup,
  admit,
  refuse,
  turnAway,
  noShow,
  recordConsent,
  stepOut,
  comeBack,
  leave,
  leaveMany,
  takeBackLeave,
  closeDay,
  supplement,
  correct,
  void: voidVisit,
  markSeen,
  unmask,
  retentionPreview,
  setPeriods,
  erase,
};
