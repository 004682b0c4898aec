/** What the two sides of the print benchmark tell each other. */

/** `app`: the house's method, slices in fresh windows; `one`: the whole book from one window. */
export type Way = 'app' | 'one';

/** Handed to the Electron side as JSON, its last argument. */
export interface PrintOrder {
  way: Way;
  dataDir: string;
  /** For the PDF and the profile. */
  folder: string;
  /** The month's book that is printed, `YYYY-MM`. */
  month: string;
  /** Only the first pages; null for all. */
  pages: number | null;
}

/** Leads the one line of the answer. */
export const MARK = 'PRINTED ';

/** Its answer. Memory is resident memory: peak of one window's process, of all windows together, of the whole app. */
export interface Printed {
  /** Why there is no PDF; null when there is one. */
  failed: string | null;
  pages: number;
  lines: number;
  /** Cutting the pages, the same for both ways and not in `seconds`. */
  prepareSeconds: number;
  /** From the cut pages to the file on the disk. */
  seconds: number;
  largestWindowMiB: number;
  windowsMiB: number;
  everythingMiB: number;
}
