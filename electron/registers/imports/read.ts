import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Encoding } from '../../../shared/registers/imports';
import { headsKnown } from '../../../shared/registers/imports.fields';
import type { ImportKindName } from '../../../shared/registers/imports.heads';
import { Refusal } from '../../../shared/result';
import { CAPS, Deadline, type FileRow } from './caps';
import { readCsv } from './read-csv';
import { readXlsx } from './read-xlsx';

/** A brought file as rows of text, whatever it was. */
export interface Table {
  sha256: string;
  format: 'csv' | 'xlsx';
  encoding: Encoding;
  heads: string[];
  rows: FileRow[];
}

/** Rows at the top among which the headings are looked for: titles and dates may stand above them. */
const HEAD_ROWS = 10;

/** Reads a file. The bytes decide what it is, not its name. Errors: Refusal `imports.*`. */
export async function readTable(
  path: string,
  kind: ImportKindName,
  encoding: Encoding | null,
  cancelled: () => boolean,
): Promise<Table> {
  const bytes = bytesOf(path);
  const deadline = new Deadline(cancelled);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const starts = (...head: number[]) => head.every((byte, i) => bytes[i] === byte);
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) throw new Refusal('imports.oldExcel');
  if (starts(0x50, 0x4b)) {
    const rows = await readXlsx(bytes, deadline);
    return { sha256, format: 'xlsx', encoding: 'utf-8', ...headed(kind, rows) };
  }
  const csv = readCsv(bytes, encoding, deadline);
  return { sha256, format: 'csv', encoding: csv.encoding, ...headed(kind, csv.rows) };
}

/** Errors: Refusal `imports.notFound`, `imports.tooBig`, `imports.empty`. */
function bytesOf(path: string): Buffer {
  let size: number;
  try {
    const stat = statSync(path);
    if (!stat.isFile()) throw new Error('no file');
    size = stat.size;
  } catch {
    throw new Refusal('imports.notFound', { path: basename(path) });
  }
  if (size > CAPS.fileBytes) throw new Refusal('imports.tooBig', { mb: CAPS.fileBytes / 1024 / 1024 });
  if (size === 0) throw new Refusal('imports.empty');
  try {
    return readFileSync(path);
  } catch {
    throw new Refusal('imports.notFound', { path: basename(path) });
  }
}

function headed(kind: ImportKindName, rows: FileRow[]): { heads: string[]; rows: FileRow[] } {
  const known = rows.slice(0, HEAD_ROWS).map((row) => headsKnown(kind, row.cells));
  const best = Math.max(0, ...known);
  const at = best >= 2 ? known.indexOf(best) : 0;
  const head = rows[at];
  if (!head || rows.length <= at + 1) throw new Refusal('imports.empty');
  return { heads: head.cells, rows: rows.slice(at + 1) };
}
