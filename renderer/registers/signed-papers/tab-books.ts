import type { TabBook } from '../../book/BookTab';
import { SIGNED_PAPER_COUNTS, SIGNED_PAPERS } from './books';
import { PaperEntry } from './PaperEntry';
import { PapersBook } from './PapersBook';

/** The signed papers in the tab 交接班与值班: the desk files them, and they are handed over. */
export const SIGNED_PAPER_BOOKS: readonly TabBook[] = [
  {
    book: SIGNED_PAPERS,
    permit: 'signedPapers.read',
    Page: PapersBook,
    Entry: PaperEntry,
    counts: SIGNED_PAPER_COUNTS,
  },
];
