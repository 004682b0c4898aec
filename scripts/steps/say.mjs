/**
 * How the set-up speaks: one line per step, with what came of it and how long it took.
 *
 * `desk` and `bench` promise a clean standard output, so there every line goes to standard error.
 */

import { stripVTControlCharacters } from 'node:util';

/** A reason to stop that the reader can act on; printed without a stack trace. */
export class Stop extends Error {}

let out = process.stdout;

/** Sends every later line to standard error. */
export function speakOnStderr() {
  out = process.stderr;
}

/** Prints one line of plain words. */
export function say(line) {
  // Quoted output of other tools may be coloured although nobody's terminal is there to show it.
  out.write(`${out.isTTY ? line : stripVTControlCharacters(line)}\n`);
}

/** Milliseconds as people read them: `0.4 s`, `12.0 s`, `3 min 05 s`. */
export function duration(ms) {
  if (ms < 100_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

/** Prints `name  result  duration` in columns. */
export function line(name, result, ms) {
  say(`${name.padEnd(18)} ${result}  (${duration(ms)})`);
}

/**
 * Runs one step and prints its line. The step returns what came of it in a few words, or an object
 * whose `said` holds those words. A failing step prints its line too, then the error goes on.
 */
export async function step(name, work) {
  const began = performance.now();
  try {
    const result = await work();
    line(name, typeof result === 'string' ? result : result.said, performance.now() - began);
    return result;
  } catch (error) {
    line(name, 'failed', performance.now() - began);
    throw error;
  }
}
