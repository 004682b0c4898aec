import { z } from 'zod';
import { command, query } from '../op';
import { count, day, id, instant, month, optionalText, secondPerson, text, version } from '../text';
import { COST_BEARERS, KEY_COPY_CORRECTABLE, KEY_COPY_STATES, keyCopyLine } from './key-copies.row';
import { pageOf, storyLine } from './shapes';

/**
 * S08 钥匙配制: the operations and the permit each needs. Rules: domain.md S08, §4.3 (approved by the manager, or the
 * supervisor as deputy), §4.4 rule 3 (applicant ≠ approver); area and locker keys are never copied by staff.
 */
export const KEY_COPY_NEEDS = ['approve', 'make'] as const;
export type KeyCopyNeed = (typeof KEY_COPY_NEEDS)[number];

const touch = { id, version };
const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });

export const keyCopyFilter = z.object({
  need: z.enum(KEY_COPY_NEEDS).nullish(),
  states: z.array(z.enum(KEY_COPY_STATES)).max(6).nullish(),
  fromOn: day.nullish(),
  toOn: day.nullish(),
  search: optionalText(60),
  month: month.nullish(),
});
export type KeyCopyFilter = z.input<typeof keyCopyFilter>;

export const keyCopies = {
  list: query(
    'keyLoans.read',
    z.object({
      filter: keyCopyFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(keyCopyLine),
  ),
  counts: query('keyLoans.read', z.object({}), z.record(z.enum(KEY_COPY_NEEDS), z.number().int())),
  entry: query(
    'keyLoans.read',
    z.object({ id }),
    z.object({
      entry: keyCopyLine,
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: z.string().nullable(),
      warnings: z.array(z.string()),
    }),
  ),
  /** Applies for copies; the actor is the applicant. Refused outright for area and locker keys. */
  apply: command(
    'keyCopies.apply',
    z.object({
      keyId: id,
      quantity: count.max(50, { error: 'count.high' }),
      reason: text(200, 2),
      applicantDepartment: optionalText(40),
      note: optionalText(300),
    }),
    done.extend({ scanCode: z.string() }),
  ),
  /** Approves: the manager or the supervisor as deputy, signed in or by PIN at the desk; never the applicant. */
  approve: command(
    'keyLoans.read',
    z.object({ ...touch, opinion: optionalText(200), second: secondPerson.nullish() }),
    done,
    { permit: 'keyCopies.approve', when: 'handler' },
  ),
  /** Refuses the application, with the reason. */
  refuse: command(
    'keyLoans.read',
    z.object({ ...touch, reason: text(200, 2), second: secondPerson.nullish() }),
    done,
    { permit: 'keyCopies.approve', when: 'handler' },
  ),
  /** The keys are cut: by whom, when, what they cost and who pays, and the new numbers. */
  make: command(
    'keyCopies.make',
    z.object({
      ...touch,
      locksmith: text(40),
      costCents: z.number().int().min(0).max(100_000_000),
      bearer: z.enum(COST_BEARERS),
      madeOn: day,
      newKeyNos: z.array(text(20)).min(1).max(50),
    }),
    done,
  ),
  /** The applicant has them. */
  collect: command('keyCopies.make', z.object({ ...touch, collectedByName: text(40), at: instant }), done),
  correct: command(
    'keyLoans.correct',
    z.object({
      ...touch,
      field: z.enum(KEY_COPY_CORRECTABLE),
      value: z.string().max(2000),
      reason: optionalText(200),
    }),
    done.extend({ warnings: z.array(z.string()) }),
  ),
  void: command('keyLoans.void', z.object({ ...touch, reason: text(200, 2) }), done),
  markSeen: command('keyLoans.read', z.object({ id }), z.object({ seen: z.boolean() })),
} as const;
