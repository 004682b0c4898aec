// @vitest-environment jsdom
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stretches } from '../../electron/papers/stretches';
import { Pages } from '../../renderer/ui/paper/Pages';
import type { LabelJob, PrintJob, SlipJob, SlipTable } from '../../shared/print/forms';
import { LABELS, SLIPS } from '../../shared/print/sizes';
import { sheetCount } from '../../shared/print/slice';
import { slipMm } from '../../shared/print/slips';
import { isCovered } from '../../shared/text-coverage';
import { quickOffice } from '../registers/found-items/support';
import type { TestOffice } from '../support/office';
import { nowList, passSlip, sampleJob, sampleLabel, sampleLine, sheetSlip } from './samples';
import { isBook } from './scene';

/** Every family of paper beyond what found items print: lists as of now, A4 sheets with tables, passes, labels of all sizes. */

const draw = (print: PrintJob): Document =>
  new DOMParser().parseFromString(renderToStaticMarkup(<Pages job={print} />), 'text/html');
const all = (document: ParentNode, selector: string): string[] =>
  [...document.querySelectorAll(selector)].map((node) => node.textContent ?? '');
const sizeOf = (document: Document): string => {
  const style = document.querySelector<HTMLElement>('.paper-sheet')!.getAttribute('style') ?? '';
  const of = (name: string): string => new RegExp(`--sheet-${name}:([\\d.]+)mm`).exec(style)?.[1] ?? '';
  return `${of('width')}×${of('height')}`;
};
const tablesOf = (job: SlipJob): SlipTable[] =>
  job.slips[0]!.sections.filter((section) => section.kind === 'table');

let office: TestOffice;
beforeAll(async () => {
  office = await quickOffice();
});
afterAll(() => office.close());
const one = sampleLine(1);

describe('a list as of now', () => {
  it('has the day and time at its head, pages from 1, no month and no copy to count', async () => {
    const lines = Array.from({ length: 30 }, (_, i) => sampleLine(i + 1));
    const print = isBook(await sampleJob(office, nowList(lines)));
    expect(print).toMatchObject({ span: 'now', copy: 1, of: 3, countsRows: 30, head: { month: null } });
    expect(print.pages.map((page) => [page.no, page.yearNo])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
    expect(print.pages[0]?.scanCode).toMatch(/^94000000001\d$/);
    const document = draw(print);
    const [sheet] = document.querySelectorAll('.paper-sheet');
    expect(all(sheet!, '.paper-about span').at(-1)?.trim()).toBe(`截至 ${print.printedAt}`);
    expect(all(sheet!, '.paper-totals dd')).toEqual(['未还 30 把']);
  });

  it('says that there is nothing, and leaves its moment to the hand on a blank sheet', async () => {
    const empty = draw(await sampleJob(office, nowList([])));
    expect(all(empty, '.paper-diagonal')).toEqual(['无记录']);
    expect(all(empty, '.paper-totals dd')).toEqual(['未还 0 把']);
    const blank = draw(await sampleJob(office, nowList([]), { blank: true }));
    expect(all(blank, '.paper-about span').at(-1)).toMatch(/截至\s+年\s+月/);
    expect(all(blank, '.paper-totals dd')).toEqual(['未还 ']);
    expect(all(blank, '.paper-diagonal')).toEqual([]);
  });

  it('stamps what is void and leaves open what a hand fills', async () => {
    const print = isBook(await sampleJob(office, nowList([one, sampleLine(2, { state: 'voided' })])));
    const [open, voided] = print.pages[0]!.rows;
    expect(open?.cells[3]?.text).toBe('');
    expect(voided).toMatchObject({ voided: true });
    expect(voided?.cells[3]?.text).toBe('/');
  });
});

describe('an A4 sheet', () => {
  it('has tables with heads of their own, whose unused lines are struck', async () => {
    const print = (await sampleJob(office, sheetSlip('a4', one), { entryId: one.id })) as SlipJob;
    expect(print.size).toBe('a4');
    expect(tablesOf(print).map((table) => [table.rows.length, table.blankRows])).toEqual([
      [3, 3],
      [3, 2],
    ]);
    expect(tablesOf(print)[0]?.columns.reduce((sum, column) => sum + column.mm, 0)).toBeCloseTo(180, 6);
    const document = draw(print);
    expect(sizeOf(document)).toBe('210×297');
    const [sheet] = document.querySelectorAll('.paper-sheet');
    expect(all(sheet!, 'h2')).toEqual(['公共部位钥匙', '设备用房钥匙']);
    expect(all(sheet!, '.paper-items')).toHaveLength(2);
    expect(all(sheet!, '.paper-diagonal')).toEqual(['以下空白', '以下空白']);
    expect(all(sheet!, '.paper-cut')).toEqual(['裁 切 线']);
    expect(all(sheet!, '.paper-signatures b')).toEqual([
      '移交人签名',
      '接收人签名',
      '监交人签名',
      '取回人签名',
      '经办人签名',
    ]);
  });

  it('is printed once per part, each with its own mark', async () => {
    const document = draw(await sampleJob(office, sheetSlip('a4', one), { entryId: one.id }));
    expect(all(document, '.paper-corner b')).toEqual(['第一联 移交单位', '第二联 门岗联']);
    expect(all(document, '.paper-corner small')).toEqual(['凭此联放行 当日有效']);
  });

  it('ticks boxes that the fonts can draw, on an empty form too', async () => {
    expect(['☑', '□'].every((box) => isCovered(box.codePointAt(0)!))).toBe(true);
    const filled = draw(await sampleJob(office, sheetSlip('a4', one), { entryId: one.id }));
    expect(all(filled, 'dd').join()).toContain('□ 业主 ☑ 租户 □ 代理人');
    const print = (await sampleJob(office, sheetSlip('a4', one), { blank: true })) as SlipJob;
    const blank = draw(print);
    expect(all(blank, 'dd').join()).toContain('□ 业主 □ 租户 □ 代理人');
    expect(tablesOf(print).map((table) => table.blankRows)).toEqual([6, 5]);
    expect(all(blank, '.paper-diagonal')).toEqual([]);
  });

  it('goes on overleaf with the lines that have no room, heads and headings repeated', async () => {
    for (const rows of [24, 150]) {
      const print = (await sampleJob(office, sheetSlip('a4', one, rows), { entryId: one.id })) as SlipJob;
      const slip = print.slips[0]!;
      expect(slip.pt).toBeGreaterThanOrEqual(8);
      const sheets = [slip.sections, ...slip.more];
      for (const sections of sheets)
        expect(slipMm(sections, SLIPS.a4, slip.pt)).toBeLessThanOrEqual(SLIPS.a4.bodyMm);
      const names = sheets
        .flat()
        .flatMap((section) => (section.kind === 'table' ? section.rows.map((row) => row[1]!.text) : []));
      expect(names).toHaveLength(2 * rows);
      for (const prefix of ['甲', '乙'])
        expect(names.filter((name) => name.includes(prefix))).toEqual(
          Array.from({ length: rows }, (_, i) => `${one.name} ${prefix}${i + 1}`),
        );
      expect(slip.more[0]?.map((section) => section.kind).slice(0, 2)).toEqual(['heading', 'table']);
      expect(print.of).toBe(2 * sheets.length);
      expect(draw(print).querySelectorAll('.paper-sheet')).toHaveLength(sheetCount(print));
    }
  });

  it('fits the same form on A5 without losing a word of it', async () => {
    const print = (await sampleJob(office, sheetSlip('a5', one, 9), { entryId: one.id })) as SlipJob;
    const slip = print.slips[0]!;
    for (const sections of [slip.sections, ...slip.more])
      expect(slipMm(sections, SLIPS.a5, slip.pt)).toBeLessThanOrEqual(SLIPS.a5.bodyMm);
    const text = all(draw(print), '.paper-sheet').join('');
    for (const word of [
      '广州市锦绣房地产开发有限公司',
      `${one.name} 甲9`,
      `${one.name} 乙9`,
      '钥匙环一只,配铜牌',
    ])
      expect(text.replace(/\s+/g, '')).toContain(word.replace(/\s+/g, ''));
  });
});

describe('a pass', () => {
  it('is 80×120 mm with one field to a line', async () => {
    const print = await sampleJob(office, passSlip(one), { entryId: one.id });
    const document = draw(print);
    expect(sizeOf(document)).toBe('80×120');
    expect(all(document, '.paper-fields dt')).toHaveLength(6);
    expect(all(document, '.paper-about span').map((text) => text.trim())).toEqual([
      `编号 No. ${one.serialNo}`,
    ]);
    expect(all(document, 'figcaption')[0]).toMatch(/^10 2611/);
    expect(print.of).toBe(1);
  });
});

describe('labels', () => {
  it.each([
    ['bag', '60×40'],
    ['tag', '50×30'],
    ['card', '85.6×54'],
    ['seal', '120×25'],
  ] as const)('%s is %s mm, with a code a scanner can read', async (size, mm) => {
    const print = await sampleJob(office, sampleLabel(size, one), { entryId: one.id });
    const document = draw(print);
    expect(sizeOf(document)).toBe(mm);
    expect(all(document, '.paper-number')[0]).toBe(size === 'card' ? '访客证 VISITOR' : 'B1-001');
    expect(all(document, '.paper-big')).toEqual(size === 'card' ? ['FK 012'] : []);
    expect(all(document, '.paper-ink div')).toEqual(size === 'seal' ? ['客服主管签字', '客服员签字'] : []);
    expect((print as LabelJob).labels[0]?.serialNo).toBe(one.serialNo);
    const { widthMm, padMm, code } = LABELS[size];
    // 121 modules with the quiet zones; 0.25 mm is the least a desk scanner reads.
    expect(code.moduleMm).toBeGreaterThanOrEqual(0.25);
    expect(121 * code.moduleMm).toBeLessThanOrEqual(widthMm - 2 * padMm);
  });

  it('are refused for what is void', async () => {
    const voided = sampleLine(3, { state: 'voided' });
    await expect(sampleJob(office, sampleLabel('tag', voided), { entryId: voided.id })).rejects.toMatchObject(
      { reason: 'prints.voided' },
    );
    await expect(sampleJob(office, sampleLabel('tag', one), { entryId: 'none' })).rejects.toMatchObject({
      reason: 'notFound',
    });
  });
});

describe('long readings', () => {
  it('go on until a stretch is short, each after the last line of the one before', async () => {
    const asked: (number | null)[] = [];
    const read: number[] = [];
    const source = stretches<number>(async (after) => {
      asked.push(after);
      const first = after ?? 0;
      return Array.from({ length: Math.min(100, 230 - first) }, (_, i) => first + i + 1);
    });
    for await (const lines of source) read.push(...lines);
    expect(asked).toEqual([null, 100, 200]);
    expect(read).toHaveLength(230);
    expect(read.at(-1)).toBe(230);
  });
});
