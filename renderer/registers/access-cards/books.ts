import { ACCESS_CARD_NEEDS } from '../../../shared/registers/access-cards';
import type { Book, NeedCounts } from '../../book/book';

/** S32 业主卡、出入证. */
export const ACCESS_CARDS: Book = {
  register: 'accessCards',
  ns: 'access-cards',
  codes: {
    kind: 'kind',
    relation: 'relation',
    returnCondition: 'condition',
    depositOutcome: 'depositOutcome',
  },
  keys: { return: 'R', renew: 'N', reportLoss: 'L', block: 'B', recover: 'G', replace: 'P' },
};

/** The counts on top of the register and on the Today board. */
export const ACCESS_CARD_COUNTS: NeedCounts = {
  book: ACCESS_CARDS,
  op: 'accessCards.counts',
  needs: ACCESS_CARD_NEEDS,
  late: ['notReturned', 'toBlock'],
  quiet: ['expiring'],
};
