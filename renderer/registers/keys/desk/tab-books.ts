import type { TabBook } from '../../../book/BookTab';
import {
  KEY_COPIES,
  KEY_COPY_COUNTS,
  KEY_INCIDENT_COUNTS,
  KEY_INCIDENTS,
  KEY_LOAN_COUNTS,
  KEY_LOANS,
  KEY_UNSEAL_COUNTS,
  KEY_UNSEALS,
} from './books';
import { CopiesBook } from './CopiesBook';
import { CopyEntry } from './CopyEntry';
import { IncidentEntry } from './IncidentEntry';
import { IncidentsBook } from './IncidentsBook';
import { LoanEntry } from './LoanEntry';
import { LoansBook } from './LoansBook';
import { UnsealEntry } from './UnsealEntry';
import { UnsealsBook } from './UnsealsBook';

/** The key desk's books in the tab 钥匙: 借还 first, it is what the day is made of. */
export const KEY_DESK_BOOKS: readonly TabBook[] = [
  { book: KEY_LOANS, permit: 'keyLoans.read', Page: LoansBook, Entry: LoanEntry, counts: KEY_LOAN_COUNTS },
  {
    book: KEY_UNSEALS,
    permit: 'keyLoans.read',
    Page: UnsealsBook,
    Entry: UnsealEntry,
    counts: KEY_UNSEAL_COUNTS,
  },
  { book: KEY_COPIES, permit: 'keyLoans.read', Page: CopiesBook, Entry: CopyEntry, counts: KEY_COPY_COUNTS },
  {
    book: KEY_INCIDENTS,
    permit: 'keyLoans.read',
    Page: IncidentsBook,
    Entry: IncidentEntry,
    counts: KEY_INCIDENT_COUNTS,
  },
];
