import type { PrintJob } from '../../shared/print/forms';
import { sliceJob, unitCount } from '../../shared/print/slice';

/**
 * Units a window draws. A register page costs its window about 6 MB, so 50 pages (500 lines) stay near 400 MB; slips and
 * labels are lighter. A fresh window each keeps memory flat (speed.md §4).
 */
const UNITS_PER_WINDOW: Record<PrintJob['family'], number> = {
  register: 50,
  slip: 60,
  label: 200,
  notice: 50,
};

/** The job as jobs for one window each, in order; a short job is its own only slice. Numbers and page counts were cut before. */
export function slicesOf(job: PrintJob): PrintJob[] {
  const size = UNITS_PER_WINDOW[job.family];
  const total = unitCount(job);
  const slices: PrintJob[] = [];
  for (let from = 0; from < total; from += size) slices.push(sliceJob(job, from, from + size));
  return slices.length > 0 ? slices : [job];
}
