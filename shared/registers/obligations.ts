import { z } from 'zod';

/** What every register leaves open for the next shift, as the handover shows, keeps and prints it (S13, F19). */

const s = z.string();
const maybe = z.string().nullable();

/** One open matter: an entry and what is still to be done on it. */
export const matter = z.object({
  entryId: s,
  serialNo: maybe,
  title: s,
  detail: s,
  state: s,
  /** Since when it waits, UTC. */
  since: s,
  /** Instant or day it is due; null: no time of its own. */
  dueAt: maybe,
  /** Who has it in hand. */
  owner: maybe,
  late: z.boolean(),
});
export type Matter = z.infer<typeof matter>;

/** The open matters of one kind, the oldest first; `total` counts past the ones listed, `more`: past the counting as well. */
export const matterGroup = z.object({
  /** Namespace whose page opens the entries. */
  register: s,
  /** i18n key of the kind, with its namespace. */
  label: s,
  total: z.number().int(),
  more: z.boolean(),
  matters: z.array(matter),
});
export type MatterGroup = z.infer<typeof matterGroup>;

/** A number that should be there: what stands on the thing, and what its label scans as. */
export const thingNumber = z.object({ no: s, scanCode: maybe });

/** One kind of thing that can be counted at the desk. */
export const thing = z.object({
  /** Stable between shifts, e.g. `cabinet/01H…`. */
  code: s,
  /** i18n key of the name, with its namespace; `values` are its places. */
  label: s,
  values: z.record(s, s),
  /** Pieces, or fen when `measure` is `cents`; null: nobody can know beforehand. */
  expected: z.number().int().nullable(),
  measure: z.enum(['pieces', 'cents', 'range']),
  /** Pieces that are out and belong here. */
  out: z.number().int(),
  /** The numbers that should be there, so that a scan counts; empty where there are none. */
  numbers: z.array(thingNumber),
});
export type Thing = z.infer<typeof thing>;
