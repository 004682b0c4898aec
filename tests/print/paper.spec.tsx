// @vitest-environment jsdom
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barsOf } from '../../renderer/ui/paper/bars';
import { Pages } from '../../renderer/ui/paper/Pages';
import type { PrintJob } from '../../shared/print/forms';
import { graphemesOf, paperText } from '../../shared/print/measure';
import { sheetCount } from '../../shared/print/slice';
import { lengthOf } from '../../shared/text';
import { phone, quickOffice, register, umbrella } from '../registers/found-items/support';
import { must, type TestOffice } from '../support/office';
import { PAYLOADS } from './payloads';
import { job, MONTH, printed, type Scene, scene, supervisor, touch } from './scene';

/** The drawn sheets: titles, columns and marks as the forms have them; whatever people typed stands there as text (trust.md F7). */

const markup = (print: PrintJob): string => renderToStaticMarkup(<Pages job={print} />);
const draw = (print: PrintJob): Document => new DOMParser().parseFromString(markup(print), 'text/html');
const sheetsIn = (print: PrintJob): number => markup(print).split('class="paper-sheet').length - 1;
const text = (node: Element | null | undefined): string => node?.textContent ?? '';
const all = (document: Document, selector: string): string[] =>
  [...document.querySelectorAll(selector)].map(text);

describe('sheets', () => {
  let s: Scene;
  beforeAll(async () => {
    s = await scene(14);
  });
  afterAll(() => s.office.close());

  it('draws as many sheets as were planned, for every form in both languages', async () => {
    for (const lang of ['zh-CN', 'en'] as const) {
      for (const form of ['F01', 'F02', 'F03', 'F04', 'label', 'notice'] as const) {
        const print = await job(s.office, { form, month: MONTH, lang });
        expect(sheetsIn(print), form).toBe(sheetCount(print));
        const blank = await job(s.office, { form, blank: true, lang });
        expect(sheetsIn(blank), form).toBe(sheetCount(blank));
      }
    }
  });

  it('has the head of F01: company, title, codes, project, department, month, pages', async () => {
    const document = draw(await job(s.office, { form: 'F01', month: MONTH }));
    const sheet = document.querySelector('.paper-sheet')!;
    expect(text(sheet.querySelector('.paper-title p'))).toBe('广州市锦绣物业服务有限公司');
    expect(text(sheet.querySelector('h1'))).toBe('物品捡拾登记表');
    expect([...sheet.querySelectorAll('.paper-control span')].map(text)).toEqual([
      '表单编号:KF-QR-01',
      '版次:A/0 共3页 第1页',
    ]);
    expect([...sheet.querySelectorAll('.paper-about span')].map((span) => text(span).trim())).toEqual([
      '项目名称: 锦绣大厦',
      '部门: 客户服务部',
      '2026 年 11 月',
      '第 1 页',
    ]);
    expect([...sheet.querySelectorAll('th')].map(text)).toEqual([
      '序号',
      '编号',
      '捡拾日期',
      '具体时间',
      '物品名称',
      '特征(颜色/品牌/规格)',
      '数量',
      '数量确认人①签名',
      '数量确认人②签名',
      '捡拾地点',
      '捡拾人(部门)',
      '接收管理人签字/时间',
      '存放处',
      '通知甲方时间/联系人',
      '甲方领取人签字/日期',
      '备注',
    ]);
    expect(text(sheet.querySelector('.paper-foot'))).toContain(
      '说明:数量须两人以上共同确认;甲方相关负责人领取须签字确认。',
    );
    expect(all(document, '.paper-machine')[0]).toMatch(/校验 #\d+·[0-9a-f]{16}/);
  });

  it('has English heads with nothing Chinese left but what people typed', async () => {
    for (const form of ['F01', 'F03', 'F04'] as const) {
      const document = draw(await job(s.office, { form, month: MONTH, lang: 'en' }));
      for (const selector of ['th', 'h1', '.paper-control', '.paper-foot', '.paper-sums', '.paper-binding'])
        for (const words of all(document, selector)) expect(words, selector).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('strikes, stamps, tags and sums', async () => {
    const document = draw(await job(s.office, { form: 'F01', month: MONTH }));
    expect(all(document, '[data-cell="1 name"] s')).toEqual(['黑色长柄雨伞']);
    expect(all(document, '[data-cell="1 name"] small').join('')).toBe(' 张伟 11-21 10:37');
    expect(all(document, '.paper-voided b')).toEqual(['作废']);
    expect(document.querySelectorAll('.paper-red-line')).toHaveLength(1);
    expect(all(document, '[data-cell="7 line"] em')).toEqual(['补录']);
    expect(all(document, '.paper-diagonal')).toEqual(['以下空白']);
    expect(all(document, '.paper-sums td:first-child').slice(0, 2)).toEqual(['承前页', '本页合计']);
    expect(all(document, '.paper-carried').at(-1)).toBe('过次页39');
  });

  it('says which reprint it is, and leaves a blank sheet unstruck', async () => {
    const request = { form: 'F04', month: MONTH } as const;
    expect(all(draw(await job(s.office, request)), '.paper-reprint')).toEqual([]);
    await printed(s.office, request, await job(s.office, request));
    expect(all(draw(await job(s.office, request)), '.paper-reprint')).toEqual(['补打第1次']);
    const blank = draw(await job(s.office, { form: 'F04', blank: true }));
    expect(all(blank, '.paper-diagonal')).toEqual([]);
    expect(all(blank, '.paper-about span').at(-1)?.trim()).toMatch(/^第\s+页$/);
  });

  it('draws each part of a slip with its own number of pages', async () => {
    const document = draw(await job(s.office, { form: 'F02', month: MONTH }));
    expect(all(document, '.paper-corner').slice(0, 4)).toEqual([
      '第一联 拾物人联',
      '第二联 存根联',
      '第一联 拾物人联',
      '第二联 存根联',
    ]);
    expect(
      all(document, '.paper-control')
        .slice(2, 4)
        .map((control) => control.slice(-7)),
    ).toEqual(['共2页 第1页', '共2页 第2页']);
    expect(all(document, '.paper-stamp')).toEqual(['作废', '作废']);
    expect(all(document, 'figcaption')[0]).toMatch(/^01 2611 00001 \d$/);
  });
});

describe('barcode', () => {
  it('is Code 128-C: start, six pairs, check and stop in 101 modules', () => {
    const { width, d } = barsOf('012611000014');
    expect(width).toBe(101 + 20);
    const bars = [...d.matchAll(/M(\d+) 0h(\d+)/g)].map(([, x, w]) => [Number(x), Number(w)] as const);
    // Three bars a symbol, four for the stop.
    expect(bars).toHaveLength(3 * 8 + 4);
    // Start C is 2 1 1 2 3 2, the stop ends with a bar of two modules before the quiet zone.
    expect(bars.slice(0, 3)).toEqual([
      [10, 2],
      [13, 1],
      [16, 3],
    ]);
    expect(bars.at(-1)).toEqual([109, 2]);
    for (const [index, [x]] of bars.entries())
      if (index > 0) expect(x).toBeGreaterThan(bars[index - 1]![0] + bars[index - 1]![1]);
  });
});

describe('hostile texts', () => {
  const ELEMENTS = new Set(
    'SECTION HEADER DIV P H1 H2 SPAN B I EM S SMALL TABLE COLGROUP COL THEAD TBODY TR TH TD WBR DL DT DD FOOTER FIGURE FIGCAPTION svg path line'.split(
      ' ',
    ),
  );
  const ATTRIBUTES = new Set(
    'class style lang aria-label aria-hidden role scope colspan data-cell data-line viewBox preserveAspectRatio shape-rendering d x1 y1 x2 y2 vector-effect'.split(
      ' ',
    ),
  );
  const cut = (payload: string, max: number): string =>
    graphemesOf(payload).slice(0, max).join('').trim() || 'x';
  const blankless = (shown: string): string => shown.replace(/\s+/g, '');

  let office: TestOffice;
  let drawn: { form: string; document: Document }[];
  beforeAll(async () => {
    office = await quickOffice();
    const desk = office.as('receptionist');
    for (const payload of PAYLOADS) {
      const fields = {
        name: cut(payload, 60),
        publicFeatures: cut(payload, 200),
        foundPlace: cut(payload, 80),
        finderName: cut(payload, 40),
        finderDepartment: cut(payload, 40),
        storagePlace: cut(payload, 60),
        bagNo: cut(payload, 30),
        note: cut(payload.repeat(6), 300),
        second: { how: 'witness' as const, name: cut(payload, 40) },
      };
      const done = await register(office, umbrella(office, fields));
      office.pass(6);
      must(
        await desk.foundItems.correct({
          ...touch(done),
          field: 'note',
          value: cut(`新 ${payload}`, 300),
          reason: cut(payload, 40),
        }),
      );
      const claimed = await register(
        office,
        phone(office, { ...fields, second: office.pin('csSupervisor') }),
      );
      must(
        await office.as('csAssistant').foundItems.claim({
          ...touch(claimed),
          claimantName: cut(payload, 40),
          claimantUnit: cut(payload, 40),
          claimantDocumentKind: 'other',
          claimantDocument: cut(payload, 4),
          claimStatement: cut(payload.repeat(6), 300),
          claimLostWhere: cut(payload, 120),
          claimMatch: 'partly',
          claimWitness: cut(payload, 40),
          at: office.now(),
          second: office.pin('csSupervisor'),
        }),
      );
    }
    const settings = must(await supervisor(office).office.settings({}));
    must(
      await office.as('deptManager').office.change({
        key: 'office',
        version: settings.versions.office!,
        value: {
          ...settings.office,
          name: cut(PAYLOADS[8]!, 60),
          project: cut(PAYLOADS[0]!, 60),
          department: cut(PAYLOADS[15]!, 40),
        },
      }),
    );
    drawn = [];
    for (const form of ['F01', 'F02', 'F03', 'F04', 'label', 'notice'] as const)
      drawn.push({ form, document: draw(await job(office, { form, month: MONTH })) });
  }, 120_000);
  afterAll(() => office.close());

  it('are many', () => {
    expect(PAYLOADS.length).toBeGreaterThanOrEqual(60);
    for (const payload of PAYLOADS) expect(lengthOf(cut(payload, 60))).toBeLessThanOrEqual(60);
  });

  it('make no element and no attribute that a form does not have', () => {
    for (const { form, document } of drawn) {
      const seen = { elements: new Set<string>(), attributes: new Set<string>() };
      for (const element of document.body.querySelectorAll('*')) {
        seen.elements.add(element.tagName);
        for (const { name } of element.attributes) seen.attributes.add(name);
      }
      expect(
        [...seen.elements].filter((name) => !ELEMENTS.has(name)),
        form,
      ).toEqual([]);
      expect(
        [...seen.attributes].filter((name) => !ATTRIBUTES.has(name)),
        form,
      ).toEqual([]);
      for (const element of document.querySelectorAll<HTMLElement>('[style]'))
        expect(element.getAttribute('style'), form).not.toMatch(/url|expression|@import|position/i);
    }
  });

  it('stand on the paper as they were typed', () => {
    const [book, slips, monthly, claims, labels, notice] = drawn.map(({ document }) =>
      blankless(text(document.body)),
    );
    for (const payload of PAYLOADS) {
      const shown = (max: number): string => blankless(paperText(cut(payload, max)));
      for (const paper of [book, slips]) {
        expect(paper).toContain(shown(60));
        expect(paper).toContain(shown(80));
      }
      expect(slips).toContain(shown(200));
      expect(book).toContain(shown(200));
      expect(monthly).toContain(shown(60));
      expect(claims).toContain(shown(120));
      // A label ends with … when its place and bag number are longer than it is.
      expect(labels).toContain(shown(8));
      expect(notice).toContain(shown(80));
    }
  });
});
