import { z } from 'zod';
import { command, query } from '../op';
import { day, id, instant, month, optionalText, secondPerson, text, version } from '../text';
import { COVER_CORRECTABLE, COVER_STATES, postCoverLine } from './post-covers.row';
import { pageOf, storyLine } from './shapes';

/** S15 离岗顶替登记: the operations of the stand-in log and the permit each needs (domain.md S15, L12). */

/** Counts that ask for action: somebody stands in now, away too long, allowed by phone and not signed yet. */
export const COVER_NEEDS = ['away', 'long', 'toSign'] as const;
export type CoverNeed = (typeof COVER_NEEDS)[number];

const touch = { id, version };
const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });

/** What the form of a new line sends. */
export const leavePost = z.object({
  post: text(30),
  leaverId: id,
  reason: text(200, 2),
  standInId: id,
  leftAt: instant,
  dueAt: instant,
  note: optionalText(300),
  /** The supervisor's PIN; left out when a supervisor records it, or with `byPhone`. */
  second: secondPerson.nullish().transform((value) => value ?? null),
  /** Allowed by phone: a supervisor signs afterwards. */
  byPhone: z.boolean().default(false),
});

/** Filters of the list; all optional and joined by AND. */
export const postCoverFilter = z.object({
  need: z.enum(COVER_NEEDS).nullish(),
  states: z.array(z.enum(COVER_STATES)).max(3).nullish(),
  fromOn: day.nullish(),
  toOn: day.nullish(),
  month: month.nullish(),
  /** Leaver or stand-in: part of the name. */
  person: optionalText(40),
  search: optionalText(60),
});
export type PostCoverFilter = z.input<typeof postCoverFilter>;

export const postCovers = {
  /** Lines, newest first by leaving; a page of at most 200. */
  list: query(
    'postCovers.read',
    z.object({
      filter: postCoverFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(postCoverLine),
  ),
  counts: query('postCovers.read', z.object({}), z.record(z.enum(COVER_NEEDS), z.number().int())),
  entry: query(
    'postCovers.read',
    z.object({ id }),
    z.object({
      entry: postCoverLine,
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: z.string().nullable(),
      warnings: z.array(z.string()),
    }),
  ),

  /**
   * Somebody leaves a post and a stand-in takes it. Errors: `postCovers.samePerson`, `.approverParty`, `.leaverAway`,
   * `.standInAway`, `.standInBusy`, `.notOnStaff`, `.askFirst` without a supervisor.
   */
  register: command('postCovers.record', leavePost, done.extend({ scanCode: z.string() }), {
    permit: 'postCovers.approve',
    when: 'handler',
  }),
  /** Back on the post. */
  back: command('postCovers.record', z.object({ ...touch, at: instant }), done),
  /** A permission given by phone is signed. Errors: `postCovers.signed`, `.approverParty`. */
  approve: command('postCovers.approve', z.object(touch), done),
  /** One field corrected, as in every register (trust.md C5). Instants as ISO. */
  correct: command(
    'postCovers.correct',
    z.object({
      ...touch,
      field: z.enum(COVER_CORRECTABLE),
      value: z.string().max(2000),
      reason: optionalText(200),
    }),
    done.extend({ warnings: z.array(z.string()) }),
  ),
  void: command('postCovers.void', z.object({ ...touch, reason: text(200, 2) }), done),
  markSeen: command('postCovers.read', z.object({ id }), z.object({ seen: z.boolean() })),
} as const;
