// @vitest-environment jsdom
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tableOf } from '../../electron/db/seal';
import { registerOf } from '../../electron/papers/paper';
import { PAPERS } from '../../electron/registers/prints/papers';
import { Pages } from '../../renderer/ui/paper/Pages';
import { NUMBERED } from '../../shared/ids';
import { FORM_NUMBERS, FORMS, formsOf, type PrintJob } from '../../shared/print/forms';
import { BOOK_FORMS, pageCodeOf } from '../../shared/print/page-code';
import { bodyMm, gridMm, sheetOf } from '../../shared/print/sheet';
import { sheetCount } from '../../shared/print/slice';
import { PAPER_NAMESPACES, wordingOf } from '../../shared/print/words';
import { holds, ROLES } from '../../shared/roles';
import { quickOffice } from '../registers/found-items/support';
import { must, refusal, type TestOffice } from '../support/office';

/** What holds for every form of the list, whoever wrote it: its empty sheet, its words, its geometry, its permit. */

const LANGS = ['zh-CN', 'en'] as const;
const markup = (print: PrintJob): string => renderToStaticMarkup(<Pages job={print} />);
const sheetsIn = (print: PrintJob): number => markup(print).split('class="paper-sheet').length - 1;
/** An i18n key that has no words shows itself. */
const UNSAID = new RegExp(`\\b(${PAPER_NAMESPACES.join('|')}):[\\w.]+`, 'g');
const HAN = /\p{Script=Han}+/gu;

describe.each(FORM_NUMBERS)('%s', (form) => {
  const paper = PAPERS[form];
  let office: TestOffice;
  beforeAll(async () => {
    office = await quickOffice({
      settings: { office: { name: 'Office', project: 'Project', department: 'Desk', formPrefix: 'KF-QR' } },
    });
  });
  afterAll(() => office.close());
  const able = () => ROLES.find((role) => holds([role], paper.permit))!;
  const blank = async (lang: (typeof LANGS)[number]): Promise<PrintJob> =>
    must(await office.as(able()).prints.prepare({ form, blank: true, lang }));

  it('is listed under its own name, and its prints stand in a journalled register', () => {
    expect(paper.form).toBe(form);
    expect(tableOf(registerOf(form))).toBeTruthy();
    expect(formsOf(FORMS[form])).toContain(form);
  });

  it('is open to those who hold its permit, to nobody else', async () => {
    for (const role of ROLES) {
      const desk = office.as(role);
      const may = holds([role], paper.permit);
      const prepared = await desk.prints.prepare({ form, blank: true });
      expect(prepared.ok, `${form} as ${role}`).toBe(may);
      if (may) continue;
      expect(refusal(prepared)).toBe('notAllowed');
      const request = { form, blank: true };
      const facts = { copy: 1, pages: 1, pageFrom: 1, pageTo: 1, chainMark: '', to: 'pdf' as const };
      expect(refusal(await desk.prints.record({ request, ...facts }))).toBe('notAllowed');
      const run = await desk.prints.run({ request, to: 'pdf', path: null, job: 'job' });
      expect(refusal(run)).toBe('notAllowed');
    }
  });

  it('has an empty sheet in both languages, with words for everything on it', async () => {
    for (const lang of LANGS) {
      const print = await blank(lang);
      expect(print.head.title.length).toBeGreaterThan(1);
      expect(sheetsIn(print)).toBe(sheetCount(print));
      // The clerk's name and the office's own sentences are what people typed; everything else is ours.
      const typed = JSON.stringify(must(await office.as(able()).office.settings({})));
      const drawn = markup({ ...print, printedBy: '' });
      expect(drawn.match(UNSAID) ?? []).toEqual([]);
      if (lang === 'en') expect((drawn.match(HAN) ?? []).filter((run) => !typed.includes(run))).toEqual([]);
      else expect(print.head.title).toMatch(/\p{Script=Han}/u);
    }
  });

  it('has columns that fill the width between the margins, and room for its lines', async () => {
    for (const lang of LANGS) {
      const print = await blank(lang);
      if (print.family !== 'register') continue;
      const sheet = sheetOf(print.form, lang);
      const wide = print.columns.reduce((sum, column) => sum + column.mm, 0);
      expect(wide).toBeCloseTo(gridMm(sheet), 6);
      expect(bodyMm(sheet)).toBeGreaterThanOrEqual(sheet.maxRows * sheet.minRowMm);
      expect(print.columns.some((column) => column.sum) || sheet.sumsMm.below === 0).toBe(true);
      expect(print.pages[0]?.blankRows).toBe(sheet.maxRows);
    }
  });

  it('fits its empty slip on one sheet, with no text cut', async () => {
    for (const lang of LANGS) {
      const print = await blank(lang);
      if (print.family === 'slip') for (const slip of print.slips) expect(slip.more).toEqual([]);
    }
  });
});

describe('page codes', () => {
  it('are of two digits, of one book each, and no register’s', () => {
    const codes = BOOK_FORMS.map((form) => pageCodeOf(form, null, 1).slice(0, 2));
    expect(new Set(codes).size).toBe(codes.length);
    const registers: string[] = Object.values(NUMBERED).map(({ code }) => code);
    expect(codes.filter((code) => registers.includes(code))).toEqual([]);
  });

  it('belong to forms that are printed as pages', () => {
    for (const form of FORM_NUMBERS) {
      const paged = PAPERS[form].family === 'register' || PAPERS[form].family === 'notice';
      expect((BOOK_FORMS as readonly string[]).includes(form), form).toBe(paged);
    }
  });
});

describe('words of paper', () => {
  it('show a key that has none, in whatever namespace', () => {
    expect(wordingOf('en').t('print:title.F01')).toBe('Register of Found Items');
    expect(wordingOf('en').t('print:title.none')).toBe('print:title.none');
    expect(wordingOf('en').t('constructor:name')).toBe('constructor:name');
  });
});
