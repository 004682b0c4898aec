import { BROADCAST_NEEDS } from '../../../shared/registers/broadcasts';
import type { Book, NeedCounts } from '../../book/book';

/** S28 播音. */
export const BROADCASTS: Book = {
  register: 'broadcasts',
  ns: 'broadcasts',
  codes: { kind: 'kind', purpose: 'purpose' },
  keys: { approve: 'A', refuse: 'B', play: 'P', close: 'C' },
};

/** The counts on top of the register and on the Today board. */
export const BROADCAST_COUNTS: NeedCounts = {
  book: BROADCASTS,
  op: 'broadcasts.counts',
  needs: BROADCAST_NEEDS,
  late: ['toClose'],
  quiet: [],
};
