import { z } from 'zod';
import { strike } from './found-items.row';

/**
 * S81 排班: one roster a week. What has to be kept manned stands in `demand` (post × shift, how many people at least); who
 * keeps it stands in cells, one row for each person, post, shift and day. Gaps and changes are computed, never stored.
 */
export const ROSTER_STATES = ['draft', 'published', 'voided'] as const;
export type RosterState = (typeof ROSTER_STATES)[number];

/** State chart. A published week changes cell by cell, with a reason; it never goes back to being a draft. */
export const ROSTER_NEXT: Record<RosterState, readonly RosterState[]> = {
  draft: ['published', 'voided'],
  published: ['voided'],
  voided: [],
};

/** A person taken off a shift stays on the sheet as 原班人; put on again, it is the same line. */
export const CELL_STATES = ['planned', 'removed'] as const;
export type CellState = (typeof CELL_STATES)[number];
export const CELL_NEXT: Record<CellState, readonly CellState[]> = {
  planned: ['removed'],
  removed: ['planned'],
};

/** Nothing personal stands in a roster: names of colleagues are those of the staff list. */
export const ROSTER_PERSONAL = [] as const;

/** So many people may stand on one post in one shift. */
export const MOST_ON_POST = 8;
/** So many lines (post × shift) a sheet has at most: F91 is one page. */
export const MOST_SLOTS = 36;

const s = z.string();
const maybe = z.string().nullable();

/** A line of the sheet: a post in a shift, and how many people it takes at least (最低在岗). */
export const rosterSlot = z.object({ post: s, shift: s, people: z.number().int() });
export type RosterSlot = z.infer<typeof rosterSlot>;

export const roster = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(ROSTER_STATES),
  version: z.number().int(),
  /** The Monday it begins with. */
  weekOn: s,
  /** JSON of `RosterSlot[]`, in the order of the sheet. */
  demand: s,
  /** Why it was published although a post stood below its minimum. */
  shortReason: maybe,
  copiedFromId: maybe,
  publishedAt: maybe,
  publishedById: maybe,
  publishedByName: maybe,
  voidReason: maybe,
  voidedAt: maybe,
  voidedByName: maybe,
  note: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type Roster = z.infer<typeof roster>;

export const rosterCell = z.object({
  id: s,
  version: z.number().int(),
  rosterId: s,
  state: z.enum(CELL_STATES),
  post: s,
  /** Code of a shift of the office's settings. */
  shift: s,
  dayOn: s,
  staffId: s,
  staffName: s,
  /** When it was changed after the roster was published; null: as published. */
  changedAt: maybe,
  changedByName: maybe,
  changeReason: maybe,
  /** The approved swap that changed it. */
  swapId: maybe,
});
export type RosterCell = z.infer<typeof rosterCell>;

/** A line of the book of rosters: the week and what is computed for it. */
export const rosterLine = roster.extend({
  /** The Sunday it ends with. */
  toOn: s,
  /** People on it, and shifts they keep. */
  people: z.number().int(),
  shifts: z.number().int(),
  /** Post × shift × day below its minimum. */
  gaps: z.number().int(),
  /** Cells changed after it was published. */
  changes: z.number().int(),
  copiedFromNo: maybe,
  late: z.boolean(),
  copies: z.number().int(),
  strikes: z.array(strike),
});
export type RosterLine = z.infer<typeof rosterLine>;
