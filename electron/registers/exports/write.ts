import { rmSync } from 'node:fs';
import type Database from 'better-sqlite3';
import type { Column, Wording } from '../../../shared/columns';
import { wordingOf } from '../../../shared/print/words';
import { foundItemFilter } from '../../../shared/registers/found-items';
import { FOUND_ITEM_COLUMNS } from '../../../shared/registers/found-items.columns';
import { lostReportFilter } from '../../../shared/registers/lost-reports';
import { LOST_REPORT_COLUMNS } from '../../../shared/registers/lost-reports.columns';
import type { ReadDb } from '../../db/context';
import { kyselyOver, openRaw } from '../../db/open';
import { fsyncPath } from '../../db/safe-copy';
import { foundItemPage } from '../found-items/filter';
import { lostReportPage } from '../found-items/filter-reports';
import type { ExportOrder } from './order';
import { safeCell } from './safe-cell';
import { csvSheet, type Sheet, xlsxSheet } from './sheets';

/** Writes a filtered register to CSV or XLSX: own read-only connection, keyset pages, one snapshot, synced at the end. */

const PAGE = 200;

interface Page {
  rows: string[][];
  next: string | null;
  total: number;
}

/** Answers the number of rows written, or null when cancelled (then no file is left). Errors: the file system's. */
export async function writeExport(
  order: ExportOrder,
  onProgress: (done: number, total: number) => void,
  cancelled: () => boolean,
): Promise<number | null> {
  const raw = openRaw(order.databasePath, 'readonly');
  let sheet: Sheet | null = null;
  let whole = false;
  try {
    // One snapshot: what the desk changes meanwhile belongs to the next export.
    raw.exec('BEGIN');
    const book = bookOf(order, kyselyOver(raw), raw);
    sheet = order.format === 'csv' ? csvSheet(order.path) : xlsxSheet(order.path);
    sheet.rows([book.heads]);
    let done = 0;
    let after: string | null = null;
    do {
      if (cancelled()) return null;
      const page: Page = await book.page(after);
      sheet.rows(page.rows.map((cells) => cells.map(safeCell)));
      done += page.rows.length;
      onProgress(done, Math.max(page.total, done));
      after = page.next;
    } while (after !== null);
    await sheet.finish();
    sheet = null;
    fsyncPath(order.path);
    whole = true;
    return done;
  } finally {
    await sheet?.abandon();
    if (!whole) rmSync(order.path, { force: true });
    raw.close();
  }
}

/** Headings and pages of the register as text: the same columns and cells as screen and paper, phones masked. */
function bookOf(
  order: ExportOrder,
  db: ReadDb,
  raw: Database.Database,
): { heads: string[]; page(after: string | null): Promise<Page> } {
  const wording = wordingOf(order.lang);
  const state = wording.t(`found-items:field.${order.register}.state`);
  if (order.register === 'lostReports') {
    const filter = lostReportFilter.parse(order.filter);
    const columns = shown(LOST_REPORT_COLUMNS);
    return {
      heads: [...columns.map((c) => wording.t(c.label)), state],
      async page(after) {
        const { rows, ...rest } = await lostReportPage(db, raw, filter, after, PAGE);
        const line = (row: (typeof rows)[number]): string[] => [
          ...cellsOf(columns, row, wording),
          wording.t(`found-items:lostState.${row.state}`),
        ];
        return { rows: rows.map(line), ...rest };
      },
    };
  }
  const filter = foundItemFilter.parse(order.filter);
  const columns = shown(FOUND_ITEM_COLUMNS);
  return {
    heads: [...columns.map((c) => wording.t(c.label)), state],
    async page(after) {
      const { rows, ...rest } = await foundItemPage(db, raw, filter, after, PAGE, order.now);
      const line = (row: (typeof rows)[number]): string[] => [
        ...cellsOf(columns, row, wording),
        wording.t(`found-items:state.${row.state}`),
      ];
      return { rows: rows.map(line), ...rest };
    },
  };
}

/** The running line number belongs to a printed page, not to a filtered list. */
const shown = <Row>(columns: readonly Column<Row>[]): Column<Row>[] =>
  columns.filter((c) => c.kind !== 'line');
const cellsOf = <Row>(columns: readonly Column<Row>[], row: Row, wording: Wording): string[] =>
  columns.map((c) => c.cell(row, wording));
