import { z } from 'zod';
import { command, query } from '../op';
import { day, id, month, optionalText, secondPerson, text, version } from '../text';
import { pageOf, storyLine } from './shapes';
import { SWAP_CORRECTABLE, SWAP_STATES, shiftSwapLine } from './shift-swaps.row';

/** S81 换班: the operations of swaps and the permit each needs (domain.md S81, L20, §4.3). */

/** Counts that ask for action: to be agreed by the colleague, to be approved, not decided though its day has come. */
export const SWAP_NEEDS = ['agree', 'approve', 'pressing'] as const;
export type SwapNeed = (typeof SWAP_NEEDS)[number];

const touch = { id, version };
const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });
const second = secondPerson.nullish().transform((value) => value ?? null);

/** What the form of a new swap sends. */
export const askSwap = z.object({
  /** A shift of the one who asks, of a published roster. */
  cellId: id,
  colleagueId: id,
  otherCellId: id.nullish().transform((value) => value ?? null),
  reason: text(200, 2),
  note: optionalText(300),
  /** The colleague agrees at once, in the same dialog. */
  second,
});

/** Filters of the list; all optional and joined by AND. */
export const shiftSwapFilter = z.object({
  need: z.enum(SWAP_NEEDS).nullish(),
  states: z.array(z.enum(SWAP_STATES)).max(7).nullish(),
  fromOn: day.nullish(),
  toOn: day.nullish(),
  month: month.nullish(),
  /** Either party: part of the name. */
  person: optionalText(40),
  search: optionalText(60),
});
export type ShiftSwapFilter = z.input<typeof shiftSwapFilter>;

export const shiftSwaps = {
  /** Lines, newest first by when they were asked; a page of at most 200. */
  list: query(
    'shiftSwaps.read',
    z.object({
      filter: shiftSwapFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(shiftSwapLine),
  ),
  counts: query('shiftSwaps.read', z.object({}), z.record(z.enum(SWAP_NEEDS), z.number().int())),
  entry: query(
    'shiftSwaps.read',
    z.object({ id }),
    z.object({
      entry: shiftSwapLine,
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: z.string().nullable(),
      warnings: z.array(z.string()),
    }),
  ),

  /**
   * Asks for a swap of an own shift. Errors: `shiftSwaps.notYours`, `.notPublished`, `.dayOver`, `.sameShift`, `.notTheirs`,
   * `.otherSigned` (the PIN is not the colleague's), `.open` (one is under way already), `rosters.alreadyOn`.
   */
  register: command('shiftSwaps.ask', askSwap, done.extend({ scanCode: z.string() }), {
    permit: 'shiftSwaps.ask',
    when: 'handler',
  }),
  /** The colleague agrees, at their own sign-in or by PIN. Errors: `shiftSwaps.onlyColleague`, `.otherSigned`. */
  agree: command('shiftSwaps.ask', z.object({ ...touch, second }), done, {
    permit: 'shiftSwaps.ask',
    when: 'handler',
  }),
  /** The colleague says no. Errors: `shiftSwaps.onlyColleague`. */
  decline: command('shiftSwaps.ask', z.object({ ...touch, reason: text(200, 2) }), done),
  /** Whoever asked thinks otherwise. Errors: `shiftSwaps.onlyAsker`. */
  withdraw: command('shiftSwaps.ask', z.object(touch), done),
  /** Approved by somebody who is no party: the roster changes now. Errors: `shiftSwaps.party`, `.cellMoved`, `.dayOver`, `rosters.alreadyOn`. */
  approve: command('shiftSwaps.approve', z.object(touch), done),
  /** Errors: `shiftSwaps.party`. */
  refuse: command('shiftSwaps.approve', z.object({ ...touch, reason: text(200, 2) }), done),
  /** One field corrected, as in every register (trust.md C5). */
  correct: command(
    'shiftSwaps.correct',
    z.object({
      ...touch,
      field: z.enum(SWAP_CORRECTABLE),
      value: z.string().max(2000),
      reason: optionalText(200),
    }),
    done.extend({ warnings: z.array(z.string()) }),
  ),
  void: command('shiftSwaps.void', z.object({ ...touch, reason: text(200, 2) }), done),
  markSeen: command('shiftSwaps.read', z.object({ id }), z.object({ seen: z.boolean() })),
} as const;
