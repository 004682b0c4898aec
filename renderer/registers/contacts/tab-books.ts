import type { TabBook } from '../../book/BookTab';
import { CONTACT_COUNTS, CONTACT_LOGS } from './books';
import { ContactEntry } from './ContactEntry';
import { ContactsBook } from './ContactsBook';

/** The contact log in the tab 前台登记. */
export const CONTACT_BOOKS: readonly TabBook[] = [
  {
    book: CONTACT_LOGS,
    permit: 'contactLogs.read',
    Page: ContactsBook,
    Entry: ContactEntry,
    counts: CONTACT_COUNTS,
  },
];
