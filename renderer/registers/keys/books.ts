import { CHECK_NEEDS } from '../../../shared/registers/key-checks';
import { MANDATE_NEEDS } from '../../../shared/registers/key-mandates';
import { keyListText } from '../../../shared/registers/key-mandates.columns';
import { TRANSFER_NEEDS } from '../../../shared/registers/key-transfers';
import { KEY_NEEDS } from '../../../shared/registers/keys';
import type { Book, NeedCounts } from '../../book/book';

/** What the screens know of the books of the key inventory: S03, S04, S09, F07. */

/** Values only this room knows: the names of a set one after the other. */
const keyValue: Book['value'] = (field, text) =>
  field === 'parts' ? (JSON.parse(text) as string[]).join('、') : null;

/** S03 钥匙台账. */
export const KEYS: Book = {
  register: 'keys',
  ns: 'keys',
  codes: { category: 'category', risk: 'risk', kind: 'kind', bagIntact: 'intact' },
  value: keyValue,
  keys: { seal: 'G', unseal: 'U', move: 'H', changeKeeper: 'K', retire: 'R', issue: 'L', returnKey: 'B' },
  grave: ['retire'],
};

const mandateValue: Book['value'] = (field, text) => {
  if (field === 'keyList') return keyListText(text);
  return field === 'keyNos' ? text.split(',').join('、') : null;
};
/** S04 业主委托钥匙. */
export const KEY_MANDATES: Book = {
  register: 'keyMandates',
  ns: 'keys',
  codes: {
    signedHow: 'signedHow',
    renewedHow: 'signedHow',
    withdrawnHow: 'signedHow',
    withdrawnBy: 'withdrawnBy',
    verifiedHow: 'verifiedHow',
  },
  value: mandateValue,
  keys: { renew: 'R', withdraw: 'W' },
  grave: ['withdraw'],
};

/** S09 钥匙周检. */
export const KEY_CHECKS: Book = { register: 'keyChecks', ns: 'keys' };

/** F07 钥匙移交清单. */
export const KEY_TRANSFERS: Book = {
  register: 'keyTransfers',
  ns: 'keys',
  codes: { fromSignedHow: 'signedHow', toSignedHow: 'signedHow', condition: 'condition' },
  keys: { complete: 'T' },
};

/** Counts on top of the inventory and on Today. */
export const KEY_COUNTS: NeedCounts = {
  book: KEYS,
  op: 'keys.counts',
  needs: KEY_NEEDS,
  late: ['withoutMandate', 'lost'],
};
export const MANDATE_COUNTS: NeedCounts = {
  book: KEY_MANDATES,
  op: 'keyMandates.counts',
  needs: MANDATE_NEEDS,
  late: ['expired'],
};
export const CHECK_COUNTS: NeedCounts = {
  book: KEY_CHECKS,
  op: 'keyChecks.counts',
  needs: CHECK_NEEDS,
  late: ['due'],
};
export const TRANSFER_COUNTS: NeedCounts = {
  book: KEY_TRANSFERS,
  op: 'keyTransfers.counts',
  needs: TRANSFER_NEEDS,
};
