import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paperColumn } from '../../electron/papers/cells';
import type { PrintColumn } from '../../shared/print/forms';
import { linesOf, runsOf } from '../../shared/print/measure';
import { pageCodeOf } from '../../shared/print/page-code';
import { type BookPlan, columnEm, type Draft, lineMm, paginate } from '../../shared/print/paginate';
import { bodyMm, gridMm, SHEETS, sheetOf } from '../../shared/print/sheet';
import { wordingOf } from '../../shared/print/words';
import {
  FOUND_CLAIM_COLUMNS,
  FOUND_ITEM_COLUMNS,
  FOUND_MONTHLY_COLUMNS,
} from '../../shared/registers/found-items.columns';
import { cell, shown } from './texts';

const LISTS = { F01: FOUND_ITEM_COLUMNS, F03: FOUND_MONTHLY_COLUMNS, F04: FOUND_CLAIM_COLUMNS } as const;
const columnsOf = (form: keyof typeof LISTS): PrintColumn[] =>
  LISTS[form].map((column) => paperColumn(column, { wording: wordingOf('zh-CN') }));

const draftsFor = (columns: number): fc.Arbitrary<Draft[]> =>
  fc
    .array(
      fc.record({
        cells: fc.array(cell, { minLength: columns, maxLength: columns }),
        voided: fc.boolean(),
        late: fc.boolean(),
        redLine: fc.boolean(),
        count: fc.integer({ min: 0, max: 1_000_000 }),
      }),
      { maxLength: 40 },
    )
    .map((drafts) =>
      drafts.map((draft, index) => ({ ...draft, lineNo: index + 1, count: draft.voided ? 0 : draft.count })),
    );
const books = fc
  .constantFrom<keyof typeof LISTS>('F01', 'F03', 'F04')
  .chain((form) => fc.record({ form: fc.constant(form), drafts: draftsFor(LISTS[form].length) }));

const planOf = (form: keyof typeof LISTS, over: Partial<BookPlan> = {}): BookPlan => ({
  columns: columnsOf(form),
  sheet: SHEETS[form],
  sums: true,
  year: { start: 5, limit: null },
  scanCode: (no) => pageCodeOf(form, '2026-11', no),
  blank: false,
  ...over,
});

const rowOf = (text: string, count = 1): Omit<Draft, 'lineNo'> => ({
  cells: columnsOf('F01').map(() => ({ text })),
  voided: false,
  late: false,
  redLine: false,
  count,
});

describe('paginator', () => {
  it('keeps every line once and in order, loses no text, fills no page too high, adds up, repeats itself', () => {
    fc.assert(
      fc.property(books, ({ form, drafts }) => {
        const plan = planOf(form);
        const pages = paginate(plan, drafts);
        const room = bodyMm(plan.sheet);
        const rows = pages.flatMap((page) => page.rows);

        expect(rows.filter((row) => !row.continued).map((row) => row.lineNo)).toEqual(
          drafts.map((draft) => draft.lineNo),
        );
        for (const draft of drafts) {
          const pieces = rows.filter((row) => row.lineNo === draft.lineNo);
          for (const [index, whole] of draft.cells.entries())
            expect(pieces.map((piece) => shown(piece.cells[index]!)).join('')).toBe(shown(whole));
        }
        for (const [index, page] of pages.entries()) {
          const mm = page.rows.reduce((sum, row) => sum + row.heightMm, 0) + page.blankRows * page.blankMm;
          expect(mm).toBeLessThanOrEqual(room + 1e-6);
          expect(page.rows.length + page.blankRows).toBeLessThanOrEqual(plan.sheet.maxRows);
          expect(page.no).toBe(index + 1);
          expect(page.yearNo).toBe(5 + index);
          for (const row of page.rows) expect(row.heightMm).toBeGreaterThanOrEqual(9);
        }
        let brought = 0;
        for (const page of pages) {
          expect(page.sums?.brought).toBe(brought);
          expect(page.sums?.carried).toBe(brought + page.sums!.page);
          brought = page.sums!.carried;
        }
        expect(brought).toBe(drafts.reduce((sum, draft) => sum + draft.count, 0));
        expect(paginate(plan, drafts)).toEqual(pages);
      }),
      { numRuns: 300 },
    );
  });

  it('gives every row the lines its cells need at the chosen type', () => {
    fc.assert(
      fc.property(books, ({ form, drafts }) => {
        const { columns, sheet } = planOf(form);
        for (const row of paginate(planOf(form), drafts).flatMap((page) => page.rows)) {
          for (const [index, column] of columns.entries()) {
            const lines = linesOf(runsOf(row.cells[index]!), columnEm(column, sheet, row.pt));
            const mm = lines * lineMm(column, sheet, row.pt) + sheet.padYMm;
            expect(mm).toBeLessThanOrEqual(row.heightMm + 0.02);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('puts twelve ordinary lines on a page of F01, and strikes what stays empty', () => {
    const drafts = Array.from({ length: 14 }, (_, index) => ({ ...rowOf('前台失物柜'), lineNo: index + 1 }));
    const [first, second] = paginate(planOf('F01'), drafts);
    expect(first?.rows).toHaveLength(12);
    expect(first?.blankRows).toBe(0);
    expect(second?.rows).toHaveLength(2);
    expect(second?.blankRows).toBe(10);
    expect(second?.sums).toEqual({ brought: 12, page: 2, carried: 14 });
  });

  it('has one page for an empty book and for a blank sheet, which bears no number and no sums', () => {
    const [empty, ...none] = paginate(planOf('F01'), []);
    expect(none).toEqual([]);
    expect(empty).toMatchObject({
      rows: [],
      blankRows: 12,
      yearNo: 5,
      sums: { brought: 0, page: 0, carried: 0 },
    });
    const [blank] = paginate(planOf('F01', { blank: true }), []);
    expect(blank).toMatchObject({ blankRows: 12, yearNo: 0, insertNo: 0, sums: null });
  });

  it('makes the type smaller before it lets a line go on to the next page', () => {
    const pt = (length: number): number[] =>
      paginate(planOf('F01'), [
        {
          ...rowOf('1'),
          lineNo: 1,
          cells: columnsOf('F01').map((_, i) => ({ text: i === 5 ? '伞'.repeat(length) : '1' })),
        },
      ])
        .flatMap((page) => page.rows)
        .map((row) => row.pt);
    expect(pt(20)).toEqual([7.5]);
    expect(pt(360)).toHaveLength(1);
    expect(pt(360)[0]).toBeLessThan(7.5);
    expect(pt(2000).length).toBeGreaterThan(1);
  });

  it('puts pages in when the next month is numbered already', () => {
    const drafts = Array.from({ length: 40 }, (_, index) => ({ ...rowOf('1'), lineNo: index + 1 }));
    const pages = paginate(planOf('F01', { year: { start: 12, limit: 13 } }), drafts);
    expect(pages.map((page) => [page.yearNo, page.insertNo])).toEqual([
      [12, 0],
      [12, 1],
      [12, 2],
      [12, 3],
    ]);
  });

  it('stands between the margins: 262 mm of columns, room for rows in both languages', () => {
    for (const form of ['F01', 'F03', 'F04'] as const) {
      expect(LISTS[form].reduce((sum, column) => sum + column.paperMm, 0)).toBe(gridMm(SHEETS[form]));
      expect(bodyMm(sheetOf(form, 'zh-CN'))).toBeGreaterThanOrEqual(12 * SHEETS[form].minRowMm);
      expect(bodyMm(sheetOf(form, 'en'))).toBeGreaterThanOrEqual(12 * SHEETS[form].minRowMm);
    }
  });
});
