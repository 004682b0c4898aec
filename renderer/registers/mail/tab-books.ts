import type { TabBook } from '../../book/BookTab';
import { MAIL_COUNTS, MAIL_ITEMS } from './books';
import { MailBook } from './MailBook';
import { MailEntry } from './MailEntry';

/** The mail room's book in the tab 前台登记. */
export const MAIL_BOOKS: readonly TabBook[] = [
  { book: MAIL_ITEMS, permit: 'mailItems.read', Page: MailBook, Entry: MailEntry, counts: MAIL_COUNTS },
];
