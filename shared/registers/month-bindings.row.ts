import { z } from 'zod';
import { id, instant, month } from '../text';

/** Month binding 装订 (desk-practice.md §3.5): a month of a book, frozen, with its pages' digests and the chain's end as its root. */

/** A bound page: its number in the year, the first and last running number whose line begins on it, and the digest of their states. */
export const boundPage = z.object({
  no: z.number().int(),
  from: z.number().int(),
  to: z.number().int(),
  /** SHA-256, base64url, over number, version and journal digest of every line (electron/db/bound-pages.ts). */
  digest: z.string(),
});
export type BoundPage = z.infer<typeof boundPage>;

/** A row of `month_bindings`; written once, never changed, never reopened. */
export const monthBinding = z.object({
  id,
  version: z.number().int(),
  /** `ZT202610-F01`: month and form. */
  serialNo: z.string(),
  register: z.string(),
  form: z.string(),
  month,
  lines: z.number().int(),
  voids: z.number().int(),
  corrections: z.number().int(),
  /** JSON of `boundPage[]`. */
  pages: z.string(),
  /** The chain's end when the pages were taken (根). */
  rootSeq: z.number().int(),
  rootHash: z.string(),
  /** Number and root of the book's month before; null for the first that is bound. */
  previousNo: z.string().nullable(),
  previousRoot: z.string().nullable(),
  /** 经办、复核、主管: three different people. */
  handlerId: id,
  handlerName: z.string(),
  checkerId: id,
  checkerName: z.string(),
  supervisorId: id,
  supervisorName: z.string(),
  boundAt: instant,
});
export type MonthBinding = z.infer<typeof monthBinding>;

/** A supplement 补记 to a line of a bound month: the line itself stays as it was bound. A row of `binding_supplements`. */
export const bindingSupplement = z.object({
  id,
  version: z.number().int(),
  bindingId: id,
  register: z.string(),
  /** The line it belongs to. */
  entryNo: z.string(),
  text: z.string(),
  /** Month in whose volume it is printed. */
  month,
  recordedAt: instant,
  recorderId: id,
  recorderName: z.string(),
});
export type BindingSupplement = z.infer<typeof bindingSupplement>;
