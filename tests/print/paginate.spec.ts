import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paperColumn } from '../../electron/registers/prints/cells';
import type { PrintCell, PrintColumn, Slip } from '../../shared/print/forms';
import { cutRuns, emOf, graphemesOf, linesOf, paperText, runsOf, wrapRuns } from '../../shared/print/measure';
import { pageCodeOf, readPageCode } from '../../shared/print/page-code';
import { type BookPlan, columnEm, type Draft, lineMm, paginate } from '../../shared/print/paginate';
import { bodyMm, gridMm, LABEL, SHEETS, SLIP, sheetOf } from '../../shared/print/sheet';
import { fieldCell, fitLabel, fitSlip, labelEm, slipMm } from '../../shared/print/slips';
import { wordingOf } from '../../shared/print/words';
import {
  FOUND_CLAIM_COLUMNS,
  FOUND_ITEM_COLUMNS,
  FOUND_MONTHLY_COLUMNS,
} from '../../shared/registers/found-items.columns';

const LISTS = { F01: FOUND_ITEM_COLUMNS, F03: FOUND_MONTHLY_COLUMNS, F04: FOUND_CLAIM_COLUMNS } as const;
const columnsOf = (form: keyof typeof LISTS): PrintColumn[] =>
  LISTS[form].map((column) => paperColumn(column, { wording: wordingOf('zh-CN') }));

/** Text as people and attackers type it, up to the largest field (300 characters). */
const typed = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.string({
      unit: fc.constantFrom(...'黑色长柄雨伞木柄,A4 2026-11-21（）、。'),
      maxLength: 30,
    }),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  {
    weight: 1,
    arbitrary: fc.string({
      unit: fc.constantFrom('𠮷', '👨‍👩‍👧‍👦', '\ue000', 'W', 'ﷺ', 'x̶̶̶'),
      maxLength: 300,
    }),
  },
);
const cell: fc.Arbitrary<PrintCell> = fc.record(
  {
    text: typed.map(paperText),
    strikes: fc.array(
      fc.record({ old: typed.map(paperText), by: fc.constant('王丽华'), at: fc.constant('11-21 10:37') }),
      {
        maxLength: 3,
      },
    ),
  },
  { requiredKeys: ['text'] },
);
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

const shown = (target: PrintCell): string =>
  runsOf(target)
    .map((run) => run.text)
    .join('');

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

describe('measure', () => {
  it('breaks lines without losing a character and never wider than the column', () => {
    fc.assert(
      fc.property(cell, fc.double({ min: 8, max: 60, noNaN: true }), (target, width) => {
        const lines = wrapRuns(runsOf(target), width);
        expect(
          lines
            .flat()
            .map((run) => run.text)
            .join(''),
        ).toBe(shown(target));
        for (const line of lines) {
          const text = line
            .map((run) => run.text)
            .join('')
            .trimEnd();
          const em = Array.from(text).reduce((sum, char) => sum + emOf(char.codePointAt(0)!), 0);
          // Signatures are smaller than this sum; only one character may be wider than its line.
          if (!line.some((run) => run.kind === 'sign') && graphemesOf(text).length > 1)
            expect(em).toBeLessThanOrEqual(width + 1e-9);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('cuts after whole lines', () => {
    fc.assert(
      fc.property(cell, fc.integer({ min: 1, max: 9 }), (target, n) => {
        const runs = runsOf(target);
        const [head, rest] = cutRuns(runs, 9, n);
        expect([...head, ...rest].map((run) => run.text).join('')).toBe(shown(target));
        expect(linesOf(head, 9)).toBeLessThanOrEqual(n);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps days, times and names in one piece, and no stop at the head of a line', () => {
    const lines = (text: string, em: number): string[] =>
      wrapRuns([{ kind: 'text', text }], em).map((line) => line.map((run) => run.text).join(''));
    expect(lines('张伟 2026-11-21 10:00', 5.9)).toEqual(['张伟 ', '2026-11-21 ', '10:00']);
    expect(lines('甲乙丙。丁', 3)).toEqual(['甲乙', '丙。丁']);
    expect(lines('甲乙（丙丁）', 3)).toEqual(['甲乙', '（丙', '丁）']);
  });

  it('shows struck values in the order they were struck, each new one signed', () => {
    const runs = runsOf({
      text: '7',
      strikes: [
        { old: '5', by: '张伟', at: '11-21 14:56' },
        { old: '', by: '王丽华', at: '11-22 09:00' },
      ],
    });
    expect(runs.map((run) => `${run.kind}:${run.text}`)).toEqual([
      'old:5',
      'text: ',
      'old:/',
      'sign: 张伟 11-21 14:56',
      'text: 7',
      'sign: 王丽华 11-22 09:00',
    ]);
  });

  it('names what cannot be drawn and takes endless clusters apart', () => {
    expect(paperText(' 甲\n\t乙 ')).toBe('甲 乙');
    expect(paperText('\ue000')).toBe('〔U+E000〕');
    const family = '👨‍👩‍👧‍👦';
    expect(paperText(family)).toBe(family);
    const endless = Array.from({ length: 40 }, () => '👨').join('\u200d');
    expect(graphemesOf(paperText(endless)).every((grapheme) => Array.from(grapheme).length <= 10)).toBe(true);
    expect(paperText('\ufdfd')).toBe('〔U+FDFD〕');
  });
});

describe('slip and label', () => {
  const slipWith = (texts: readonly string[]): Slip => ({
    serialNo: 'SW202611-0001',
    scanCode: '012611000014',
    voided: false,
    parts: ['一', '二'],
    fields: texts.slice(0, 10).map((value, index) => ({ label: `栏${index}`, value })),
    items: [texts.slice(10, 13).map((text) => ({ text }))],
    itemHeads: ['名称', '特征', '数量'],
    blocks: [
      {
        heading: '移交部分',
        fields: texts.slice(13, 18).map((value, index) => ({ label: `移${index}`, value })),
      },
    ],
    signatures: [],
    remarks: texts.slice(18),
    copy: 1,
    pt: 0,
    more: [],
  });

  it('stands on its sheet, and nothing that does not is lost', () => {
    fc.assert(
      fc.property(fc.array(typed.map(paperText), { minLength: 20, maxLength: 20 }), (texts) => {
        const slip = fitSlip(slipWith(texts), '备注');
        expect(slipMm(slip, slip.pt)).toBeLessThanOrEqual(SLIP.bodyMm);
        const tails = (label: string): string =>
          slip.more
            .flat()
            .filter((tail) => tail.label === label)
            .map((tail) => tail.cell.text)
            .join('');
        for (const [index, field] of slip.fields.entries())
          expect(
            runsOf(fieldCell(field))
              .map((run) => run.text)
              .join('') + tails(`栏${index}`),
          ).toBe(texts[index]);
        expect(shown(slip.items[0]![1]!) + tails('特征')).toBe(texts[11]);
        expect(slip.remarks[0]!.length + slip.remarks[1]!.length + tails('备注').length).toBe(
          texts[18]!.length + texts[19]!.length,
        );
      }),
      { numRuns: 200 },
    );
  });

  it('keeps a label within its lines', () => {
    fc.assert(
      fc.property(fc.array(typed.map(paperText), { minLength: 1, maxLength: 4 }), (lines) => {
        const label = fitLabel(lines);
        const count = label.lines.reduce(
          (sum, text) => sum + linesOf([{ kind: 'text', text }], labelEm(label.pt)),
          0,
        );
        expect(((count * label.pt * 25.4) / 72) * LABEL.lineRatio).toBeLessThanOrEqual(LABEL.linesMm + 1e-9);
      }),
      { numRuns: 300 },
    );
  });
});

describe('page code', () => {
  it('reads back what it writes and nothing else', () => {
    expect(readPageCode(pageCodeOf('F01', '2026-11', 7))).toEqual({ form: 'F01', month: '2026-11', no: 7 });
    expect(readPageCode(pageCodeOf('F04', null, 1))).toEqual({ form: 'F04', month: null, no: 1 });
    expect(pageCodeOf('F01', '2026-11', 7)).toMatch(/^91261100007\d$/);
    expect(readPageCode('012611000014')).toBeNull();
    expect(readPageCode('912611000071')).toBeNull();
  });
});
