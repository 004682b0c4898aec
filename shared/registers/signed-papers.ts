import { z } from 'zod';
import { command, query } from '../op';
import { id, optionalText, text, version } from '../text';
import { pageOf } from './shapes';
import { SIGNED_FORMS, SIGNED_PAPER_STATES, signedPaperLine } from './signed-papers.row';

/** Signed-paper tracking (desk-practice.md §3.6): one scan files a slip that came back; lists of what did not. */

/** Counts that ask for action: printed and not back for a week, printed and not back at all. */
export const SIGNED_PAPER_NEEDS = ['late', 'out'] as const;
export type SignedPaperNeed = (typeof SIGNED_PAPER_NEEDS)[number];

const touch = { id, version };
const binder = text(20);
const done = z.object({
  id,
  version: z.number().int(),
  entryNo: z.string(),
  form: z.enum(SIGNED_FORMS),
  binder: z.string().nullable(),
  page: z.number().int().nullable(),
});

/** Filters of the list; all optional and joined by AND. */
export const signedPaperFilter = z.object({
  need: z.enum(SIGNED_PAPER_NEEDS).nullish(),
  states: z.array(z.enum(SIGNED_PAPER_STATES)).max(3).nullish(),
  forms: z.array(z.enum(SIGNED_FORMS)).max(SIGNED_FORMS.length).nullish(),
  /** Part of the entry's number. */
  search: optionalText(60),
  /** The binder by its whole name. */
  binder: optionalText(20),
});
export type SignedPaperFilter = z.input<typeof signedPaperFilter>;

export const signedPapers = {
  /** The oldest print first; a page of at most 200. */
  list: query(
    'signedPapers.read',
    z.object({
      filter: signedPaperFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(signedPaperLine),
  ),
  counts: query('signedPapers.read', z.object({}), z.record(z.enum(SIGNED_PAPER_NEEDS), z.number().int())),
  /** One slip. Errors: `notFound`. */
  entry: query('signedPapers.read', z.object({ id }), signedPaperLine),
  /** Where the reader (else anybody at the desk) filed last and the first free page after it; a named binder's first free page. */
  binder: query(
    'signedPapers.read',
    z.object({ binder: optionalText(20) }),
    z.object({ binder: z.string().nullable(), page: z.number().int() }),
  ),
  /**
   * Files a slip by its scan code or number; `page` null takes the next free one. Errors: `signedPapers.codeUnknown`,
   * `.ownBook` (a gate part of S19), `.notPrinted`, `.alreadyFiled` with its place, `.whichForm` when several slips of the entry are
   * out and none is named, `.pageTaken` with the slip that lies there.
   */
  file: command(
    'signedPapers.file',
    z.object({
      typed: text(40),
      form: z.enum(SIGNED_FORMS).nullish(),
      binder,
      page: z.number().int().min(1).max(9999).nullish(),
    }),
    done,
  ),
  /** It was another paper, or lies elsewhere: out of the binder, waited for again. Errors: `signedPapers.wrongState`. */
  unfile: command('signedPapers.unfile', z.object({ ...touch, reason: text(200, 2) }), done),
  /** It will not come back (lost, customer refused): no longer waited for. Errors: `signedPapers.wrongState`. */
  giveUp: command('signedPapers.giveUp', z.object({ ...touch, reason: text(200, 2) }), done),
} as const;
