import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { makeOffice, withFolder } from '../data';
import { electronEnv } from '../electron-env';
import { atMost, type Electron, type Measured, type Order, round, say } from '../report';
import { MARK, type Printed, type PrintOrder } from './order';

/** The month book as PDF (speed.md §4): slices in fresh windows against one call, each in an Electron of its own. */

/** All lines in one month. */
const MONTH = '2026-10';
const MONTH_IN_YEARS = 31 / 365.25;

/** Makes the data, measures both sides in one run. */
export async function benchPrint({ entries, keptIn, electron }: Order): Promise<Measured> {
  return withFolder(async (folder) => {
    const { dataDir, seconds } = await makeOffice(folder, entries, { years: MONTH_IN_YEARS, keptIn });
    const ways = { folder, dataDir, month: MONTH };
    say('in slices, as the app does');
    const app = await printed(electron, { ...ways, way: 'app' });
    say(`${app.pages} pages in ${Math.round(app.seconds)} s; now in one call`);
    const one = await printed(electron, { ...ways, way: 'one' });
    const goals = [
      atMost(
        'peak memory of the largest window / of the one window',
        0.125,
        app.largestWindowMiB / one.largestWindowMiB,
        'times',
      ),
      atMost('time in slices / in one call', 1.3, app.seconds / one.seconds, 'times'),
    ];
    return {
      goals,
      details: {
        seedSeconds: seconds,
        pagesPerSecond: { app: round(app.pages / app.seconds), oneCall: round(one.pages / one.seconds) },
        // Two windows draw at a time: what the machine must have for all of them.
        windowsTogether: round(app.windowsMiB / one.windowsMiB),
        app: rounded(app),
        oneCall: rounded(one),
      },
    };
  });
}

const rounded = (printed: Printed): Record<string, number> =>
  Object.fromEntries(Object.entries(printed).map(([key, value]) => [key, round(value as number)]));

/** Runs printer.ts in Electron. Errors: it ended without an answer. */
function printed(electron: Electron, order: PrintOrder): Promise<Printed> {
  const main = join(import.meta.dirname, 'printer.js');
  const child = spawn(electron.path(), [...electron.flags, main, JSON.stringify(order)], {
    env: electronEnv(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, complaint] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
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
