import { join } from 'node:path';
import { makeOffice, withFolder } from '../data';
import { atMost, type Electron, type Measured, type Order, round, say } from '../report';
import { startElectron } from '../start-electron';
import { MARK, type Printed, type PrintOrder } from './order';

/** The month book as PDF (speed.md §4): slices in fresh windows against one call, each in an Electron of its own. */

/** All lines in one month. */
const MONTH = '2026-10';
const MONTH_IN_YEARS = 31 / 365.25;

/** Makes the data, measures both sides in one run. */
export async function benchPrint({ entries, keptIn, electron }: Order): Promise<Measured> {
  return withFolder(async (folder) => {
    const { dataDir, seconds } = await makeOffice(folder, entries, { years: MONTH_IN_YEARS, keptIn });
    const ways = { folder, dataDir, month: MONTH, pages: null };
    say('in slices, as the app does');
    const app = await printed(electron, { ...ways, way: 'app' });
    if (app.failed) throw new Error(`the app cannot print the book: ${app.failed}`);
    say(`${app.pages} pages in ${Math.round(app.seconds)} s; now in one call`);
    const tries: Printed[] = [];
    for (let pages: number | null = null; ; pages = Math.ceil((pages ?? app.pages) / 2)) {
      const one = await printed(electron, { ...ways, way: 'one', pages });
      tries.push(one);
      if (!one.failed) break;
      say(`one call gave up on ${one.pages} pages: ${one.failed}`);
    }
    const one = tries.at(-1)!;
    // Where one call gave up, what it held by then is less than it would have needed.
    const most = (of: 'largestWindowMiB' | 'everythingMiB'): number => Math.max(...tries.map((t) => t[of]));
    const perPage = (printed: Printed): number => printed.seconds / printed.pages;
    const goals = [
      atMost(
        'peak memory of the largest window / of the one window',
        0.125,
        app.largestWindowMiB / most('largestWindowMiB'),
        'times',
      ),
      atMost(
        'time of a page in slices / in the longest print one call can do',
        1.3,
        perPage(app) / perPage(one),
        'times',
      ),
    ];
    return {
      goals,
      details: {
        seedSeconds: seconds,
        pagesPerSecond: { app: round(1 / perPage(app)), oneCall: round(1 / perPage(one)) },
        // Two windows draw at a time: what the machine must have for all of them.
        windowsTogether: round(app.windowsMiB / most('largestWindowMiB')),
        app: rounded(app),
        oneCall: tries.map(rounded),
      },
    };
  });
}

const rounded = (printed: Printed): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(printed).map(([key, value]) => [key, typeof value === 'number' ? round(value) : value]),
  );

/** Runs printer.ts in Electron. Errors: it ended without an answer. */
function printed(electron: Electron, order: PrintOrder): Promise<Printed> {
  const main = join(import.meta.dirname, 'printer.js');
  const child = startElectron(electron, [main, JSON.stringify(order)]);
  let [out, complaint] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const answer = out.split('\n').find((line) => line.startsWith(MARK));
      if (answer) resolve(JSON.parse(answer.slice(MARK.length)) as Printed);
      else reject(new Error(`printing ended with ${code}:\n${complaint.slice(-2000)}`));
    });
  });
}
