import { z } from 'zod';
import { command, query } from '../op';
import { day, id, instant, month, optionalText, phone, text, version } from '../text';
import { cents } from './amounts';
import { pageOf, storyLine } from './shapes';
import {
  TOOL_BORROWERS,
  TOOL_IDENTITIES,
  TOOL_LOAN_CORRECTABLE,
  TOOL_LOAN_STATES,
  TOOL_NO_BORROWERS,
  TOOL_OUTCOMES,
  toolLoan,
  toolLoanLine,
} from './tool-loans.row';

/** S18 借用: the operations of F25 and the permit each needs. Rules: domain.md S18, F25; desk-practice.md §2.6. */

/** Counts that ask for action: over, due today, broken or gone and not settled. */
export const TOOL_LOAN_NEEDS = ['overdue', 'dueToday', 'toSettle'] as const;
export type ToolLoanNeed = (typeof TOOL_LOAN_NEEDS)[number];

const touch = { id, version };
const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });

/** What the form of a loan sends. */
export const issueTool = z.object({
  toolId: id,
  borrowerClass: z.enum([...TOOL_BORROWERS, ...TOOL_NO_BORROWERS]),
  borrowerName: text(40),
  borrowerPhone: phone,
  unitId: id.nullish().transform((value) => value ?? null),
  identity: z.enum(TOOL_IDENTITIES),
  issuedAt: instant,
  /** When left out, as the inventory says: by the end of office hours, so many days later. */
  dueAt: instant.nullish().transform((value) => value ?? null),
  conditionOut: text(80),
  depositCents: cents,
  depositReceiptNo: optionalText(30),
  note: optionalText(300),
});

/** Filters of the list; all optional and joined by AND. */
export const toolLoanFilter = z.object({
  need: z.enum(TOOL_LOAN_NEEDS).nullish(),
  states: z.array(z.enum(TOOL_LOAN_STATES)).max(6).nullish(),
  toolId: id.nullish(),
  unitId: id.nullish(),
  fromOn: day.nullish(),
  toOn: day.nullish(),
  month: month.nullish(),
  /** Borrower or recorder: part of the name. */
  person: optionalText(40),
  search: optionalText(60),
});
export type ToolLoanFilter = z.input<typeof toolLoanFilter>;

export const toolLoans = {
  /** Lines of the book, newest first; a page of at most 200. */
  list: query(
    'tools.read',
    z.object({
      filter: toolLoanFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(toolLoanLine),
  ),
  counts: query('tools.read', z.object({}), z.record(z.enum(TOOL_LOAN_NEEDS), z.number().int())),
  entry: query(
    'tools.read',
    z.object({ id }),
    z.object({
      entry: toolLoanLine,
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: z.string().nullable(),
      warnings: z.array(z.string()),
    }),
  ),
  /**
   * Lends a tool or radio. Errors: `toolLoans.contractor`, `.radioStaffOnly`, `.unitMissing`, `.unitUnknown`,
   * `.phoneMissing`, `.depositLess`, `.receiptMissing`, `.notIn` {no}.
   */
  issue: command('tools.lend', issueTool, done.extend({ scanCode: z.string() })),
  /**
   * It is back, in good order or not; the deposit goes back in full, or less with a reason. Errors: `toolLoans.tooMuchBack`,
   * `.reasonMissing`, `.damageMissing`.
   */
  return: command(
    'tools.lend',
    z.object({
      ...touch,
      at: instant,
      /** The borrower when left out. */
      returnerName: optionalText(40),
      condition: z.enum(['good', 'damaged']),
      damageNote: optionalText(200),
      depositBackCents: cents,
      depositReason: optionalText(200),
      refundReceiptNo: optionalText(30),
    }),
    done,
  ),
  /** Back by the scan of its label alone, in good order. Errors: `toolLoans.notOut` {no}, `.depositHeld`. */
  returnTool: command(
    'tools.lend',
    z.object({ toolId: id }),
    done.extend({ toolNo: z.string(), borrowerName: z.string().nullable() }),
  ),
  /** A scan made by mistake: out again. Errors: `toolLoans.undoNotYours`, `.undoTooLate`. */
  undoReturn: command('tools.lend', z.object({ loanId: id }), done),
  /** Later than agreed. Errors: `toolLoans.notLonger`. */
  extend: command('tools.lend', z.object({ ...touch, dueAt: instant, note: optionalText(200) }), done),
  /** The borrower lost it. */
  reportLoss: command('tools.lend', z.object({ ...touch, at: instant, damageNote: text(200, 2) }), done),
  /**
   * Paid for or written off. Errors: `toolLoans.receiptMissing`, `.reasonMissing` when less than the deposit goes back,
   * `.tooMuchBack`.
   */
  settle: command(
    'tools.settle',
    z.object({
      ...touch,
      outcome: z.enum(TOOL_OUTCOMES),
      outcomeCents: cents,
      outcomeReceiptNo: optionalText(30),
      depositBackCents: cents,
      depositReason: optionalText(200),
      note: optionalText(300),
    }),
    done,
  ),
  /** One field corrected, as in every register (trust.md C5). */
  correct: command(
    'tools.correct',
    z.object({
      ...touch,
      field: z.enum(TOOL_LOAN_CORRECTABLE),
      value: z.string().max(2000),
      reason: optionalText(200),
    }),
    done.extend({ warnings: z.array(z.string()) }),
  ),
  /** Voids the line; an open one puts the tool back. Errors: `entry.managerOnly` once it is settled. */
  void: command('tools.void', z.object({ ...touch, reason: text(200, 2) }), done),
  markSeen: command('tools.read', z.object({ id }), z.object({ seen: z.boolean() })),
  /** Shows the phone in full: role, reason, journal event. */
  unmask: command(
    'tools.unmask',
    z.object({ id, reason: text(100, 2) }),
    toolLoan.pick({ borrowerPhone: true }),
  ),
} as const;
