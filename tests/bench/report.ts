import { statfsSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem } from 'node:os';

/** What a benchmark answers, and the few numbers it is made of. A missed goal is a result, never an error. */

/** Electron as the set-up found it. */
export interface Electron {
  /** The checkout's root: the app itself. */
  root: string;
  path: () => string;
  /** Flags every launch on this machine needs. */
  flags: string[];
}
/** What a benchmark is asked for. */
export interface Order {
  /** Found items in the office that is measured. */
  entries: number;
  /** A folder for the office, which stays; a temporary one when left out. */
  keptIn?: string;
  electron: Electron;
}
export type Measured = Pick<Report, 'goals' | 'details'>;

/** One goal of speed.md: `ok` says whether the measured value is on the right side of the limit. */
export interface Goal {
  /** What is compared, and which side of the limit is right. */
  goal: string;
  limit: number;
  measured: number;
  unit: string;
  ok: boolean;
}
/** The last line of standard output, as JSON. */
export interface Report {
  name: string;
  entries: number;
  goals: Goal[];
  details: Record<string, unknown>;
}

/** A goal that the measured value must not exceed. */
export const atMost = (goal: string, limit: number, measured: number, unit: string): Goal => ({
  goal: `${goal}: at most`,
  limit,
  measured: round(measured),
  unit,
  ok: measured <= limit,
});
/** A goal that the measured value must reach. */
export const atLeast = (goal: string, limit: number, measured: number, unit: string): Goal => ({
  goal: `${goal}: at least`,
  limit,
  measured: round(measured),
  unit,
  ok: measured >= limit,
});

/** Milliseconds of many runs of the same thing. */
export interface Times {
  n: number;
  min: number;
  p50: number;
  p95: number;
  max: number;
}

/** The value below which `share` of the samples lie (nearest rank). */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

export const timesOf = (samples: readonly number[]): Times => ({
  n: samples.length,
  min: round(percentile(samples, 0)),
  p50: round(percentile(samples, 0.5)),
  p95: round(percentile(samples, 0.95)),
  max: round(percentile(samples, 1)),
});

/** Four significant digits: more would only be noise. */
export const round = (value: number): number =>
  Number.isFinite(value) ? Number(value.toPrecision(4)) : value;

/** Milliseconds that `work` takes. */
export function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}
export async function timedAsync(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Progress for people; standard output belongs to the result. */
export const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** File system types by their number (statfs(2)); a temporary folder in memory would make a sync free. */
const FILE_SYSTEMS: Record<number, string> = {
  61267: 'ext4',
  16914836: 'tmpfs',
  1481003842: 'xfs',
  2435016766: 'btrfs',
  2035054128: 'overlayfs',
};

/** The machine under the numbers. */
export function machine(): Record<string, unknown> {
  const type = statfsSync(tmpdir()).type;
  return {
    platform: `${process.platform} ${release()} ${process.arch}`,
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryMiB: Math.round(totalmem() / 1024 ** 2),
    node: process.versions.node,
    temporaryFiles: FILE_SYSTEMS[type] ?? `file system ${type}`,
  };
}
