import { z } from 'zod';
import { query } from '../op';
import { text } from '../text';

/** The omni-box over all registers (speed.md §1). */
export const searchHit = z.object({
  register: z.string(),
  entryId: z.string(),
  serialNo: z.string(),
  title: z.string(),
  /** Second line: place, person, time. */
  detail: z.string(),
  state: z.string(),
  at: z.string(),
  /** The operation Enter preselects, e.g. `foundItems.notifyPartyA`; null when nothing is open. */
  next: z.string().nullable(),
  /** Pieces of the query to highlight in title and detail. */
  marks: z.array(z.string()),
});
export type SearchHit = z.infer<typeof searchHit>;

/** The entry a scanned code belongs to, as the result card shows it (desk-practice.md §4 Scanner). */
export const scannedEntry = searchHit.omit({ marks: true }).extend({
  kind: z.literal('entry'),
  /** Operations this reader may do on it now, the one it waits for first. */
  acts: z.array(z.string()),
  /** What moved it last: operation, instant, name. The card says from it why a scan comes at the wrong time. */
  last: z.object({ op: z.string(), at: z.string(), by: z.string() }).nullable(),
});
export type ScannedEntry = z.infer<typeof scannedEntry>;

/** What one scanned code is; exactly one answer. */
export const scanned = z.discriminatedUnion('kind', [
  scannedEntry,
  /** A printed page of a book: which form, month and page, and when the month was last printed. */
  z.object({
    kind: z.literal('page'),
    form: z.string(),
    month: z.string().nullable(),
    pageNo: z.number().int(),
    printed: z.object({ at: z.string(), by: z.string(), copy: z.number().int() }).nullable(),
  }),
  /** An entry of a book this reader may not read: not even its existence is told. */
  z.object({ kind: z.literal('closed'), register: z.string() }),
  /** A right code without an entry: of another office, or of a number not given out yet. */
  z.object({ kind: z.literal('unknown'), register: z.string(), serialNo: z.string() }),
  /** The set-up page's own barcode. */
  z.object({ kind: z.literal('test') }),
  /** No code of ours. */
  z.object({ kind: z.literal('foreign') }),
]);
export type Scanned = z.infer<typeof scanned>;

export const search = {
  find: query(
    'signedIn',
    z.object({ typed: text(60), limit: z.number().int().min(1).max(50).default(20) }),
    z.object({ hits: z.array(searchHit), more: z.boolean() }),
  ),
  /** What the shift before wrote down: the newest lines of two days over all logs the reader may read, newest first. */
  recent: query(
    'signedIn',
    z.object({ limit: z.number().int().min(1).max(50).default(14) }),
    z.array(searchHit.omit({ marks: true })),
  ),
  /** Resolves a scanned code. */
  scan: query('signedIn', z.object({ code: text(80) }), scanned),
} as const;
