import type { PrintCell, PrintColumn, PrintRow, RegisterPage } from './forms';
import { cutRuns, linesOf, MM_PER_PT, type Run, runsOf } from './measure';
import { bodyMm, type RegisterSheet } from './sheet';

/**
 * Cuts a book into pages before anything is drawn (domain.md §3.0, desk-practice.md §3.1). Pure and deterministic: the
 * same lines give the same pages on screen, in a PDF and on the printer, and a long book can be drawn in slices.
 */

/** A line before it has a page. `count` enters the sums of the counted column; a voided line counts 0. */
export interface Draft {
  lineNo: number;
  cells: PrintCell[];
  voided: boolean;
  late: boolean;
  redLine: boolean;
  count: number;
}

/** Numbers that continue over the year: the first page's number, and the number the next printed month begins with. */
export interface YearSpan {
  start: number;
  /** Pages from here on belong to a month printed before; later ones of this month are put in as 12-1, 12-2. */
  limit: number | null;
}

export interface BookPlan {
  columns: readonly PrintColumn[];
  sheet: RegisterSheet;
  /** True when the counted column is summed. */
  sums: boolean;
  year: YearSpan;
  scanCode: (pageNo: number) => string;
  /** An empty sheet for handwriting: rows are not struck and no page number is printed. */
  blank: boolean;
}

const round = (mm: number): number => Math.floor(mm * 100) / 100;

/** Names in signature cells are reminders in small type; planned a little larger than they are drawn (paper.css: 0.8). */
export const SIGN_CELL_SCALE = 0.85;
const scaleOf = (column: PrintColumn): number => (column.sign ? SIGN_CELL_SCALE : 1);

/** Room for text in a column, in em of its type. A hair less than the drawn width: rounding never decides. */
export const columnEm = (column: PrintColumn, sheet: RegisterSheet, pt: number): number =>
  (column.mm - sheet.padXMm) / (pt * MM_PER_PT * scaleOf(column)) - 0.05;

/** Height of a line of a column's type. */
export const lineMm = (column: PrintColumn, sheet: RegisterSheet, pt: number): number =>
  pt * MM_PER_PT * sheet.lineRatio * scaleOf(column);

/** Height a row needs: its tallest cell, at least the lowest row. */
export function rowMm(
  cells: readonly PrintCell[],
  columns: readonly PrintColumn[],
  sheet: RegisterSheet,
  pt: number,
): number {
  let mm = 0;
  for (const [index, column] of columns.entries()) {
    const cell = cells[index];
    if (cell)
      mm = Math.max(mm, linesOf(runsOf(cell), columnEm(column, sheet, pt)) * lineMm(column, sheet, pt));
  }
  return Math.max(sheet.minRowMm, Math.ceil((mm + sheet.padYMm) * 100) / 100);
}

interface Piece {
  row: PrintRow;
  count: number;
}

/** The rows one line becomes: one as a rule; several only when it is longer than a page at the smallest size. */
function piecesOf(draft: Draft, plan: BookPlan, room: number): Piece[] {
  const { columns, sheet } = plan;
  const base = { lineNo: draft.lineNo, voided: draft.voided, late: draft.late, redLine: draft.redLine };
  for (const pt of sheet.points) {
    const height = rowMm(draft.cells, columns, sheet, pt);
    if (height <= room)
      return [
        { row: { ...base, cells: draft.cells, heightMm: height, pt, continued: false }, count: draft.count },
      ];
  }
  const pt = sheet.points.at(-1) as number;
  let rest: Run[][] = columns.map((_, index) => runsOf(draft.cells[index] ?? { text: '' }));
  const pieces: Piece[] = [];
  while (pieces.length === 0 || rest.some((runs) => runs.length > 0)) {
    const cut = rest.map((runs, index) => {
      const column = columns[index] as PrintColumn;
      const lines = Math.floor((room - sheet.padYMm) / lineMm(column, sheet, pt));
      return cutRuns(runs, columnEm(column, sheet, pt), lines);
    });
    const cells = cut.map(([runs]) => ({ text: runs.map((run) => run.text).join(''), runs }));
    pieces.push({
      row: { ...base, cells, heightMm: rowMm(cells, columns, sheet, pt), pt, continued: pieces.length > 0 },
      count: pieces.length === 0 ? draft.count : 0,
    });
    rest = cut.map(([, runs]) => runs);
  }
  return pieces;
}

/** Takes lines one by one and gives pages: a caller may pause between lines. */
export class Paginator {
  readonly #plan: BookPlan;
  readonly #room: number;
  readonly #pages: RegisterPage[] = [];
  #rows: PrintRow[] = [];
  #used = 0;
  #brought = 0;
  #sum = 0;

  constructor(plan: BookPlan) {
    this.#plan = plan;
    this.#room = bodyMm(plan.sheet);
  }

  add(draft: Draft): void {
    for (const piece of piecesOf(draft, this.#plan, this.#room)) {
      const full =
        this.#rows.length >= this.#plan.sheet.maxRows || this.#used + piece.row.heightMm > this.#room;
      if (full && this.#rows.length > 0) this.#turn(false);
      this.#rows.push(piece.row);
      this.#used += piece.row.heightMm;
      this.#sum += piece.count;
    }
  }

  /** Pages finished so far. */
  get count(): number {
    return this.#pages.length;
  }

  /** The last page, with its empty lines; an empty book has one page. */
  finish(): RegisterPage[] {
    if (this.#rows.length > 0 || this.#pages.length === 0) this.#turn(true);
    return this.#pages;
  }

  #turn(last: boolean): void {
    const { sheet, sums, scanCode, blank } = this.#plan;
    const no = this.#pages.length + 1;
    const spare = this.#room - this.#used;
    // A page that goes on is stretched rather than struck, unless a very tall line left much of it empty.
    const struck = last || spare > this.#room / 3;
    const fitting = Math.floor(spare / sheet.minRowMm + 1e-6);
    const blankRows = struck ? Math.max(0, Math.min(sheet.maxRows - this.#rows.length, fitting)) : 0;
    // What is left is shared out, so that the grid always reaches its foot and hands get the room.
    const share = round((spare - blankRows * sheet.minRowMm) / (this.#rows.length + blankRows));
    for (const row of this.#rows) row.heightMm = round(row.heightMm + share);
    const carried = this.#brought + this.#sum;
    this.#pages.push({
      no,
      ...this.#number(no),
      scanCode: scanCode(no),
      rows: this.#rows,
      blankRows,
      blankMm: round(sheet.minRowMm + share),
      sums: sums && !blank ? { brought: this.#brought, page: this.#sum, carried } : null,
    });
    this.#rows = [];
    this.#used = 0;
    this.#brought = carried;
    this.#sum = 0;
  }

  #number(no: number): { yearNo: number; insertNo: number } {
    const { blank, year } = this.#plan;
    if (blank) return { yearNo: 0, insertNo: 0 };
    const plain = year.start + no - 1;
    if (year.limit === null || plain < year.limit) return { yearNo: plain, insertNo: 0 };
    return { yearNo: year.limit - 1, insertNo: plain - year.limit + 1 };
  }
}

/** All pages of a book at once. */
export function paginate(plan: BookPlan, drafts: Iterable<Draft>): RegisterPage[] {
  const paginator = new Paginator(plan);
  for (const draft of drafts) paginator.add(draft);
  return paginator.finish();
}
