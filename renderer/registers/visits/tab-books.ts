import type { TabBook } from '../../book/BookTab';
import { DISCLOSURE_COUNTS, DISCLOSURES, PASS_COUNTS, VISIT_COUNTS, VISITOR_PASSES, VISITS } from './books';
import { DisclosureEntry } from './DisclosureEntry';
import { DisclosuresBook } from './DisclosuresBook';
import { PassEntry } from './PassEntry';
import { PassesBook } from './PassesBook';
import { VisitEntry } from './VisitEntry';
import { VisitsBook } from './VisitsBook';

/** The visitor room's books in the tab 前台登记: visitors first. */
export const VISIT_BOOKS: readonly TabBook[] = [
  { book: VISITS, permit: 'visits.read', Page: VisitsBook, Entry: VisitEntry, counts: VISIT_COUNTS },
  { book: VISITOR_PASSES, permit: 'visits.read', Page: PassesBook, Entry: PassEntry, counts: PASS_COUNTS },
  {
    book: DISCLOSURES,
    permit: 'disclosures.read',
    Page: DisclosuresBook,
    Entry: DisclosureEntry,
    counts: DISCLOSURE_COUNTS,
  },
];
