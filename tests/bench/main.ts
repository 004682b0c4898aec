import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Electron, type Measured, machine, type Order, type Report, say } from './report';

/** `bench NAME [--entries N]`: runs one measurement and prints its report as the last line. Exit code 2: wrong words. */

interface Bench {
  /** Entries when none are asked for: done in two to three minutes. */
  entries: number;
  /** The size for which the goals are stated; at smaller ones ratios that grow with the book may miss. Null: any. */
  goalsFor: number | null;
  load: () => Promise<(order: Order) => Promise<Measured>>;
}

const BENCHES: Record<string, Bench> = {
  search: { entries: 200_000, goalsFor: 1_000_000, load: async () => (await import('./search')).benchSearch },
  insert: { entries: 100_000, goalsFor: 1_000_000, load: async () => (await import('./insert')).benchInsert },
  page: { entries: 200_000, goalsFor: 1_000_000, load: async () => (await import('./page')).benchPage },
  desk: { entries: 100_000, goalsFor: 1_000_000, load: async () => (await import('./desk')).benchDesk },
  print: { entries: 10_000, goalsFor: 10_000, load: async () => (await import('./print')).benchPrint },
  import: { entries: 50_000, goalsFor: 50_000, load: async () => (await import('./import')).benchImport },
  start: { entries: 20_000, goalsFor: null, load: async () => (await import('./start')).benchStart },
};

const USAGE = `bench ${Object.keys(BENCHES).join('|')} [--entries N] [--data DIR]

Measures this machine against the goals of the house, both sides in one run. The last line is JSON:
{"name","entries","goals":[{"goal","limit","measured","unit","ok"}],"details"}. The goals are stated for a
register of 1,000,000 entries (print: 10,000 lines a month); without --entries a smaller one is made. --data keeps the office that is
made in DIR, or measures the one that lies there.`;

/** Answers the exit code: 0 even when a goal is missed, 2 for words it does not know. */
export async function main(args: string[], electron: Electron): Promise<number> {
  const [name = '', ...rest] = args;
  if (name === '--help' || name === '-h') {
    console.log(USAGE);
    return 0;
  }
  const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
  const asked = bench && wordsOf(rest, bench.entries);
  if (!bench || !asked) {
    say(USAGE);
    return 2;
  }
  const began = performance.now();
  const run = await bench.load();
  const { entries } = asked;
  const { goals, details } = await run({ ...asked, electron });
  for (const { goal, limit, measured, unit, ok } of goals)
    say(`${ok ? 'met   ' : 'missed'}  ${goal} ${limit} ${unit}: ${measured}`);
  const seconds = Math.round((performance.now() - began) / 1000);
  const report: Report = {
    name,
    entries,
    goals,
    details: { goalsFor: bench.goalsFor, ...details, seconds, machine: machine() },
  };
  console.log(JSON.stringify(report));
  return 0;
}

/** What the words after the name ask for; undefined when they make no sense. */
function wordsOf(words: string[], byDefault: number): Omit<Order, 'electron'> | undefined {
  try {
    const { values } = parseArgs({
      args: words,
      options: { entries: { type: 'string' }, data: { type: 'string' } },
    });
    const entries = values.entries === undefined ? byDefault : Number(values.entries);
    if (!Number.isInteger(entries) || entries < 1000) return undefined;
    return values.data === undefined ? { entries } : { entries, keptIn: resolve(values.data) };
  } catch {
    return undefined;
  }
}
