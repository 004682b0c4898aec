import { z } from 'zod';
import { FORM_NUMBERS } from './form-list';
import { BOOK_FORMS } from './page-code';
import { LABEL_SIZES, SLIP_SIZES } from './sizes';

export { bookId, FORM_NUMBERS, FORMS, type FormNumber, formsOf } from './form-list';

/**
 * The shapes that travel to paper. Pages are cut before anything is drawn (shared/print/paginate.ts), so page n of N,
 * carried sums and row ranges are data: screen preview, PDF and printer draw the same pages.
 */

/** One cell. `strikes` are the old values (struck through in red), each with the initials and time of who corrected it. */
export const printCell = z.object({
  text: z.string(),
  strikes: z.array(z.object({ old: z.string(), by: z.string(), at: z.string() })).optional(),
  /** Set on a piece of a cell that was cut at the end of a page: exactly what this piece shows (measure.ts `runsOf`). */
  runs: z.array(z.object({ kind: z.enum(['old', 'text', 'sign']), text: z.string() })).optional(),
});
export type PrintCell = z.infer<typeof printCell>;

export const printRow = z.object({
  /** Running number on the page's book (序号); 0 for a blank continuation row. */
  lineNo: z.number().int(),
  cells: z.array(printCell),
  voided: z.boolean(),
  /** 补录: typed late; the row carries both times in its remarks. */
  late: z.boolean(),
  /** A red line through the row: perishable disposal (desk-practice.md §3.1). */
  redLine: z.boolean(),
  /** Height in mm, at least 9 where people sign. */
  heightMm: z.number(),
  /** Font size in points: smaller only where a row would not fit on a page. */
  pt: z.number(),
  /** This row goes on from the page before (续): only where one line of the book is longer than a page. */
  continued: z.boolean(),
});
export type PrintRow = z.infer<typeof printRow>;

export const printColumn = z.object({
  key: z.string(),
  label: z.string(),
  mm: z.number(),
  align: z.enum(['left', 'center', 'right']),
  /** A hand signs here: the printed name stands small and leaves room. */
  sign: z.boolean(),
  /** The counted column of a book: its sums stand below it. */
  sum: z.boolean().optional(),
});
export type PrintColumn = z.infer<typeof printColumn>;

export const registerPage = z.object({
  /** Page of this print, from 1. */
  no: z.number().int(),
  /** Page number continuing over the year; 0 on a blank sheet, where a hand writes it. */
  yearNo: z.number().int(),
  /** Above 0 for pages put in after the next month was numbered: 第 12-1 页. */
  insertNo: z.number().int(),
  /** 12 digits of the page (page-code.ts), printed in the footer as Code 128-C. */
  scanCode: z.string(),
  rows: z.array(printRow),
  /** Empty lines after the last row: struck diagonally with 以下空白; on a blank sheet left for handwriting. */
  blankRows: z.number().int(),
  /** Height of each empty line in mm. */
  blankMm: z.number(),
  /** Sums of the counted column: brought forward (承前页), this page (本页合计), carried over (过次页). Null when nothing is counted. */
  sums: z.object({ brought: z.number(), page: z.number(), carried: z.number() }).nullable(),
});
export type RegisterPage = z.infer<typeof registerPage>;

/** Label and value of a slip; empty values print as `/` unless a hand writes there. */
export const slipField = z.object({
  label: z.string(),
  value: z.string(),
  hand: z.boolean().optional(),
  strikes: printCell.shape.strikes,
  runs: printCell.shape.runs,
  /** Takes a row of its own, whatever else stands beside. */
  wide: z.boolean().optional(),
  /** Least height in mm: room for a hand to write several lines (经过, 主管意见). */
  minMm: z.number().optional(),
});
export type SlipField = z.infer<typeof slipField>;

/** A table of item lines (物品明细, 钥匙明细) with heads and widths of its own. */
export const slipTable = z.object({
  kind: z.literal('table'),
  columns: z.array(
    z.object({
      label: z.string(),
      /** Width in mm; 0: shares what the others leave. */
      mm: z.number(),
      align: z.enum(['left', 'center', 'right']),
    }),
  ),
  rows: z.array(z.array(printCell)),
  /** Lines the printed form has in all; those without a row stay empty as far as the sheet has room. */
  lines: z.number().int(),
  /** Unused lines: struck once with 以下空白, or left for a hand. */
  blanks: z.enum(['struck', 'hand']),
  /** Least height of a line in mm, where people sign in it (domain.md §6.2: 9 mm). */
  minMm: z.number().optional(),
  /** Unused lines on this sheet, counted by the plan (fit-slip.ts). */
  blankRows: z.number().int(),
});
export type SlipTable = z.infer<typeof slipTable>;

/** What may stand on a slip, from top to bottom in the order given. */
export const slipSection = z.discriminatedUnion('kind', [
  /** Labels and values, `across` of them side by side. */
  z.object({ kind: z.literal('fields'), across: z.number().int().min(1).max(4), fields: z.array(slipField) }),
  slipTable,
  /** A shaded heading over what follows, e.g. 移交部分. */
  z.object({ kind: z.literal('heading'), text: z.string() }),
  /** A paragraph: an agreement, a statement; `small` for remarks. `label` names its tail on a continuation sheet. */
  z.object({ kind: z.literal('text'), label: z.string(), text: z.string(), small: z.boolean() }),
  /** Who signs with ink; `hint` is a name in small type, never a signature. */
  z.object({
    kind: z.literal('signatures'),
    cells: z.array(z.object({ label: z.string(), hint: z.string() })),
  }),
  /** A dashed line to cut along: what follows is the receipt stub. */
  z.object({ kind: z.literal('cut'), text: z.string() }),
  /** Only on continuation sheets: the rest of values that were too long. */
  z.object({
    kind: z.literal('tails'),
    tails: z.array(z.object({ label: z.string(), cell: printCell })),
  }),
]);
export type SlipSection = z.infer<typeof slipSection>;
export type SlipFields = Extract<SlipSection, { kind: 'fields' }>;
export type SlipTails = Extract<SlipSection, { kind: 'tails' }>;

export const slip = z.object({
  serialNo: z.string(),
  scanCode: z.string(),
  voided: z.boolean(),
  /** Each part, e.g. 拾物人联, 存根联: the slip is drawn once per part. `mark` says what this part alone is for (凭此联放行), or ''. */
  parts: z.array(z.object({ name: z.string(), mark: z.string() })),
  sections: z.array(slipSection),
  /** Copy number of this slip: 1 is the original, above prints 补打第n-1次. */
  copy: z.number().int(),
  /** Font size in points that lets everything stand on the sheet. */
  pt: z.number(),
  /** Continuation sheets (续页): item lines and texts that did not fit. Printed with each part. */
  more: z.array(z.array(slipSection)),
});
export type Slip = z.infer<typeof slip>;

/** A label: `title` is the number people call the thing by; `big` stands large on one line (a pass number). */
export const label = z.object({
  serialNo: z.string(),
  scanCode: z.string(),
  title: z.string(),
  big: z.string(),
  lines: z.array(z.string()),
  /** Lines to sign on: seal strips. */
  signers: z.array(z.string()),
  pt: z.number(),
  copy: z.number().int(),
});
export type Label = z.infer<typeof label>;

const head = z.object({
  officeName: z.string(),
  project: z.string(),
  department: z.string(),
  title: z.string(),
  formCode: z.string(),
  formVersion: z.string(),
  /** `YYYY-MM`, null on slips. */
  month: z.string().nullable(),
});

const common = {
  form: z.enum(FORM_NUMBERS),
  lang: z.enum(['zh-CN', 'en']),
  head,
  /** Pages of the whole print (N of "page n of N"). */
  of: z.number().int(),
  /** Units of the whole print (pages of a book, slips, labels), also when only some of them are in this job. */
  units: z.number().int(),
  /** 1 for the first print, above it is a reprint: 补打第(copy-1)次. */
  copy: z.number().int(),
  /** `#seq·first 16 hex of the hash` of the journal's head when the print was prepared (trust.md C3). */
  chainMark: z.string(),
  printedAt: z.string(),
  printedBy: z.string(),
  blank: z.boolean(),
};

export const registerJob = z.object({
  ...common,
  family: z.literal('register'),
  form: z.enum(BOOK_FORMS),
  /** A month's book, whose pages are numbered over the year, or a list as of the moment it was printed. */
  span: z.enum(['month', 'now']),
  columns: z.array(printColumn),
  pages: z.array(registerPage),
  /** Explanation and signature cells at the foot. */
  footNote: z.string(),
  signers: z.array(z.string()),
  /** Counts at the foot of every page (F03: by outcome), under `totalsTitle`; none: []. */
  totalsTitle: z.string(),
  totals: z.array(z.object({ label: z.string(), value: z.string() })),
  /** Lines of the book in all. */
  countsRows: z.number().int(),
});
export const slipJob = z.object({
  ...common,
  family: z.literal('slip'),
  size: z.enum(SLIP_SIZES),
  slips: z.array(slip),
});
export const labelJob = z.object({
  ...common,
  family: z.literal('label'),
  size: z.enum(LABEL_SIZES),
  labels: z.array(label),
});
export const noticeJob = z.object({
  ...common,
  family: z.literal('notice'),
  /** Public notice: category, public features, place and day. Never names, phones or verification features. */
  columns: z.array(printColumn),
  pages: z.array(registerPage),
  intro: z.string(),
  contact: z.string(),
  /** Day of the notice under the office's name; empty on a blank sheet. */
  on: z.string(),
});
export const printJob = z.discriminatedUnion('family', [registerJob, slipJob, labelJob, noticeJob]);
export type PrintJob = z.infer<typeof printJob>;
export type RegisterJob = z.infer<typeof registerJob>;
export type SlipJob = z.infer<typeof slipJob>;
export type LabelJob = z.infer<typeof labelJob>;
export type NoticeJob = z.infer<typeof noticeJob>;
