import type { Column } from '../../../shared/columns';
import { monthSpan } from '../../../shared/dates';
import type { RegisterJob } from '../../../shared/print/forms';
import { pageCodeOf } from '../../../shared/print/page-code';
import { type BookPlan, Paginator } from '../../../shared/print/paginate';
import { sheetOf } from '../../../shared/print/sheet';
import {
  FOUND_CLAIM_COLUMNS,
  FOUND_ITEM_COLUMNS,
  FOUND_MONTHLY_COLUMNS,
} from '../../../shared/registers/found-items.columns';
import { FOUND_ITEM_OUTCOMES, type FoundItemLine } from '../../../shared/registers/found-items.row';
import { foundItemLines, monthLines } from '../found-items/lines';
import { isPerishable } from '../found-items/retention';
import { cellOf, paperColumn } from './cells';
import { yearSpan } from './copies';
import { breathe, type Desk, SLICE } from './head';

/** The bound month books: F01 the register, F03 the monthly report, F04 the claim record (domain.md §3.1). */

export type BookForm = 'F01' | 'F03' | 'F04';

const COLUMNS: Record<BookForm, Column<FoundItemLine>[]> = {
  F01: FOUND_ITEM_COLUMNS,
  F03: FOUND_MONTHLY_COLUMNS,
  F04: FOUND_CLAIM_COLUMNS,
};

/** Signature cells at the foot, in the forms' order. */
const SIGNERS: Record<BookForm, readonly string[]> = {
  F01: ['recorder', 'checker', 'archivedOn'],
  F03: ['compiler', 'reviewer'],
  F04: ['handler', 'checker', 'archivedOn'],
};

type Body = Pick<
  RegisterJob,
  'family' | 'columns' | 'pages' | 'footNote' | 'signers' | 'totals' | 'countsRows'
>;

/** All pages of a form's month (`month` null: an empty sheet). */
export async function bookOf(form: BookForm, month: string | null, desk: Desk): Promise<Body> {
  const { blank, lang } = desk.request;
  const { t } = desk.wording;
  const columns = COLUMNS[form];
  const paper = columns.map((column) => paperColumn(column, desk));
  const counted = columns.find((column) => column.sum);
  const sheet = sheetOf(form, lang);
  const plan: BookPlan = {
    columns: paper,
    sheet,
    sums: sheet.sumsMm.below > 0,
    year: month && !blank ? await yearSpan(desk.db, form, month) : { start: 1, limit: null },
    scanCode: (no) => pageCodeOf(form, month, no),
    blank,
  };
  const pages = new Paginator(plan);
  const totals = new Totals();
  if (month && !blank) {
    for await (const lines of form === 'F04' ? claims(month, desk) : register(month, desk)) {
      for (const line of lines) {
        const lineNo = totals.add(line);
        pages.add({
          lineNo,
          cells: columns.map((column) => cellOf(column, line, lineNo, desk)),
          voided: line.state === 'voided',
          late: line.late,
          redLine: perishedRed(line, desk),
          count: counted?.sum?.(line) ?? 0,
        });
      }
    }
  }
  return {
    family: 'register',
    columns: paper,
    pages: pages.finish(),
    footNote: form === 'F03' ? '' : t(`print:foot.${form}`),
    signers: SIGNERS[form].map((key) => t(`print:signer.${key}`)),
    totals: form === 'F03' ? totals.shown(desk, blank) : [],
    countsRows: totals.lines,
  };
}

/** Disposed food: a red line through the entry (domain.md §3.0, desk-practice.md §3.1). */
function perishedRed(line: FoundItemLine, { settings }: Desk): boolean {
  return (
    line.outcome === 'disposed' && isPerishable(settings.categories.find((c) => c.code === line.category))
  );
}

/** The month's numbers in order, voided ones too. */
async function* register(month: string, { db, settings }: Desk): AsyncGenerator<FoundItemLine[]> {
  let after: string | null = null;
  for (;;) {
    const lines: FoundItemLine[] = await monthLines(db, month, after, SLICE, settings);
    yield lines;
    if (lines.length < SLICE) return;
    after = lines.at(-1)?.serialNo ?? null;
    await breathe();
  }
}

/** Items claimed by their owners in the month, in the order they were handed out. */
async function* claims(month: string, { db, settings }: Desk): AsyncGenerator<FoundItemLine[]> {
  const { from, to } = monthSpan(month);
  let after = { closedAt: from, id: '' };
  for (;;) {
    const rows: { id: string; closedAt: string | null }[] = await db
      .selectFrom('found_items')
      .select(['id', 'closedAt'])
      .where('outcome', '=', 'claimed')
      .where('closedAt', '<', to)
      .where((eb) => eb(eb.refTuple('closedAt', 'id'), '>', eb.tuple(after.closedAt, after.id)))
      .orderBy('closedAt')
      .orderBy('id')
      .limit(SLICE)
      .execute();
    yield await foundItemLines(
      db,
      rows.map((row) => row.id),
      settings,
    );
    const last = rows.at(-1);
    if (rows.length < SLICE || !last?.closedAt) return;
    after = { closedAt: last.closedAt, id: last.id };
    await breathe();
  }
}

/** Counts of F03, taken while the lines pass by. */
class Totals {
  lines = 0;
  #quantity = 0;
  readonly #by = new Map<string, number>();

  /** Answers the running number of the line. */
  add(line: FoundItemLine): number {
    this.lines += 1;
    const key = line.state === 'voided' ? 'voided' : (line.outcome ?? 'open');
    this.#by.set(key, (this.#by.get(key) ?? 0) + 1);
    if (key !== 'voided') this.#quantity += line.quantity;
    return this.lines;
  }

  shown({ wording: { t } }: Desk, blank: boolean): RegisterJob['totals'] {
    const lines = (key: string): string => t('print:total.lineCount', { n: this.#by.get(key) ?? 0 });
    const cells = [
      { label: t('print:total.lines'), value: t('print:total.lineCount', { n: this.lines }) },
      { label: t('print:total.quantity'), value: t('print:total.items', { n: this.#quantity }) },
      ...[...FOUND_ITEM_OUTCOMES, 'open', 'voided'].map((key) => ({
        label: t(`print:total.${key}`),
        value: lines(key),
      })),
    ];
    return blank ? cells.map(({ label }) => ({ label, value: '' })) : cells;
  }
}
