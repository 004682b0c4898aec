import type { TabBook } from '../../book/BookTab';
import { BroadcastEntry } from './BroadcastEntry';
import { BroadcastsBook } from './BroadcastsBook';
import { BROADCAST_COUNTS, BROADCASTS } from './books';

/** The announcer's book. */
export const BROADCAST_BOOKS: readonly TabBook[] = [
  {
    book: BROADCASTS,
    permit: 'broadcasts.read',
    Page: BroadcastsBook,
    Entry: BroadcastEntry,
    counts: BROADCAST_COUNTS,
  },
];
