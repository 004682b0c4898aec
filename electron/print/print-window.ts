import { BrowserWindow } from 'electron';
import type { PrintJob } from '../../shared/print/forms';
import type { PrintSeat } from '../host';
import type { Bridge } from '../ipc';
import { loadPage, pagePreferences } from '../pages';
import { TITLES } from '../words';

/** One hidden sandboxed window on print.html: draws the pages of its seat, says when they are laid out, is thrown away. */

export interface Laid {
  window: BrowserWindow;
  /** Pages the window laid out. */
  pages: number;
  /** Cells that did not fit. */
  overflows: string[];
}

/** The page has this long to lay out a slice; a slice takes a few seconds on the slowest desk we know. */
const LAYOUT_LIMIT_MS = 120_000;

/**
 * Opens a window for the pages of `job`, waits until they are laid out, gives it to `use` and destroys it whatever happens.
 * Errors: the page cannot be loaded, its process ended, or it never said that it is ready.
 */
export async function withPrintWindow<T>(
  bridge: Bridge,
  job: PrintJob,
  use: (laid: Laid) => Promise<T>,
  limitMs = LAYOUT_LIMIT_MS,
): Promise<T> {
  const window = new BrowserWindow({
    show: false,
    width: 1200,
    height: 900,
    title: TITLES['zh-CN'],
    webPreferences: { ...pagePreferences(), backgroundThrottling: false },
  });
  try {
    const report = await laidOut(bridge, window, job, limitMs);
    return await use({ window, ...report });
  } finally {
    if (!window.isDestroyed()) window.destroy();
  }
}

async function laidOut(
  bridge: Bridge,
  window: BrowserWindow,
  job: PrintJob,
  limitMs: number,
): Promise<{ pages: number; overflows: string[] }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ pages: number; overflows: string[] }>();
  const seat: PrintSeat = { job, ready: resolve };
  bridge.admitPrint(window.webContents, seat);
  const limit = setTimeout(() => reject(new Error('the print window never became ready')), limitMs);
  window.webContents.once('render-process-gone', (_event, details) =>
    reject(new Error(`the print window's process ended: ${details.reason}`)),
  );
  // A page that failed says so nowhere else; without this the person would wait for the limit.
  window.webContents.on('console-message', (details, before) => {
    if (details.level === 'error' || before === 3)
      reject(new Error(`the print page failed: ${details.message}`));
  });
  window.webContents.once('preload-error', (_event, _path, error) => reject(error));
  try {
    // A load that fails must not leave the other promise unheard.
    return await Promise.race([promise, loadPage(window, 'print.html').then(() => promise)]);
  } finally {
    clearTimeout(limit);
  }
}
