import type { TabBook } from '../../book/BookTab';
import { ACCESS_CARD_COUNTS, ACCESS_CARDS } from './books';
import { CardEntry } from './CardEntry';
import { CardsBook } from './CardsBook';

/** The card room's books in the tab 前台登记. */
export const CARD_BOOKS: readonly TabBook[] = [
  {
    book: ACCESS_CARDS,
    permit: 'accessCards.read',
    Page: CardsBook,
    Entry: CardEntry,
    counts: ACCESS_CARD_COUNTS,
  },
];
