import { rmSync } from 'node:fs';
import { wordingOf } from '../../../shared/print/words';
import { kyselyOver, openRaw } from '../../db/open';
import { fsyncPath } from '../../db/safe-copy';
import type { TextPage } from './list';
import { LISTS } from './lists';
import type { ExportOrder } from './order';
import { safeCell } from './safe-cell';
import { csvSheet, type Sheet, xlsxSheet } from './sheets';

/** Writes a filtered register to CSV or XLSX: own read-only connection, keyset pages, one snapshot, synced at the end. */

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
    const list = LISTS[order.register];
    if (!list) throw new Error(`no list of ${order.register}`);
    const wording = wordingOf(order.lang);
    const book = list.open(order.filter, { db: kyselyOver(raw), raw, wording, now: order.now });
    sheet = order.format === 'csv' ? csvSheet(order.path) : xlsxSheet(order.path);
    sheet.rows([book.heads]);
    let done = 0;
    let after: string | null = null;
    do {
      if (cancelled()) return null;
      const page: TextPage = await book.page(after);
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
