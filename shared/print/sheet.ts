import type { BookForm } from './page-code';

/**
 * Paper in millimetres (domain.md §3.0, §6.2). The one place of every measure that both the paginator and paper.css
 * must agree on; the style sheet gets them as custom properties, so they cannot drift apart.
 */

/** A register page: where its grid stands and how much it may hold. */
export interface RegisterSheet {
  widthMm: number;
  heightMm: number;
  margin: { top: number; right: number; bottom: number; left: number };
  /** Company, title, form code, project and month. */
  headMm: number;
  /** Column headings. */
  columnsMm: number;
  /** Lines of sums, 承前页 above the rows and 本页合计/过次页 below; 0 where nothing is counted. */
  sumsMm: { above: number; below: number };
  /** Note and signature cells. */
  footMm: number;
  /** Lowest row (people sign: domain.md §6.2 says 9 mm). */
  minRowMm: number;
  maxRows: number;
  /** Font size of the column headings: as large as the narrowest column allows. */
  headPt: { 'zh-CN': number; en: number };
  /** Font sizes in points: the first is the usual one, the others are tried before a row is cut. */
  points: readonly number[];
  lineRatio: number;
  /** Left and right padding and rule of a cell, together; above and below, together. */
  padXMm: number;
  padYMm: number;
}

/** A4 landscape, 15 mm margins, 20 mm on the binding edge. 7.5 pt is 六号, the size of dense tables. */
const BOOK = {
  widthMm: 297,
  heightMm: 210,
  margin: { top: 15, right: 15, bottom: 15, left: 20 },
  headMm: 20,
  columnsMm: 10,
  sumsMm: { above: 4.4, below: 5 },
  footMm: 14,
  minRowMm: 9.2,
  maxRows: 12,
  headPt: { 'zh-CN': 7.5, en: 6 },
  points: [7.5, 7, 6.5, 6],
  lineRatio: 1.24,
  padXMm: 1.4,
  padYMm: 0.6,
} as const;

/** Nothing is counted on this book's pages: no lines of sums. */
const UNCOUNTED = { above: 0, below: 0 } as const;

export const SHEETS: Record<BookForm, RegisterSheet> = {
  F01: BOOK,
  // Wide columns and few of them: 小五, and a line of totals at the foot.
  F03: { ...BOOK, headPt: { 'zh-CN': 8.5, en: 7.5 }, points: [9, 8, 7, 6], footMm: 17 },
  F04: { ...BOOK, sumsMm: UNCOUNTED },
  F05: BOOK,
  F27: BOOK,
  F24: { ...BOOK, sumsMm: UNCOUNTED },
  F25: { ...BOOK, sumsMm: UNCOUNTED },
  moveList: { ...BOOK, sumsMm: UNCOUNTED },
  F34: { ...BOOK, sumsMm: UNCOUNTED },
  F36: { ...BOOK, sumsMm: UNCOUNTED },
  F28: { ...BOOK, sumsMm: UNCOUNTED, footMm: 17 },
  // A week on a page: three parts of seven days.
  F30: { ...BOOK, sumsMm: UNCOUNTED, maxRows: 21, minRowMm: 6.2 },
  F40: { ...BOOK, sumsMm: UNCOUNTED },
  // Totals of counted and money columns at the foot.
  customBook: { ...BOOK, sumsMm: UNCOUNTED, footMm: 17 },
  F22: { ...BOOK, sumsMm: UNCOUNTED },
  coverList: { ...BOOK, sumsMm: UNCOUNTED },
  F18: { ...BOOK, sumsMm: UNCOUNTED },
  // 14 rows (domain.md §3.2) and the day's figures at the foot.
  F09: { ...BOOK, sumsMm: UNCOUNTED, maxRows: 14, footMm: 17, minRowMm: 9 },
  F12: { ...BOOK, sumsMm: UNCOUNTED },
  F48: { ...BOOK, sumsMm: UNCOUNTED },
  F16: { ...BOOK, sumsMm: UNCOUNTED, maxRows: 14, minRowMm: 9 },
  disclosureList: { ...BOOK, sumsMm: UNCOUNTED },
  evacuation: { ...BOOK, footMm: 18, minRowMm: 9, maxRows: 13, points: [9, 8, 7, 6] },
  // A4 portrait, read standing at a board.
  notice: {
    widthMm: 210,
    heightMm: 297,
    margin: { top: 20, right: 20, bottom: 20, left: 20 },
    headMm: 44,
    columnsMm: 10,
    sumsMm: UNCOUNTED,
    footMm: 44,
    minRowMm: 10,
    maxRows: 16,
    headPt: { 'zh-CN': 10.5, en: 10.5 },
    points: [10.5, 9, 8, 7, 6],
    lineRatio: 1.35,
    padXMm: 2.4,
    padYMm: 1.4,
  },
};

/** The sheet of a form. English headings take more lines than Chinese ones. */
export function sheetOf(form: BookForm, lang: 'zh-CN' | 'en'): RegisterSheet {
  const sheet = SHEETS[form];
  return lang === 'en' ? { ...sheet, columnsMm: sheet.columnsMm + 2.5 } : sheet;
}

/** Height left for rows. */
export const bodyMm = (sheet: RegisterSheet): number =>
  sheet.heightMm -
  sheet.margin.top -
  sheet.margin.bottom -
  sheet.headMm -
  sheet.columnsMm -
  sheet.sumsMm.above -
  sheet.sumsMm.below -
  sheet.footMm;

/** Width between the margins. */
export const gridMm = (sheet: RegisterSheet): number =>
  sheet.widthMm - sheet.margin.left - sheet.margin.right;
