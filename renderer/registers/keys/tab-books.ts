import type { TabBook } from '../../book/BookTab';
import {
  CHECK_COUNTS,
  KEY_CHECKS,
  KEY_COUNTS,
  KEY_MANDATES,
  KEY_TRANSFERS,
  KEYS,
  MANDATE_COUNTS,
  TRANSFER_COUNTS,
} from './books';
import { CheckEntry } from './CheckEntry';
import { ChecksBook } from './ChecksBook';
import { InventoryBook } from './InventoryBook';
import { KeyEntry } from './KeyEntry';
import { MandateEntry } from './MandateEntry';
import { MandatesBook } from './MandatesBook';
import { TransferEntry } from './TransferEntry';
import { TransfersBook } from './TransfersBook';

/** The books of the inventory in the tab 钥匙: 台账, 委托书, 周检, 移交. The key desk's own stand before and after them. */
export const KEY_BOOKS: readonly TabBook[] = [
  { book: KEYS, permit: 'keys.read', Page: InventoryBook, Entry: KeyEntry, counts: KEY_COUNTS },
  {
    book: KEY_MANDATES,
    permit: 'keys.read',
    Page: MandatesBook,
    Entry: MandateEntry,
    counts: MANDATE_COUNTS,
  },
  { book: KEY_CHECKS, permit: 'keys.read', Page: ChecksBook, Entry: CheckEntry, counts: CHECK_COUNTS },
  {
    book: KEY_TRANSFERS,
    permit: 'keys.read',
    Page: TransfersBook,
    Entry: TransferEntry,
    counts: TRANSFER_COUNTS,
  },
];
