import { z } from 'zod';
import { command, query } from '../op';
import { day, id, month, optionalText, text, version } from '../text';
import { MOST_ON_POST, ROSTER_STATES, rosterCell, rosterLine, rosterSlot } from './rosters.row';
import { pageOf, storyLine } from './shapes';

/** S81 排班: the operations of the weekly roster and the permit each needs. Rules: domain.md S81, L20, F91. */

/**
 * Counts that ask for action: the week has no roster (this one, and the next from Thursday on), a draft whose week is near,
 * a published week with a post below its minimum.
 */
export const ROSTER_NEEDS = ['missing', 'unpublished', 'short'] as const;
export type RosterNeed = (typeof ROSTER_NEEDS)[number];

const touch = { id, version };
const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });
const cellOf = {
  rosterId: id,
  post: text(30),
  shift: text(20),
  dayOn: day,
  /** Everybody who keeps the post in that shift from now on. */
  staffIds: z.array(id).max(MOST_ON_POST),
  /** Who stood there on the screen: somebody else's change in between refuses this one (trust.md F10). */
  had: z.array(id).max(MOST_ON_POST),
};
const cells = z.object({ rosterId: z.string(), staffIds: z.array(z.string()) });

/** Filters of the list; all optional and joined by AND. */
export const rosterFilter = z.object({
  need: z.enum(ROSTER_NEEDS).nullish(),
  states: z.array(z.enum(ROSTER_STATES)).max(3).nullish(),
  fromOn: day.nullish(),
  toOn: day.nullish(),
  month: month.nullish(),
  /** Search text, same rules as the omni-box. */
  search: optionalText(60),
});
export type RosterFilter = z.input<typeof rosterFilter>;

/** A colleague who may be put on a roster. */
export const rosterPerson = z.object({
  staffId: z.string(),
  staffNo: z.string(),
  name: z.string(),
  /** Initials of the pinyin: what is typed to find them. */
  initials: z.string(),
});
export type RosterPerson = z.infer<typeof rosterPerson>;

/** Somebody on a shift, as other rooms read it. */
export const onDuty = z.object({
  cellId: z.string(),
  dayOn: z.string(),
  shift: z.string(),
  post: z.string(),
  staffId: z.string(),
  staffName: z.string(),
  /** Came on by a swap or a change after the roster was published. */
  changed: z.boolean(),
});
export type OnDuty = z.infer<typeof onDuty>;

export const rosters = {
  /** Weeks, the latest first; a page of at most 200. */
  list: query(
    'rosters.read',
    z.object({
      filter: rosterFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(rosterLine),
  ),
  counts: query('rosters.read', z.object({}), z.record(z.enum(ROSTER_NEEDS), z.number().int())),
  entry: query(
    'rosters.read',
    z.object({ id }),
    z.object({
      entry: rosterLine,
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: z.string().nullable(),
      warnings: z.array(z.string()),
    }),
  ),
  /** The board of one week: its lines, everybody on it (removed cells too), what is short, and what looks wrong. */
  week: query(
    'rosters.read',
    z.object({ id }),
    z.object({
      slots: z.array(rosterSlot),
      cells: z.array(rosterCell),
      gaps: z.array(
        z.object({ post: z.string(), shift: z.string(), dayOn: z.string(), missing: z.number().int() }),
      ),
      /** Comes from a night shift into the early one of the same morning. */
      restless: z.array(z.object({ staffId: z.string(), staffName: z.string(), dayOn: z.string() })),
    }),
  ),
  /** Active colleagues who work by the roster: choices of the board, of swaps and of stand-ins. */
  people: query('rosters.read', z.object({}), z.array(rosterPerson)),
  /** Who is on that day, by shift and post, of the published roster only; other rooms read it. */
  onDay: query('rosters.read', z.object({ on: day }), z.array(onDuty)),
  /** Shifts of one colleague from that day on (two weeks), published only: what can be swapped. */
  shiftsOf: query('rosters.read', z.object({ staffId: id, fromOn: day }), z.array(onDuty)),

  /**
   * A draft for the week of that Monday; `copy` takes over who stood where the week before. Lines and minimums come from the
   * last roster, or from the posts and shifts of the settings. Errors: `rosters.notMonday`, `.weekTaken`, `.nothingToCopy`.
   */
  register: command(
    'rosters.plan',
    z.object({ weekOn: day, copy: z.boolean().default(false), note: optionalText(300) }),
    done.extend({ scanCode: z.string(), copied: z.number().int() }),
  ),
  /**
   * Minimum of a line of the sheet; a line that is not there yet is added, `people: null` takes it off. Drafts only. Errors:
   * `rosters.published`, `.shiftUnknown`, `.slotUsed`, `.slotMissing`, `.tooManySlots`.
   */
  need: command(
    'rosters.plan',
    z.object({
      ...touch,
      post: text(30),
      shift: text(20),
      people: z.number().int().min(0).max(9).nullable(),
    }),
    done,
  ),
  /** Who keeps a post in a shift, in a draft. Errors: `rosters.published`, `.slotMissing`, `.dayOutside`, `.alreadyOn`, `.notOnStaff`, `conflict`. */
  assign: command('rosters.plan', z.object(cellOf), cells),
  /** The same after publication, marked on the sheet with its reason (L20). Errors: those of `assign`, `rosters.notPublished`. */
  amend: command('rosters.publish', z.object({ ...cellOf, reason: text(200, 2) }), cells),
  /**
   * Published: everybody sees it, from now on it changes only by an approved swap or a marked change. Errors:
   * `rosters.nobodyOn`, `.belowMinimum` without a reason.
   */
  publish: command('rosters.publish', z.object({ ...touch, shortReason: optionalText(200) }), done),
  /** Number and sheet stay, printed 作废. Errors: `entry.managerOnly` once it was published. */
  void: command('rosters.void', z.object({ ...touch, reason: text(200, 2) }), done),
  markSeen: command('rosters.read', z.object({ id }), z.object({ seen: z.boolean() })),
} as const;
