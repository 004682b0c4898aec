import { GOODS_RELEASE_NEEDS } from '../../../shared/registers/goods-releases';
import type { Book, NeedCounts } from '../../book/book';

/** The books of the release desk, for the tab, the omni-box and the Today board. No React here. */

const CODES = {
  relation: 'relation',
  consentKind: 'consent',
  route: 'route',
  arrears: 'arrears',
  handlerDocumentKind: 'documentKind',
  approvedAs: 'approvedAs',
  gateHow: 'gateHow',
  bulky: 'yesNo',
} as const;

/** S19 放行条. */
export const GOODS_RELEASES: Book = {
  register: 'goodsReleases',
  ns: 'goods-releases',
  codes: CODES,
  keys: {
    arrive: 'G',
    release: 'G',
    mismatch: 'D',
    returnSlip: 'B',
    recordGate: 'L',
    reissue: 'R',
    undoReturn: 'U',
  },
  graveStory: ['mismatch'],
};

/** Applications: they bear no number. */
export const RELEASE_REQUESTS: Book = {
  register: 'releaseRequests',
  ns: 'goods-releases',
  codes: CODES,
  keys: {
    approve: 'Q',
    issue: 'I',
    sendBack: 'B',
    confirmOwner: 'O',
    submit: 'S',
    change: 'C',
    withdraw: 'W',
  },
  grave: ['withdraw', 'sendBack'],
  graveStory: ['sendBack'],
};

/** 门岗核对: a screen, not a list. */
export const RELEASE_GATE: Book = { register: 'releaseGate', ns: 'goods-releases' };
/** 回收与对账: a screen, not a list. */
export const RELEASE_BACK: Book = { register: 'releaseBack', ns: 'goods-releases' };

/** The counts on the Today board. */
export const GOODS_RELEASE_COUNTS: NeedCounts = {
  book: GOODS_RELEASES,
  op: 'goodsReleases.counts',
  needs: GOODS_RELEASE_NEEDS,
  late: ['expired', 'mismatch', 'slips'],
  quiet: ['out', 'atGate'],
};
/** The same on top of the slips; applications to approve have a book of their own. */
export const SLIP_COUNTS: NeedCounts = {
  ...GOODS_RELEASE_COUNTS,
  needs: GOODS_RELEASE_NEEDS.filter((need) => need !== 'approve'),
};
