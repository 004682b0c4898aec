import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fields, heading, remark, signatures, table } from '../../electron/papers/slip-sections';
import { fitSlip } from '../../shared/print/fit-slip';
import type { SlipSection } from '../../shared/print/forms';
import { fitLabel, labelEm, labelLinesMm } from '../../shared/print/labels';
import { cutRuns, emOf, graphemesOf, linesOf, paperText, runsOf, wrapRuns } from '../../shared/print/measure';
import { pageCodeOf, readPageCode } from '../../shared/print/page-code';
import { LABEL_SIZES, LABELS, SLIP_SIZES, SLIPS } from '../../shared/print/sizes';
import { fieldCell, slipMm } from '../../shared/print/slips';
import { cell, shown, typed } from './texts';

/** Lines, slips and labels: whatever is typed stands on the sheet, and nothing of it is lost. */

describe('measure', () => {
  it('keeps a box with its word and a plate in one piece', () => {
    const linesAt = (text: string, em: number) =>
      wrapRuns([{ kind: 'text', text }], em).map((line) => line.map((run) => run.text).join(''));
    expect(linesAt('☑ Owner  □ Tenant', 8)).toEqual(['☑ Owner  ', '□ Tenant']);
    expect(linesAt('样品一箱 粤IE8937', 6)).toEqual(['样品一箱 ', '粤IE8937']);
  });

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
  const slipWith = (texts: readonly string[]): SlipSection[] => [
    fields(texts.slice(0, 10).map((value, index) => ({ label: `栏${index}`, value }))),
    table(
      [{ label: '名称', mm: 20 }, { label: '特征' }, { label: '数量', mm: 12 }],
      [texts.slice(10, 13).map((text) => ({ text }))],
    ),
    heading('移交部分'),
    fields(texts.slice(13, 18).map((value, index) => ({ label: `移${index}`, value }))),
    signatures([['经手人']]),
    ...texts.slice(18).map((text) => remark(text, '备注')),
  ];
  const textOf = (section: SlipSection, index: number): string => {
    if (section.kind === 'fields') return shown(fieldCell(section.fields[index]!));
    if (section.kind === 'table') return shown(section.rows[0]![index]!);
    return section.kind === 'text' ? section.text : '';
  };

  it('stands on its sheet, and nothing that does not is lost, on every size', () => {
    fc.assert(
      fc.property(
        fc.array(typed.map(paperText), { minLength: 20, maxLength: 20 }),
        fc.constantFrom(...SLIP_SIZES),
        (texts, size) => {
          const { sections, pt, more } = fitSlip(slipWith(texts), size);
          for (const sheet of [sections, ...more])
            expect(slipMm(sheet, SLIPS[size], pt)).toBeLessThanOrEqual(SLIPS[size].bodyMm);
          // A narrow sheet may move whole groups of fields and the item's line overleaf; their tails follow.
          const all = [...sections, ...more.flat()];
          const tails = (label: string): string =>
            all
              .flatMap((section) => (section.kind === 'tails' ? section.tails : []))
              .filter((tail) => tail.label === label)
              .map((tail) => tail.cell.text)
              .join('');
          const values = new Map(
            all.flatMap((section) =>
              section.kind === 'fields'
                ? section.fields.map((field, index) => [field.label, textOf(section, index)] as const)
                : [],
            ),
          );
          for (const [index, text] of texts.entries()) {
            if (index < 10) expect(`${values.get(`栏${index}`)}${tails(`栏${index}`)}`).toBe(text);
            if (index >= 13 && index < 18)
              expect(`${values.get(`移${index - 13}`)}${tails(`移${index - 13}`)}`).toBe(text);
          }
          const item = all.find((section) => section.kind === 'table' && section.rows.length > 0)!;
          expect(textOf(item, 1) + tails('特征')).toBe(texts[11]);
          const remarks = all.flatMap((section) => (section.kind === 'text' ? [section.text] : []));
          expect(remarks.join('').length + tails('备注').length).toBe(texts[18]!.length + texts[19]!.length);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('keeps a label of every size within its lines', () => {
    fc.assert(
      fc.property(
        fc.array(typed.map(paperText), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...LABEL_SIZES),
        fc.constantFrom('', '012'),
        (lines, size, big) => {
          const sheet = LABELS[size];
          const label = fitLabel(lines, size, big);
          const count = label.lines.reduce(
            (sum, text) => sum + linesOf([{ kind: 'text', text }], labelEm(label.pt, sheet)),
            0,
          );
          expect(((count * label.pt * 25.4) / 72) * sheet.lineRatio).toBeLessThanOrEqual(
            labelLinesMm(sheet, big) + 1e-9,
          );
        },
      ),
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
