import type { Column } from '../../shared/columns';
import { bookId, type RegisterJob } from '../../shared/print/forms';
import { type BookForm, pageCodeOf } from '../../shared/print/page-code';
import { Paginator } from '../../shared/print/paginate';
import { sheetOf } from '../../shared/print/sheet';
import type { Permit } from '../../shared/roles';
import { type AwaitsHand, cellOf, type PaperLine, paperColumn } from './cells';
import { copyNo, type LineCount, yearSpan } from './copies';
import type { Desk } from './desk';
import type { Paper } from './paper';

/** Books: a register's month bound in pages, or a list of what is so now (domain.md §3.0). A4 landscape, see SHEETS. */

/** Counts taken while the lines pass by, shown at the foot of every page. */
export interface Tally<Line> {
  add(line: Line): void;
  /** Labels and values; on a blank sheet the values are left to the hand. */
  shown(): { label: string; value: string }[];
}

export interface BookSpec<Form extends BookForm, Line extends PaperLine> extends BookBody<Form, Line> {
  permit: Permit;
  /** i18n key of the title; `print:title.FORM` when left out. */
  title?: string;
}

/** What a book's pages are made of. */
export interface BookBody<Form extends BookForm, Line extends PaperLine> {
  form: Form;
  /** `month`: asked for by month, pages numbered over the year. `now`: asked for by nothing, as of this moment. */
  needs: 'month' | 'now';
  /** One of the office's own books, which share a form: its pages and copies are counted apart. */
  own?: string;
  /** The register's column list, 262 mm in all. */
  columns: readonly Column<Line>[];
  /** The lines in order, a stretch at a time (`monthOf`, `stretches`). `month` is '' for lists as of now. */
  lines(desk: Desk, month: string): AsyncIterable<Line[]>;
  /** i18n keys of the signature cells at the foot. */
  signers: readonly string[];
  /** i18n key of the explanation at the foot. */
  foot?: string;
  /** i18n key over the counts; needs `tally`. */
  tallyTitle?: string;
  tally?: (desk: Desk) => Tally<Line>;
  /** A red line through the row. */
  redLine?: (line: Line, desk: Desk) => boolean;
  /** Empty cells that somebody will still fill: not struck `/`. */
  awaitsHand?: AwaitsHand<Line>;
  /** Lines of a month, where they are not the register's numbers of that month. */
  countOf?: LineCount;
  /** A recorded value in words, for struck corrections of codes. */
  said?: Said;
}

/** Puts a recorded value (a code) into words; null for fields without words of their own. */
export type Said = (field: string, value: string, desk: Desk) => string | null;

/** The paper of a book: columns, lines, signature cells. */
export function bookPaper<Form extends BookForm, Line extends PaperLine>(
  spec: BookSpec<Form, Line>,
): Paper<Form> {
  return {
    form: spec.form,
    family: 'register',
    needs: spec.needs,
    permit: spec.permit,
    title: spec.title ?? `print:title.${spec.form}`,
    public: false,
    prepare: (desk) => bookOf(spec, saying(desk, spec.said)),
  };
}

/** The desk with a register's own words for its codes. */
export const saying = (desk: Desk, said?: Said): Desk =>
  said ? { ...desk, said: (field, value) => said(field, value, desk) ?? desk.said(field, value) } : desk;

type Body = Omit<RegisterJob, 'lang' | 'blank' | 'head' | 'chainMark' | 'printedAt' | 'printedBy' | 'units'>;

/** The pages of a book. */
export async function bookOf<Form extends BookForm, Line extends PaperLine>(
  spec: BookBody<Form, Line>,
  desk: Desk,
): Promise<Body> {
  const { form, needs, columns, tally, own = null } = spec;
  const { blank, lang } = desk.request;
  const { t } = desk.wording;
  const month = needs === 'month' ? (desk.request.month ?? null) : null;
  const numbered = month !== null && !blank;
  const paper = columns.map((column) => paperColumn(column, desk));
  const counted = columns.find((column) => column.sum);
  const sheet = sheetOf(form, lang);
  const pages = new Paginator({
    columns: paper,
    sheet,
    sums: sheet.sumsMm.below > 0,
    year: numbered ? await yearSpan(desk.db, form, month, spec.countOf, own) : { start: 1, limit: null },
    scanCode: (no) => pageCodeOf(form, month, no),
    blank,
  });
  const totals = tally?.(desk);
  let lineNo = 0;
  if (!blank) {
    for await (const lines of spec.lines(desk, month ?? '')) {
      for (const line of lines) {
        lineNo += 1;
        totals?.add(line);
        pages.add({
          lineNo,
          cells: columns.map((column) => cellOf(column, line, lineNo, desk, spec.awaitsHand)),
          voided: line.state === 'voided',
          late: line.late ?? false,
          redLine: spec.redLine?.(line, desk) ?? false,
          count: counted?.sum?.(line) ?? 0,
        });
      }
    }
  }
  const cut = pages.finish();
  return {
    form,
    family: 'register',
    span: needs,
    columns: paper,
    pages: cut,
    footNote: spec.foot ? t(spec.foot) : '',
    signers: spec.signers.map((key) => t(key)),
    totalsTitle: spec.tallyTitle ? t(spec.tallyTitle) : '',
    totals: (totals?.shown() ?? []).map(({ label, value }) => ({ label, value: blank ? '' : value })),
    countsRows: lineNo,
    of: cut.length,
    copy: numbered ? await copyNo(desk.db, form, bookId(form, month, own)) : 1,
  };
}
