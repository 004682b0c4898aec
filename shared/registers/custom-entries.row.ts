import { z } from 'zod';
import { PERSONAL_SLOTS } from './custom-books.row';
import { strike } from './found-items.row';

/** A line of one of the office's own books. Values stand in slots; the definition says what each slot is. */
export const CUSTOM_ENTRY_STATES = ['recorded', 'open', 'doing', 'done', 'voided'] as const;
export type CustomEntryState = (typeof CUSTOM_ENTRY_STATES)[number];

/** State chart of all courses; `doing` only where the book's course is `work`. */
export const CUSTOM_ENTRY_NEXT: Record<CustomEntryState, readonly CustomEntryState[]> = {
  recorded: ['voided'],
  open: ['doing', 'done', 'voided'],
  doing: ['done', 'voided'],
  done: ['voided'],
  voided: [],
};
/** Not finished. */
export const CUSTOM_WAITING: readonly CustomEntryState[] = ['open', 'doing'];

/** Personal values: in the row as typed, in the journal only as salted digests (architecture.md §4). */
export const CUSTOM_ENTRY_PERSONAL = PERSONAL_SLOTS;

const s = z.string();
const maybe = z.string().nullable();

export const customEntry = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(CUSTOM_ENTRY_STATES),
  version: z.number().int(),
  bookId: s,
  /** When it happened. */
  at: s,
  v01: maybe,
  v02: maybe,
  v03: maybe,
  v04: maybe,
  v05: maybe,
  v06: maybe,
  v07: maybe,
  v08: maybe,
  v09: maybe,
  v10: maybe,
  v11: maybe,
  v12: maybe,
  p01: maybe,
  p02: maybe,
  p03: maybe,
  p04: maybe,
  startedAt: maybe,
  startedByName: maybe,
  doneAt: maybe,
  doneByName: maybe,
  voidReason: maybe,
  voidedAt: maybe,
  voidedByName: maybe,
  note: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type CustomEntry = z.infer<typeof customEntry>;

export const customEntryLine = customEntry.extend({
  /** The book's names. */
  bookZh: s,
  bookEn: maybe,
  /** Its first values in one line, for lists over all books. */
  summary: s,
  late: z.boolean(),
  copies: z.number().int(),
  strikes: z.array(strike),
});
export type CustomEntryLine = z.infer<typeof customEntryLine>;
