import { z } from 'zod';
import type { FormNumber } from '../print/form-list';
import { id, instant } from '../text';

/** Signed paper (desk-practice.md §3.6): a slip that was printed to be signed, and where its signed copy is filed. */

/**
 * Slips that come back signed and are filed by their entry's scan code. The gate part F26 is not among them: it comes back through
 * its own book (S19), week by week.
 */
export const SIGNED_FORMS = [
  'F02',
  'F07',
  'F08',
  'F10',
  'F11',
  'F13',
  'F14',
  'F33',
  'mailReceipt',
] as const satisfies readonly FormNumber[];
export type SignedForm = (typeof SIGNED_FORMS)[number];

export const isSignedForm = (form: string): form is SignedForm =>
  (SIGNED_FORMS as readonly string[]).includes(form);

export const SIGNED_PAPER_STATES = ['out', 'filed', 'missing'] as const;
export type SignedPaperState = (typeof SIGNED_PAPER_STATES)[number];

/** Printed → filed; taken out of the binder again with a reason; given up as missing, and filed all the same when it turns up. */
export const SIGNED_PAPER_NEXT: Record<SignedPaperState, readonly SignedPaperState[]> = {
  out: ['filed', 'missing'],
  filed: ['out'],
  missing: ['out', 'filed'],
};

/** Days after which a slip that did not come back is chased: the weekly round of [N17]. */
export const SIGNED_LATE_DAYS = 7;

/** A row of `signed_papers`: one per entry and form, from the first print on. */
export const signedPaper = z.object({
  id,
  version: z.number().int(),
  /** Register and entry the slip belongs to, with its number as printed. */
  register: z.string(),
  entryId: id,
  entryNo: z.string(),
  form: z.enum(SIGNED_FORMS),
  state: z.enum(SIGNED_PAPER_STATES),
  /** How often it was printed; the signed copy may be any of them. */
  copies: z.number().int().min(1),
  /** First print: the age counts from here. */
  printedAt: instant,
  /** Who printed it last. */
  printedByName: z.string(),
  binder: z.string().nullable(),
  page: z.number().int().nullable(),
  filedAt: instant.nullable(),
  filedByName: z.string().nullable(),
  /** Why it was taken out of the binder or given up; null once it is filed. */
  reason: z.string().nullable(),
});
export type SignedPaper = z.infer<typeof signedPaper>;

/** A line of the screen: the row and how long it has been out. */
export const signedPaperLine = signedPaper.extend({
  /** Whole days since the first print; null once it is filed. */
  days: z.number().int().nullable(),
  late: z.boolean(),
});
export type SignedPaperLine = z.infer<typeof signedPaperLine>;
