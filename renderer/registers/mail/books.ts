import { MAIL_NEEDS } from '../../../shared/registers/mail-items';
import type { Book, NeedCounts } from '../../book/book';

/** S16 邮件、包裹收发. */
export const MAIL_ITEMS: Book = {
  register: 'mailItems',
  ns: 'mail',
  codes: {
    direction: 'direction',
    kind: 'kind',
    notifiedHow: 'noticeHow',
    takerRelation: 'relation',
    closure: 'closure',
    returnReason: 'returnReason',
  },
  value: (field, text, { t }) =>
    ['perishable', 'valuable', 'cod', 'atGate'].includes(field)
      ? t(`mail:screen.${text === '1' ? 'yes' : 'no'}`)
      : null,
  keys: {
    collect: 'C',
    notify: 'T',
    sort: 'O',
    leaveUnsigned: 'U',
    returnToSender: 'R',
    forward: 'W',
    reportLost: 'L',
    putBack: 'B',
    dispatch: 'D',
    withdraw: 'K',
  },
  grave: ['reportLost'],
  graveStory: ['reportLost', 'leaveUnsigned'],
};

/** The counts on top of the register and on the Today board. */
export const MAIL_COUNTS: NeedCounts = {
  book: MAIL_ITEMS,
  op: 'mailItems.counts',
  needs: MAIL_NEEDS,
  late: ['waitingLong', 'toReturn'],
  quiet: ['waiting'],
};
