import { z } from 'zod';
import { command, query } from '../op';
import { count, day, id, instant, month, optionalPhone, optionalText, text, version } from '../text';
import { JOB_KINDS } from './business.setting';
import {
  OFFICE_JOB_CORRECTABLE,
  OFFICE_JOB_STATES,
  officeJob,
  officeJobLine,
  PAY_WAYS,
} from './office-jobs.row';
import { pageOf, storyLine } from './shapes';

/** S21: the operations of the business centre's job log and the permit each needs. Rules: domain.md S21, F28. */

/** Counts that ask for action: not settled yet, on somebody's account. */
export const OFFICE_JOB_NEEDS = ['toSettle', 'onAccount'] as const;
export type OfficeJobNeed = (typeof OFFICE_JOB_NEEDS)[number];

const touch = { id, version };
const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });
const thousand = count.max(9999, { error: 'count.high' });

/** What the form of a new job sends. The price comes from the list, never from the form. */
export const registerJob = z.object({
  takenAt: instant,
  customerName: text(60),
  customerPhone: optionalPhone,
  unitId: id.nullish().transform((value) => value ?? null),
  kind: z.enum(JOB_KINDS),
  documentTitle: optionalText(80),
  confidential: z.boolean(),
  originalPages: thousand,
  copies: thousand,
  colour: z.boolean(),
  faxNo: optionalText(30),
  faxSent: z
    .boolean()
    .nullish()
    .transform((value) => value ?? null),
  note: optionalText(300),
});

/** Filters of the list; all optional and joined by AND. */
export const officeJobFilter = z.object({
  need: z.enum(OFFICE_JOB_NEEDS).nullish(),
  states: z.array(z.enum(OFFICE_JOB_STATES)).max(4).nullish(),
  kinds: z.array(z.enum(JOB_KINDS)).max(7).nullish(),
  unitId: id.nullish(),
  fromOn: day.nullish(),
  toOn: day.nullish(),
  month: month.nullish(),
  /** Customer or recorder: part of the name. */
  person: optionalText(40),
  search: optionalText(60),
});
export type OfficeJobFilter = z.input<typeof officeJobFilter>;

export const officeJobs = {
  /** Lines of the log, newest first; a page of at most 200. */
  list: query(
    'officeJobs.read',
    z.object({
      filter: officeJobFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(officeJobLine),
  ),
  counts: query('officeJobs.read', z.object({}), z.record(z.enum(OFFICE_JOB_NEEDS), z.number().int())),
  entry: query(
    'officeJobs.read',
    z.object({ id }),
    z.object({
      entry: officeJobLine,
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: z.string().nullable(),
      warnings: z.array(z.string()),
    }),
  ),
  /** Writes a job down with the price of its day. Errors: `officeJobs.noPrice`, `.faxNoMissing`, `.unitUnknown`. */
  register: command(
    'officeJobs.record',
    registerJob,
    done.extend({ scanCode: z.string(), unitCents: z.number().int(), amountCents: z.number().int() }),
  ),
  /** Paid. Errors: `officeJobs.receiptMissing` when there was something to pay. */
  pay: command(
    'officeJobs.record',
    z.object({ ...touch, at: instant, payWay: z.enum(PAY_WAYS), receiptNo: optionalText(30) }),
    done,
  ),
  /** 记账: onto the account of a department or firm. */
  charge: command('officeJobs.record', z.object({ ...touch, chargedTo: text(60) }), done),
  /** One field corrected (trust.md C5). Errors: `officeJobs.paidAlready` where it would change a paid amount. */
  correct: command(
    'officeJobs.correct',
    z.object({
      ...touch,
      field: z.enum(OFFICE_JOB_CORRECTABLE),
      value: z.string().max(2000),
      reason: optionalText(200),
    }),
    done.extend({ warnings: z.array(z.string()) }),
  ),
  /** Voids the line: number and line stay, printed 作废. Errors: `entry.managerOnly` once it is paid. */
  void: command('officeJobs.void', z.object({ ...touch, reason: text(200, 2) }), done),
  markSeen: command('officeJobs.read', z.object({ id }), z.object({ seen: z.boolean() })),
  /** Shows the phone in full: role, reason, journal event. */
  unmask: command(
    'officeJobs.unmask',
    z.object({ id, reason: text(100, 2) }),
    officeJob.pick({ customerPhone: true }),
  ),
} as const;
