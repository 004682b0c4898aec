import type { PrintJob, Slip } from './forms';

/** A print is a row of sheets. These say how many, and cut a job into parts for windows of their own (speed.md §4). */

/** Sheets of one slip: each part, and its continuation sheets. */
export const sheetsOfSlip = (slip: Slip): number => slip.parts.length * (1 + slip.more.length);

/** Things that are never torn between windows: pages, slips with all their parts, labels. */
export function unitCount(job: PrintJob): number {
  if (job.family === 'slip') return job.slips.length;
  if (job.family === 'label') return job.labels.length;
  return job.pages.length;
}

/** Sheets of paper this job (or slice of a job) draws. `job.of` stays the number of the whole print. */
export function sheetCount(job: PrintJob): number {
  if (job.family === 'slip') return job.slips.reduce((sum, slip) => sum + sheetsOfSlip(slip), 0);
  return unitCount(job);
}

/** The units `from` (from 0) up to but not including `to`, as a job of their own. */
export function sliceJob<J extends PrintJob>(job: J, from: number, to: number): J {
  if (job.family === 'slip') return { ...job, slips: job.slips.slice(from, to) };
  if (job.family === 'label') return { ...job, labels: job.labels.slice(from, to) };
  return { ...job, pages: job.pages.slice(from, to) };
}
