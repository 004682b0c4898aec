import { z } from 'zod';
import { command, query } from '../op';
import { day, id, instant, month, optionalText, secondPerson, text, version } from '../text';
import { DECISIONS, HANDOVER_STATES, handoverLine, handoverSheet } from './handovers.row';
import { pageOf, storyLine } from './shapes';

/** S13 前台交接班: the operations of a shift and the permit each needs. Rules: domain.md S13, F19, K17; desk-practice.md §2.9. */

/** Counts that ask for action: the shift is over, refused, waiting for the supervisor's signature. */
export const HANDOVER_NEEDS = ['due', 'refused', 'toReview'] as const;
export type HandoverNeed = (typeof HANDOVER_NEEDS)[number];
/** A draft older than this is drawn anew before anybody signs it. */
export const DRAFT_MINUTES = 120;
/** The handover is due from so many minutes before the shift's end. */
export const DUE_MINUTES = 15;

const touch = { id, version };
const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });

/** Filters of the list; all optional and joined by AND. */
export const handoverFilter = z.object({
  need: z.enum(HANDOVER_NEEDS).nullish(),
  states: z.array(z.enum(HANDOVER_STATES)).max(8).nullish(),
  fromOn: day.nullish(),
  toOn: day.nullish(),
  month: month.nullish(),
  /** Outgoing or incoming: part of the name. */
  person: optionalText(40),
  search: optionalText(60),
});

export const handovers = {
  /** Shifts, newest first; a page of at most 200. */
  list: query(
    'handovers.read',
    z.object({
      filter: handoverFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(handoverLine),
  ),
  counts: query('handovers.read', z.object({}), z.record(z.enum(HANDOVER_NEEDS), z.number().int())),
  /** The whole sheet. While the shift is open its registers are read as they stand now. */
  entry: query(
    'handovers.read',
    z.object({ id }),
    z.object({
      entry: handoverSheet,
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: z.string().nullable(),
      warnings: z.array(z.string()),
    }),
  ),
  /** The shift of a desk that is on; null: nobody has opened one. */
  current: query('handovers.read', z.object({ post: text(30) }), z.object({ id: z.string().nullable() })),

  /** Begins a shift where none is on (the first one, or after a day without a desk). Errors: `handovers.alreadyOpen`. */
  open: command('handovers.work', z.object({ post: text(30), note: optionalText(300) }), done),
  /**
   * 重要事件: writes one down (`no` null), or the result of one. Errors: `handovers.wrongState` once the outgoing has signed,
   * `handovers.tooMany`.
   */
  writeEvent: command(
    'handovers.work',
    z.object({
      ...touch,
      no: z.number().int().min(1).nullish(),
      at: instant,
      event: text(200, 2),
      handler: text(40),
      result: optionalText(200),
    }),
    done,
  ),
  /** Draws the sheet from every register: t0. Again while not signed. */
  draft: command('handovers.work', z.object(touch), done),
  /**
   * 实物清点 and equipment. Errors: `handovers.uncounted` (what has no count), `.unexplained` (a difference without a
   * reason), `.unknownThing`.
   */
  count: command(
    'handovers.work',
    z.object({
      ...touch,
      counts: z
        .array(
          z.object({
            code: z.string().min(1).max(80),
            counted: z.number().int().min(0).max(1_000_000_000).nullish(),
            text: optionalText(60),
            missing: z.array(text(40)).max(50).default([]),
            note: optionalText(200),
          }),
        )
        .max(200),
      checks: z.array(z.object({ name: text(20), ok: z.boolean(), note: optionalText(100) })).max(21),
    }),
    done.extend({ differences: z.number().int() }),
  ),
  /**
   * The outgoing signs (whoever is signed in). Errors: `handovers.draftOld`, `.caseOpen` (a case without a result),
   * `.cashDiffers` (then only with a supervisor as `second`).
   */
  signOut: command('handovers.work', z.object({ ...touch, second: secondPerson.nullish() }), done, {
    permit: 'handovers.review',
    when: 'handler',
  }),
  /** 提问: a question of the incoming (`no` null), with or without its answer, or the answer to one. */
  ask: command(
    'handovers.work',
    z.object({
      ...touch,
      no: z.number().int().min(1).nullish(),
      question: text(200, 2),
      answer: optionalText(300),
    }),
    done,
  ),
  /**
   * The incoming signs with the PIN: the sheet is sealed, the next shift begins and is theirs, instructions count as read by
   * them. Errors: `handovers.samePerson`, `.unanswered`, `.instructionsUnread`.
   */
  signIn: command(
    'handovers.work',
    z.object({
      ...touch,
      /** Instructions the incoming has read: all that stand on the sheet. */
      acknowledged: z.array(id).max(200).default([]),
      second: secondPerson,
    }),
    done.extend({ nextId: z.string() }),
    { permit: 'handovers.work', when: 'always' },
  ),
  /** 拒接: the incoming says why and to whom it was reported. */
  refuse: command(
    'handovers.work',
    z.object({ ...touch, reason: text(300, 2), reportedTo: text(40), second: secondPerson }),
    done,
    { permit: 'handovers.work', when: 'always' },
  ),
  /** The supervisor decides a refused handover. Errors: `handovers.party` (one of the two). */
  decide: command(
    'handovers.review',
    z.object({ ...touch, decision: z.enum(DECISIONS), reason: text(300, 2) }),
    done,
  ),
  /** 补记 on a sealed sheet. Errors: `handovers.notSealed`. */
  supplement: command('handovers.work', z.object({ ...touch, text: text(300, 2) }), done),
  /** 审阅: read and signed, the same day (K17). Errors: `handovers.party`. */
  review: command('handovers.review', z.object({ ...touch, note: optionalText(300) }), done),
  /** Opened or drafted by mistake; a signed sheet is never voided. */
  void: command('handovers.void', z.object({ ...touch, reason: text(200, 2) }), done),
  markSeen: command('handovers.read', z.object({ id }), z.object({ seen: z.boolean() })),
} as const;
