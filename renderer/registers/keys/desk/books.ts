import { KEY_COPY_NEEDS } from '../../../../shared/registers/key-copies';
import { KEY_INCIDENT_NEEDS } from '../../../../shared/registers/key-incidents';
import { KEY_LOAN_NEEDS } from '../../../../shared/registers/key-loans';
import { KEY_UNSEAL_NEEDS } from '../../../../shared/registers/key-unseals';
import type { Book, NeedCounts } from '../../../book/book';

/** What the screens know of the key desk's books: S05–S08. */

/** Values only this room knows: lists of codes and of numbers. */
const value: Book['value'] = (field, text, { t }) => {
  const list = (): string[] => JSON.parse(text) as string[];
  if (field === 'measures')
    return list()
      .map((code) => t(`key-desk:measure.${code}`))
      .join(t('key-desk:mark.listComma'));
  if (field === 'newKeyNos') return list().join(t('key-desk:mark.listComma'));
  if (field === 'oldBagIntact') return t(`key-desk:screen.${text === '1' ? 'intact' : 'broken'}`);
  return null;
};

/** S05 钥匙领用与归还, S07 催还. */
export const KEY_LOANS: Book = {
  register: 'keyLoans',
  ns: 'key-desk',
  codes: { borrowerClass: 'borrowerClass' },
  value,
  keys: { returnKey: 'R', chase: 'C', extend: 'T', report: 'L' },
  grave: ['report'],
};
/** S06 库房钥匙非办公时间启用与再封存. */
export const KEY_UNSEALS: Book = {
  register: 'keyUnseals',
  ns: 'key-desk',
  value,
  keys: { reseal: 'R', addGoods: 'G' },
};
/** S08 钥匙配制. */
export const KEY_COPIES: Book = {
  register: 'keyCopies',
  ns: 'key-desk',
  codes: { bearer: 'bearer' },
  value,
  keys: { approve: 'P', refuse: 'R', make: 'K', collect: 'C' },
  grave: ['refuse'],
  graveStory: ['refuse'],
};
/** S08 钥匙丢失、损坏. */
export const KEY_INCIDENTS: Book = {
  register: 'keyIncidents',
  ns: 'key-desk',
  codes: { bearer: 'bearer' },
  value,
  keys: { inform: 'I', measure: 'T', found: 'Q' },
};

/** The counts on top of the books and on the Today board. */
export const KEY_LOAN_COUNTS: NeedCounts = {
  book: KEY_LOANS,
  op: 'keyLoans.counts',
  needs: KEY_LOAN_NEEDS,
  late: ['overdue'],
  quiet: ['out', 'dueToday'],
};
export const KEY_UNSEAL_COUNTS: NeedCounts = {
  book: KEY_UNSEALS,
  op: 'keyUnseals.counts',
  needs: KEY_UNSEAL_NEEDS,
  late: ['unsealed'],
};
export const KEY_COPY_COUNTS: NeedCounts = {
  book: KEY_COPIES,
  op: 'keyCopies.counts',
  needs: KEY_COPY_NEEDS,
  quiet: ['make'],
};
export const KEY_INCIDENT_COUNTS: NeedCounts = {
  book: KEY_INCIDENTS,
  op: 'keyIncidents.counts',
  needs: KEY_INCIDENT_NEEDS,
  late: ['superior'],
};
