import { CONTACT_NEEDS } from '../../../shared/registers/contact-logs';
import type { Book, NeedCounts } from '../../book/book';

/** S11 来电、来信、来访接待记录. */
export const CONTACT_LOGS: Book = {
  register: 'contactLogs',
  ns: 'contacts',
  codes: { channel: 'channel', kind: 'kind', rating: 'rating' },
  value: (field, text, { t }) =>
    ['serious', 'replied', 'atGate'].includes(field)
      ? t(`contacts:replied.${text === '1' ? 'yes' : 'no'}`)
      : null,
  keys: {
    takeOver: 'T',
    close: 'D',
    pass: 'P',
    promise: 'W',
    rate: 'R',
    reopen: 'O',
    report: 'U',
  },
};

/** The counts on top of the register and on the Today board. */
export const CONTACT_COUNTS: NeedCounts = {
  book: CONTACT_LOGS,
  op: 'contactLogs.counts',
  needs: CONTACT_NEEDS,
  late: ['toTakeOver', 'overdue'],
  quiet: ['waiting'],
};
