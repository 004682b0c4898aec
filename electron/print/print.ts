import type { PrintJob } from '../../shared/print/forms';
import { sheetCount } from '../../shared/print/slice';
import { Refusal } from '../../shared/result';
import type { Paper } from '../host';
import type { Bridge } from '../ipc';
import { runJob } from '../jobs';
import { note } from '../log';
import { type Laid, withPrintWindow } from './print-window';
import { slicesOf } from './slices';

/**
 * Paper (architecture.md §3.8): pages drawn in hidden sandboxed windows, saved as one PDF or handed to the system's
 * print dialog. Nothing is journalled here; `prints.run` records what was really made.
 */

/** Two windows draw at the same time: as fast as one call over everything, with an eleventh of its memory (speed.md §4). */
const WINDOWS_AT_ONCE = 2;

/** The system dialog takes one window, whose memory grows with every page; longer books are saved as PDF and printed from there. */
export const DIALOG_PAGES = 300;

/** How a window becomes a PDF: the pages as they stand on the screen, nothing around them. */
export const PDF_OPTIONS: Electron.PrintToPDFOptions = {
  preferCSSPageSize: true,
  printBackground: true,
  // Tags make a month book twelve times as large (speed.md §4).
  generateTaggedPDF: false,
  generateDocumentOutline: false,
  displayHeaderFooter: false,
  margins: { top: 0, bottom: 0, left: 0, right: 0 },
};

export class ElectronPaper implements Paper {
  readonly #bridge: Bridge;

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
  }

  async pdf(
    job: PrintJob,
    path: string,
    onProgress: (done: number, total: number) => void,
    cancelled: () => boolean,
  ): Promise<boolean> {
    const slices = slicesOf(job);
    // Joining the parts counts as one step more per slice in the bar.
    const total = slices.reduce((sum, slice) => sum + sheetCount(slice), 0) + slices.length;
    const parts = new Array<Uint8Array>(slices.length);
    let drawn = 0;
    let next = 0;
    const draw = async (): Promise<void> => {
      while (next < slices.length && !cancelled()) {
        const index = next++;
        const slice = slices[index]!;
        parts[index] = await withPrintWindow(this.#bridge, slice, (laid) => pdfOf(laid, slice));
        drawn += sheetCount(slice);
        onProgress(drawn, total);
      }
    };
    const windows = Array.from({ length: Math.min(WINDOWS_AT_ONCE, slices.length) }, draw);
    const ended = await Promise.allSettled(windows);
    const failed = ended.find((end) => end.status === 'rejected');
    if (failed) throw failed.reason;
    if (cancelled()) return false;
    const pages = await runJob(
      { kind: 'merge', parts, path },
      { onProgress: (done) => onProgress(drawn + done, total), isCancelled: cancelled },
    );
    return pages !== null;
  }

  async print(job: PrintJob): Promise<boolean> {
    const pages = sheetCount(job);
    if (pages > DIALOG_PAGES) throw new Refusal('prints.manyPages', { pages, limit: DIALOG_PAGES });
    return withPrintWindow(this.#bridge, job, (laid) => {
      assertWhole(laid, job);
      return dialogFor(laid);
    });
  }
}

async function pdfOf(laid: Laid, slice: PrintJob): Promise<Uint8Array> {
  assertWhole(laid, slice);
  return laid.window.webContents.printToPDF(PDF_OPTIONS);
}

/** A page that ran over would break "page n of N": refused as a defect rather than put on paper. */
function assertWhole({ pages, overflows }: Laid, job: PrintJob): void {
  if (overflows.length > 0) note(`print ${job.form}: ${overflows.length} cells did not fit`);
  const expected = sheetCount(job);
  if (pages !== expected)
    throw new Error(`print ${job.form}: ${pages} sheets laid out, ${expected} expected`);
}

/** Opens the system's dialog. False when the person cancelled. Refused `prints.printer` when the printer could not take it. */
function dialogFor({ window }: Laid): Promise<boolean> {
  const { promise, resolve, reject } = Promise.withResolvers<boolean>();
  window.webContents.print({ silent: false, printBackground: true }, (success, reason) => {
    if (success) resolve(true);
    else if (/cancel/i.test(reason)) resolve(false);
    else {
      note(`print dialog: ${reason}`);
      reject(new Refusal('prints.printer'));
    }
  });
  return promise;
}
