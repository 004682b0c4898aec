import type { PrintJob } from '../../shared/print/forms';

/**
 * A long print is drawn in slices, a fresh window each: memory stays that of one slice (speed.md §4). Pages are cut and
 * numbered before, so a slice draws exactly what the whole would.
 */

/** Pages of a register per window: about 1,000 lines. */
export const PAGES_PER_WINDOW = 85;
const SLIPS_PER_WINDOW = 60;
const LABELS_PER_WINDOW = 200;

/** The job as a list of jobs to be drawn one after the other; a short job is its own only slice. */
export function slicesOf(job: PrintJob): PrintJob[] {
  switch (job.family) {
    case 'register':
      return chunks(job.pages, PAGES_PER_WINDOW).map((pages) => ({ ...job, pages }));
    case 'slip':
      return chunks(job.slips, SLIPS_PER_WINDOW).map((slips) => ({ ...job, slips }));
    case 'label':
      return chunks(job.labels, LABELS_PER_WINDOW).map((labels) => ({ ...job, labels }));
    case 'notice':
      return [job];
  }
}

/** How much of the work a slice is, for the progress bar: pages, slips, labels. */
export function weightOf(job: PrintJob): number {
  switch (job.family) {
    case 'register':
      return job.pages.length;
    case 'slip':
      return job.slips.length;
    case 'label':
      return job.labels.length;
    case 'notice':
      return 1;
  }
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < Math.max(all.length, 1); at += size) parts.push(all.slice(at, at + size));
  return parts;
}
