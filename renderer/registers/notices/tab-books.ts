import type { TabBook } from '../../book/BookTab';
import { NOTICE_COUNTS, NOTICES } from './books';
import { NoticeEntry } from './NoticeEntry';
import { NoticesBook } from './NoticesBook';

/** The notice room's books; they stand with the clerk's and with the announcer's work. */
export const NOTICE_BOOKS: readonly TabBook[] = [
  {
    book: NOTICES,
    permit: 'notices.read',
    Page: NoticesBook,
    Entry: NoticeEntry,
    counts: NOTICE_COUNTS,
  },
];
