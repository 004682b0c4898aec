import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makeOffice, withFolder } from '../data';
import { atMost, type Electron, type Measured, type Order, percentile, round, say, timesOf } from '../report';
import { startElectron } from '../start-electron';
import { proportionalMiB } from './memory';

/** From the start of the process to a page that says it is ready, and the memory then: against the least Electron app. */

const RUNS = 7;
/** What loads lazily has loaded by then, in ms. */
const SETTLE_MS = 2000;
const LIMIT_MS = 60_000;

/** Makes the data, measures both sides in one run. */
export async function benchStart({ entries, keptIn, electron }: Order): Promise<Measured> {
  return withFolder(async (folder) => {
    const { dataDir, seconds } = await makeOffice(folder, entries, { keptIn });
    const here = join(electron.root, 'tests/bench/start');
    const command = (name: string, app: string, words: string[] = []): string[] => [
      ...['-r', join(here, 'marker.cjs'), app],
      `--user-data-dir=${join(folder, name)}`,
      ...words,
    ];
    const sides = {
      app: command('app', electron.root, ['--data', dataDir]),
      minimal: command('minimal', join(here, 'minimal')),
    };
    const started: Record<keyof typeof sides, Started[]> = { app: [], minimal: [] };
    // The first start of each makes its profile and is not counted.
    for (let run = 0; run <= RUNS; run += 1) {
      say(run === 0 ? 'first starts' : `start ${run} of ${RUNS}`);
      for (const side of ['minimal', 'app'] as const) {
        const one = await start(electron, sides[side]);
        if (run > 0) started[side].push(one);
      }
    }
    const times = (side: keyof typeof sides): number[] => started[side].map(({ ms }) => ms);
    const memory = (side: keyof typeof sides): number[] => started[side].flatMap(({ mib }) => mib ?? []);
    const ratio = (of: typeof times): number => percentile(of('app'), 0.5) / percentile(of('minimal'), 0.5);
    const goals = [atMost('start until the page is ready / of a minimal app, p50', 2, ratio(times), 'times')];
    // Proportional set size exists on Linux only.
    if (memory('app').length > 0)
      goals.push(atMost('memory (PSS) / of a minimal app, p50', 2, ratio(memory), 'times'));
    return {
      goals,
      details: {
        seedSeconds: seconds,
        settleMs: SETTLE_MS,
        ms: { app: timesOf(times('app')), minimal: timesOf(times('minimal')) },
        mib: {
          app: round(percentile(memory('app'), 0.5)),
          minimal: round(percentile(memory('minimal'), 0.5)),
        },
      },
    };
  });
}

interface Started {
  ms: number;
  mib: number | null;
}

/** One start, from spawning to a ready page; then its memory; then its end. Errors: the page never became ready. */
async function start(electron: Electron, words: string[]): Promise<Started> {
  const began = performance.now();
  const child = startElectron(electron, words);
  try {
    await pageReady(child);
    const ms = performance.now() - began;
    await wait(SETTLE_MS);
    return { ms, mib: proportionalMiB(child.pid!) };
  } finally {
    await ended(child);
  }
}

function pageReady(child: ChildProcess): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    if (text.includes('PAGE READY')) resolve();
  });
  child.once('error', reject);
  child.once('exit', (code) => reject(new Error(`the app ended with ${code}:\n${complaint.slice(-2000)}`)));
  const limit = setTimeout(() => reject(new Error(`no ready page:\n${complaint.slice(-2000)}`)), LIMIT_MS);
  return promise.finally(() => clearTimeout(limit));
}

/** Asks the process to quit and waits for it; what does not answer is ended. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const over = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const hard = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await over;
  clearTimeout(hard);
}
