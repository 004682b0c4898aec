import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { closeNetwork, guardContents, guardSession } from '../../../electron/guard';
import { Bridge } from '../../../electron/ipc';
import { openLog } from '../../../electron/log';
import { memorySession } from '../../../electron/node-host';
import { ElectronPaper, PDF_OPTIONS } from '../../../electron/print/print';
import { type Laid, withPrintWindow } from '../../../electron/print/print-window';
import { answerSeat } from '../../../electron/print/seat';
import { registerScheme, serve } from '../../../electron/protocol';
import type { PrintJob } from '../../../shared/print/forms';
import { sheetCount, sliceJob } from '../../../shared/print/slice';
import { must, openBench } from '../data';
import { MARK, type Printed, type PrintOrder } from './order';

/**
 * The Electron side of the print benchmark: one book on paper in one way, with the memory of its windows watched. Started
 * by print/index.ts, once per way, with the order as its last word.
 */

const order = JSON.parse(process.argv.at(-1) ?? '') as PrintOrder;
/** Between two looks at the memory, in ms. */
const LOOK_MS = 50;
/** A window that must lay out everything may take far longer than a slice. */
const WHOLE_BOOK_MS = 1_800_000;

app.setPath('userData', join(order.folder, `profile-${order.way}`));
openLog(join(order.folder, 'logs'), true);
registerScheme();
closeNetwork();
app.on('window-all-closed', () => undefined);
app
  .whenReady()
  .then(print)
  .then(
    (printed) => {
      process.stdout.write(`${MARK}${JSON.stringify(printed)}\n`);
      app.exit(0);
    },
    (error: unknown) => {
      console.error(error);
      app.exit(1);
    },
  );

async function print(): Promise<Printed> {
  guardContents();
  guardSession(() => false);
  serve(join(import.meta.dirname, '../renderer'));
  const bridge = new Bridge();
  bridge.listen(answerSeat, memorySession());

  const office = await openBench(order.dataDir);
  const began = performance.now();
  const job = must(await office.client.prints.prepare({ form: 'F01', month: order.month }));
  office.close();
  const prepared = performance.now();
  const whole = order.pages === null ? job : sliceJob(job, 0, order.pages);
  const memory = new Memory();
  const path = join(order.folder, `${order.way}.pdf`);
  let failed: string | null = null;
  try {
    if (order.way === 'app') await inSlices(bridge, whole, path);
    else await inOneCall(bridge, whole, path);
  } catch (error) {
    // Chromium gives up on a book that is too long; how far it came in memory is worth knowing.
    failed = String(error);
  }
  const ended = performance.now();
  return {
    failed,
    pages: sheetCount(whole),
    lines: job.family === 'register' ? job.countsRows : 0,
    prepareSeconds: (prepared - began) / 1000,
    seconds: (ended - prepared) / 1000,
    ...memory.stop(),
  };
}

/** The house's own way. */
async function inSlices(bridge: Bridge, job: PrintJob, path: string): Promise<void> {
  const never = (): boolean => false;
  await new ElectronPaper(bridge).pdf(job, path, () => undefined, never);
}

/** What a print of the whole book from one window costs. */
async function inOneCall(bridge: Bridge, job: PrintJob, path: string): Promise<void> {
  const draw = ({ window }: Laid): Promise<Buffer> => window.webContents.printToPDF(PDF_OPTIONS);
  const bytes = await withPrintWindow(bridge, job, draw, WHOLE_BOOK_MS);
  writeFileSync(path, bytes, { flush: true });
}

/** Watches what the windows' processes hold in memory (resident, MiB). */
class Memory {
  #largest = 0;
  #together = 0;
  #everything = 0;
  readonly #timer = setInterval(() => this.#look(), LOOK_MS);

  #look(): void {
    const all = app.getAppMetrics();
    const mib = (memory: Electron.MemoryInfo): number => memory.workingSetSize / 1024;
    const windows = all.filter(({ type }) => type === 'Tab').map(({ memory }) => mib(memory));
    this.#largest = Math.max(this.#largest, ...windows);
    this.#together = Math.max(
      this.#together,
      windows.reduce((sum, own) => sum + own, 0),
    );
    this.#everything = Math.max(
      this.#everything,
      all.reduce((sum, { memory }) => sum + mib(memory), 0),
    );
  }

  stop(): Pick<Printed, 'largestWindowMiB' | 'windowsMiB' | 'everythingMiB'> {
    clearInterval(this.#timer);
    this.#look();
    return {
      largestWindowMiB: this.#largest,
      windowsMiB: this.#together,
      everythingMiB: this.#everything,
    };
  }
}
