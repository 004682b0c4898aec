import { z } from 'zod';
import { command, query, task } from '../op';
import type { FormNumber } from '../print/form-list';
import { id, month, text } from '../text';
import { bindingSupplement, boundPage, monthBinding } from './month-bindings.row';

/** Which book of a register is bound: the one whose months are those of the numbers. */
export const BOUND_BOOKS = {
  foundItems: 'F01',
  keyLoans: 'F09',
  visits: 'F16',
  goodsReleases: 'F27',
  mailItems: 'F22',
  contactLogs: 'F18',
  custodyItems: 'F24',
  toolLoans: 'F25',
  officeJobs: 'F28',
  notices: 'F34',
} as const satisfies Record<string, FormNumber>;
export type BoundRegister = keyof typeof BOUND_BOOKS;
const register = z.enum(Object.keys(BOUND_BOOKS) as [BoundRegister, ...BoundRegister[]]);

/** What stops a binding; null when nothing does. Each is also a reason of refusal. */
export const STOPS = ['notOver', 'earlierOpen', 'bound', 'empty'] as const;
export const stop = z.enum(STOPS).nullable();
export type Stop = z.infer<typeof stop>;

const proof = z.object({ staffId: id, pin: z.string().min(1).max(200) });

/** A line that was struck or voided, for the volume's list. */
const marked = z.object({ serialNo: z.string(), at: z.string(), by: z.string(), what: z.string() });

export const bindingSeen = monthBinding.omit({ pages: true }).extend({
  pages: z.array(boundPage),
  voided: z.array(marked),
  corrected: z.array(marked),
  supplements: z.array(bindingSupplement),
  /** Number of the volume's book in the reader's list: pages from–to. */
});
export type BindingSeen = z.infer<typeof bindingSeen>;

export const monthBindings = {
  /** Every book's months that have lines, the newest first: bound, to be bound, or still going on. */
  shelf: query(
    'bindings.read',
    z.object({ year: z.number().int().min(2000).max(2999) }),
    z.array(
      z.object({
        register,
        months: z.array(
          z.object({
            month,
            lines: z.number().int(),
            binding: monthBinding.pick({ id: true, serialNo: true, boundAt: true }).nullable(),
            stop,
          }),
        ),
      }),
    ),
  ),
  /** Counts on the Today board: months that are over and not bound. */
  counts: query('bindings.read', z.object({}), z.object({ toBind: z.number().int() })),
  /** Cuts the pages and says what the binding would hold. */
  preview: task(
    'bindings.bind',
    z.object({ register, month }),
    z.object({
      lines: z.number().int(),
      voids: z.number().int(),
      corrections: z.number().int(),
      pages: z.number().int(),
      pageFrom: z.number().int(),
      pageTo: z.number().int(),
      stop,
    }),
  ),
  /**
   * Freezes the month. The actor is 经办; 复核 and 主管 prove themselves. Errors: `bindings.<stop>`, `second.same`, `second.noRight`,
   * `conflict` when a line changed while the pages were taken.
   */
  bind: task(
    'bindings.bind',
    z.object({ register, month, checker: proof, supervisor: proof }),
    z.object({ id, serialNo: z.string() }),
  ),
  entry: query('bindings.read', z.object({ id }), bindingSeen),
  /** Adds to a line of a bound month without touching it; printed in the volume of the month in which it is written. Errors: `bindings.noSuchLine`. */
  supplement: command(
    'bindings.supplement',
    z.object({ id, entryNo: text(20), text: text(400, 2) }),
    z.object({ id }),
  ),
} as const;
