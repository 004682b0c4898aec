import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { stringify } from 'csv-stringify/sync';
import exceljs from 'exceljs';
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

/** Writes a filtered register to CSV or XLSX: own read-only connection, keyset pages, `name.partial` → fsync → rename. */

const PAGE = 200;

interface Sheet {
  row(cells: readonly string[]): void | Promise<void>;
  finish(): Promise<void>;
}
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
  const partial = `${order.path}.partial`;
  try {
    const book = bookOf(order, kyselyOver(raw), raw);
    const sheet = order.format === 'csv' ? csvSheet(partial) : xlsxSheet(partial);
    await sheet.row(book.heads);
    let done = 0;
    let after: string | null = null;
    do {
      if (cancelled()) {
        await sheet.finish();
        rmSync(partial, { force: true });
        return null;
      }
      const page: Page = await book.page(after);
      for (const cells of page.rows) await sheet.row(cells.map(safeCell));
      done += page.rows.length;
      onProgress(done, Math.max(page.total, done));
      after = page.next;
    } while (after !== null);
    await sheet.finish();
    fsyncPath(partial);
    renameSync(partial, order.path);
    fsyncPath(dirname(order.path));
    return done;
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  } finally {
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
    return {
      heads: [...headsOf(LOST_REPORT_COLUMNS, wording), state],
      async page(after) {
        const { rows, ...rest } = await lostReportPage(db, raw, filter, after, PAGE);
        const stateOf = (s: string) => wording.t(`found-items:lostState.${s}`);
        return {
          rows: rows.map((row) => [...cellsOf(LOST_REPORT_COLUMNS, row, wording), stateOf(row.state)]),
          ...rest,
        };
      },
    };
  }
  const filter = foundItemFilter.parse(order.filter);
  return {
    heads: [...headsOf(FOUND_ITEM_COLUMNS, wording), state],
    async page(after) {
      const { rows, ...rest } = await foundItemPage(db, raw, filter, after, PAGE, order.now);
      const stateOf = (s: string) => wording.t(`found-items:state.${s}`);
      return {
        rows: rows.map((row) => [...cellsOf(FOUND_ITEM_COLUMNS, row, wording), stateOf(row.state)]),
        ...rest,
      };
    },
  };
}

/** The running line number belongs to a printed page, not to a filtered list. */
const shown = <Row>(columns: readonly Column<Row>[]): Column<Row>[] =>
  columns.filter((c) => c.kind !== 'line');
const headsOf = <Row>(columns: readonly Column<Row>[], wording: Wording): string[] =>
  shown(columns).map((c) => wording.t(c.label));
const cellsOf = <Row>(columns: readonly Column<Row>[], row: Row, wording: Wording): string[] =>
  shown(columns).map((c) => c.cell(row, wording));

/** UTF-8 with BOM, so that Excel on a Chinese Windows reads it as what it is. */
function csvSheet(path: string): Sheet {
  const fd = openSync(path, 'w');
  writeSync(fd, '\ufeff');
  return {
    row: (cells) => {
      writeSync(fd, stringify([[...cells]], { record_delimiter: 'windows', quoted_string: true }));
    },
    async finish() {
      fsyncSync(fd);
      closeSync(fd);
    },
  };
}

/** Streamed, every cell a text cell: numbers of phones and papers keep their digits. */
function xlsxSheet(path: string): Sheet {
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({
    filename: path,
    useSharedStrings: false,
    useStyles: true,
  });
  const sheet = workbook.addWorksheet('1', { views: [{ state: 'frozen', ySplit: 1 }] });
  return {
    row(cells) {
      const row = sheet.addRow([...cells]);
      row.eachCell((cell) => {
        cell.numFmt = '@';
      });
      row.commit();
    },
    async finish() {
      sheet.commit();
      await workbook.commit();
    },
  };
}
