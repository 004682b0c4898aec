import type { TabBook } from '../../book/BookTab';
import { DIARY_COUNTS, STEWARD_DIARIES } from './books';
import { DiariesBook } from './DiariesBook';
import { DiaryEntry } from './DiaryEntry';

/** The stewards' diaries in the tab 交接班与值班. */
export const DIARY_BOOKS: readonly TabBook[] = [
  {
    book: STEWARD_DIARIES,
    permit: 'stewardDiaries.read',
    Page: DiariesBook,
    Entry: DiaryEntry,
    counts: DIARY_COUNTS,
  },
];
