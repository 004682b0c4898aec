import { z } from 'zod';
import { command, query, task } from '../op';
import { FORM_NUMBERS, printJob } from '../print/forms';
import { id, month, optionalText } from '../text';

/**
 * Printing (domain.md §3.0, §6.2; desk-practice.md §3): prepare → the print window draws → record.
 * Each print is a journal event with copy number and page range. `prepare`, `record` and `run` are open to whoever is signed
 * in; the paper asked for has a permit of its own, and without it they are refused `notAllowed`.
 */

/** What to print: a month of a register form, or the slip of one entry; `blank` asks for an empty sheet for handwriting. */
export const printRequest = z.object({
  form: z.enum(FORM_NUMBERS),
  month: month.nullish(),
  entryId: id.nullish(),
  blank: z.boolean().default(false),
  lang: z.enum(['zh-CN', 'en']).default('zh-CN'),
  /** Preview of a long book: only these pages (slips, labels) travel, `of` and all numbers stay those of the whole. */
  only: z.object({ from: z.number().int().min(1), count: z.number().int().min(1).max(40) }).nullish(),
});
export type PrintRequest = z.input<typeof printRequest>;

export const prints = {
  /** The print shape of a form: pages already cut, numbers and copy known. Preview and paper draw the same thing. */
  prepare: query('signedIn', printRequest, printJob),
  /**
   * Journals a finished print. `serialNos`: the entries whose slips or labels are on the paper. Refused
   * `prints.copyTaken` when another copy was made meanwhile, `prints.markUnknown` when the chain mark is not of this journal.
   */
  record: command(
    'signedIn',
    z.object({
      request: printRequest,
      copy: z.number().int().min(1),
      pages: z.number().int().min(1),
      serialNos: z.array(z.string().max(40)).max(100_000).default([]),
      pageFrom: z.number().int().min(1),
      pageTo: z.number().int().min(1),
      chainMark: z.string().max(64),
      to: z.enum(['printer', 'pdf']),
    }),
    z.object({ seq: z.number().int() }),
  ),
  /** Prints through the system dialog or saves a PDF (`path` null: asks where). Long books report progress and can be cancelled. */
  run: task(
    'signedIn',
    z.object({
      request: printRequest,
      to: z.enum(['printer', 'pdf']),
      path: optionalText(1000),
      job: z.string().max(40),
    }),
    z.object({ pages: z.number().int(), path: z.string().nullable(), cancelled: z.boolean() }),
  ),
  /** Stops a running job at the next safe point. */
  cancel: task('signedIn', z.object({ job: z.string().max(40) }), z.object({})),
  /** The print window asks for what it must draw: a slice of pages of its own job. */
  page: task('printWindow', z.object({}), printJob),
  /** The print window says that fonts are loaded and every page is laid out; `overflows` names cells that did not fit. */
  ready: task(
    'printWindow',
    z.object({ pages: z.number().int(), overflows: z.array(z.string()).max(200) }),
    z.object({}),
  ),
} as const;
