import { DISCLOSURE_NEEDS } from '../../../shared/registers/disclosures';
import { PASS_NEEDS } from '../../../shared/registers/visitor-passes';
import { VISIT_NEEDS } from '../../../shared/registers/visits.forms';
import type { Book, NeedCounts } from '../../book/book';

/** S10 来访登记. */
export const VISITS: Book = {
  register: 'visits',
  ns: 'visits',
  codes: {
    type: 'type',
    department: 'department',
    consentHow: 'consentHow',
    documentKind: 'documentKind',
  },
  value: (field, text, { t }) =>
    field === 'appointment' || field === 'passChecked'
      ? t(`visits:screen.${text === '1' ? 'yes' : 'no'}`)
      : null,
  keys: {
    admit: 'G',
    leave: 'L',
    stepOut: 'O',
    comeBack: 'B',
    recordConsent: 'C',
    turnAway: 'R',
    noShow: 'N',
    supplement: 'P',
  },
  grave: ['turnAway'],
  graveStory: ['refuse', 'turnAway'],
};

/** 访客证: the stock of visitor passes. */
export const VISITOR_PASSES: Book = {
  register: 'visitorPasses',
  ns: 'visits',
  keys: { takeIn: 'B', lose: 'L', retire: 'R' },
  grave: ['retire'],
};

/** S12 业主信息查询登记. */
export const DISCLOSURES: Book = {
  register: 'disclosures',
  ns: 'visits',
  codes: { identityHow: 'identityHow' },
  keys: { refuse: 'R', approve: 'P', give: 'G' },
  graveStory: ['refuse'],
};

export const VISIT_COUNTS: NeedCounts = {
  book: VISITS,
  op: 'visits.counts',
  needs: VISIT_NEEDS,
  late: ['overstay', 'consent'],
  quiet: ['in', 'expected', 'retention'],
};
export const PASS_COUNTS: NeedCounts = {
  book: VISITOR_PASSES,
  op: 'visitorPasses.counts',
  needs: PASS_NEEDS,
  late: ['notBack'],
  quiet: ['out'],
};
export const DISCLOSURE_COUNTS: NeedCounts = {
  book: DISCLOSURES,
  op: 'disclosures.counts',
  needs: DISCLOSURE_NEEDS,
  late: ['withoutApprover'],
};
