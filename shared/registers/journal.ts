import { z } from 'zod';
import { query, task } from '../op';

/** The journal seen from the outside: its head, and the verifier (architecture.md §4). */

/** What kind of tampering a problem looks like; i18n keys below `verify.kind.`. */
export const PROBLEM_KINDS = [
  'chainBroken', // a journal line's hash does not follow from its content
  'lineMissing', // a gap in the sequence
  'entryEdited', // an entry differs from its last digest
  'entryMissing', // an entry the journal knows is gone
  'entryUnknown', // an entry the journal does not know
  'personalEdited', // a personal value differs from its sealed digest
  'tailCut', // an anchor is newer than the journal's end
  'rolledBack', // the file is older than an anchor: a copy put in its place
  'chainReplaced', // an anchor's hash differs: the chain was computed anew
  'schemaChanged', // triggers or tables are not ours
  'bindingBroken', // a bound month and the journal disagree
  'numberGap', // a serial number is missing or doubled
  'attachmentMissing',
  'attachmentEdited',
  'fileDamaged', // pages SQLite cannot read, broken references
  'searchStale', // the search index and the entries disagree (no tampering of evidence, but entries hide)
] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

export const problem = z.object({
  kind: z.enum(PROBLEM_KINDS),
  register: z.string().nullable(),
  /** Serial number or id of the entry, or `#seq` of a journal line. */
  where: z.string(),
  detail: z.string(),
});
export type Problem = z.infer<typeof problem>;

export const verdict = z.object({
  ok: z.boolean(),
  entries: z.number().int(),
  journal: z.number().int(),
  head: z.object({ seq: z.number().int(), hash: z.string(), at: z.string().nullable() }),
  /** The first bad entries, at most 100. */
  problems: z.array(problem),
  anchors: z.number().int(),
  tookMs: z.number(),
});
export type Verdict = z.infer<typeof verdict>;

export const journal = {
  head: query('signedIn', z.object({}), verdict.shape.head),
  /** Recomputes everything off the main thread; progress arrives as `progress` events of this job. */
  verify: task('journal.verify', z.object({ job: z.string().max(40) }), verdict),
} as const;
