import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import type { Encoding } from '../../../shared/registers/imports';
import { Refusal } from '../../../shared/result';
import { CAPS, type Deadline, Rows } from './caps';
import { decoded } from './encoding';
import { takePlain } from './plain-csv';

/** Rows of a CSV, TSV or semicolon table. Errors: Refusal `imports.encoding*`, `imports.brokenCsv` and those of the caps. */
export function readCsv(
  bytes: Uint8Array,
  asked: Encoding | null,
  deadline: Deadline,
): { rows: Rows['all']; encoding: Encoding } {
  const { text, encoding } = decoded(bytes, asked);
  deadline.check();
  const delimiter = delimiterOf(text);
  const plain = new Rows(deadline);
  if (takePlain(text, delimiter, (line, cells) => plain.add(line, cells.map(tidyCell))))
    return { rows: plain.all, encoding };
  const rows = new Rows(deadline);
  takeAny(text, delimiter, (line, cells) => rows.add(line, cells.map(tidyCell)));
  return { rows: rows.all, encoding };
}

/** The general reader: whatever a spreadsheet would open. Errors: Refusal `imports.cellTooLong`, `imports.brokenCsv`; what `take` throws. */
export function takeAny(
  text: string,
  delimiter: string,
  take: (line: number, cells: string[]) => void,
): void {
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      // Real files hold 5" and half a quote; only a table that cannot be cut is refused.
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: CAPS.columns * CAPS.cell,
      on_record: (record, { lines }) => {
        take(lines, record as string[]);
        return null;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) {
      const line = Number((error as { lines?: number }).lines ?? 0);
      throw new Refusal(error.code === 'CSV_MAX_RECORD_SIZE' ? 'imports.cellTooLong' : 'imports.brokenCsv', {
        line,
      });
    }
    throw error;
  }
}

/** Our own exports put an apostrophe before what a spreadsheet could take for a formula: it is taken off again. */
const tidyCell = (cell: string): string => {
  const text = cell.trim();
  return text.startsWith("'") && /^'[\s]*[=+\-@＝＋－＠|%]/.test(text) ? text.slice(1) : text;
};

/** The separator that cuts the first line into most cells. */
function delimiterOf(text: string): string {
  const head =
    text
      .slice(0, 4000)
      .split(/\r?\n/)
      .find((line) => line.trim() !== '') ?? '';
  const counts = [',', '\t', ';', '，'].map((sign) => ({ sign, n: head.split(sign).length }));
  return counts.reduce((best, one) => (one.n > best.n ? one : best)).sign;
}
