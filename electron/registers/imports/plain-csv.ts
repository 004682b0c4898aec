import { CAPS } from './caps';

/**
 * Tables as programs write them: each cell bare or wholly in quotes, one kind of line end. Cut here in a fifth of the time
 * that the general reader takes; whatever is not of that kind is left to it (read-csv.ts).
 */

const QUOTE = '"';

/** Longest line that may still be a row of a table. */
const LONGEST = CAPS.columns * CAPS.cell;

/** Hands over row by row; answers false, and what was taken is worth nothing, when the general reader must do it. */
export function takePlain(
  text: string,
  delimiter: string,
  take: (line: number, cells: string[]) => void,
): boolean {
  const firstEnd = text.indexOf('\n');
  const crlf = firstEnd > 0 && text[firstEnd - 1] === '\r';
  if (!crlf && text.includes('\r')) return false;
  let at = 0;
  for (let line = 1; at < text.length; line += 1) {
    const found = text.indexOf('\n', at);
    const next = found < 0 ? text.length : found;
    // A line end of the other kind belongs to a cell.
    if (crlf && found >= 0 && text[found - 1] !== '\r') return false;
    const end = crlf && found >= 0 ? next - 1 : next;
    if (end - at > LONGEST) return false;
    const record = text.slice(at, end);
    if (crlf && record.includes('\r')) return false;
    if (record !== '') {
      const cells = cellsOf(record, delimiter);
      if (cells === null) return false;
      take(line, cells);
    }
    at = next + 1;
  }
  return true;
}

function cellsOf(record: string, delimiter: string): string[] | null {
  if (!record.includes(QUOTE)) return record.split(delimiter);
  const cells: string[] = [];
  for (let at = 0; ; ) {
    let end: number;
    if (record[at] === QUOTE) {
      end = record.indexOf(QUOTE, at + 1);
      // The end of the line, or a doubled quote: the cell goes on.
      if (end < 0 || record[end + 1] === QUOTE) return null;
      cells.push(record.slice(at + 1, end));
      end += 1;
      if (end < record.length && record[end] !== delimiter) return null;
    } else {
      end = record.indexOf(delimiter, at);
      if (end < 0) end = record.length;
      const cell = record.slice(at, end);
      if (cell.includes(QUOTE)) return null;
      cells.push(cell);
    }
    if (end >= record.length) return cells;
    at = end + 1;
  }
}
