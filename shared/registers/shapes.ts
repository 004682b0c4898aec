import { z } from 'zod';

/** Shapes every register shares: a page of lines, a line of an entry's story. */

/** A keyset page: `next` is the cursor for the following page, null at the end. `total` is capped: `more` says "1000+". */
export const pageOf = <T extends z.ZodType>(row: T) =>
  z.object({
    rows: z.array(row),
    next: z.string().nullable(),
    total: z.number().int(),
    more: z.boolean(),
  });

/** One happening in the story of an entry, drawn from the journal. */
export const storyLine = z.object({
  seq: z.number().int(),
  at: z.string(),
  actorName: z.string(),
  kind: z.string(),
  op: z.string(),
  /** Facts of the happening for display: plain values as recorded; erased personal values are null. */
  change: z.record(z.string(), z.unknown()),
  hash: z.string(),
});
export type StoryLine = z.infer<typeof storyLine>;
