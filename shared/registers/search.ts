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

export const search = {
  find: query(
    'signedIn',
    z.object({ typed: text(60), limit: z.number().int().min(1).max(50).default(20) }),
    z.object({ hits: z.array(searchHit), more: z.boolean() }),
  ),
} as const;
