import { closeSync, openSync, writeSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import exceljs from 'exceljs';

/** A table being written to a file, row by row; every cell is text. */
export interface Sheet {
  rows(rows: readonly (readonly string[])[]): void;
  /** The file is complete (not yet synced). */
  finish(): Promise<void>;
  /** Lets go of a file that nobody will want. */
  abandon(): Promise<void>;
}

/** CSV in UTF-8 with BOM, so that Excel on a Chinese Windows reads it as what it is; every cell quoted. */
export function csvSheet(path: string): Sheet {
  const fd = openSync(path, 'w');
  writeSync(fd, '\ufeff');
  const close = async (): Promise<void> => closeSync(fd);
  return {
    rows(rows) {
      writeSync(
        fd,
        stringify(
          rows.map((cells) => [...cells]),
          { record_delimiter: 'windows', quoted: true, quoted_empty: true },
        ),
      );
    },
    finish: close,
    abandon: close,
  };
}

/** XLSX, streamed, every cell a text cell: numbers of phones and papers keep their digits, no formula is ever one. */
export function xlsxSheet(path: string): Sheet {
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({
    filename: path,
    useSharedStrings: false,
    useStyles: true,
  });
  const sheet = workbook.addWorksheet('1', { views: [{ state: 'frozen', ySplit: 1 }] });
  const finish = async (): Promise<void> => {
    sheet.commit();
    await workbook.commit();
  };
  return {
    rows(rows) {
      for (const cells of rows) {
        const row = sheet.addRow([...cells]);
        row.eachCell((cell) => {
          cell.numFmt = '@';
        });
        row.commit();
      }
    },
    finish,
    abandon: finish,
  };
}
