import { z } from 'zod';
import { command, query } from '../op';
import { instant, text } from '../text';

/**
 * Today (domain.md §1.2, §6.5): the first screen of every role. Everything on it is computed from the registers; nothing can
 * be typed but the reason why a reminder is put off.
 */

/**
 * How much a reminder presses: `urgent` cannot wait (tray and notification), `due` is for today, `soon` for the days to come.
 */
export const WEIGHTS = ['urgent', 'due', 'soon'] as const;
export type Weight = (typeof WEIGHTS)[number];

/** What asks to be done now. It goes away by doing, never by a click. */
export const reminder = z.object({
  /** `register.need`: names its words and its list. */
  key: z.string(),
  register: z.string(),
  need: z.string(),
  weight: z.enum(WEIGHTS),
  /** Lines that wait, counted to 1000. */
  count: z.number().int(),
  /** Since when the oldest of them waits; null where nothing has a time. */
  since: z.string().nullable(),
  /** Minutes it may be put off at most; 0: not at all. */
  snoozeMinutes: z.number().int(),
  snoozed: z.object({ until: z.string(), reason: z.string(), byName: z.string(), at: z.string() }).nullable(),
});
export type Reminder = z.infer<typeof reminder>;

const clockSlot = z.object({
  at: z.string(),
  since: z.string(),
  code: z.string(),
  shift: z.object({ zh: z.string(), en: z.string() }).nullable(),
  door: z.object({ register: z.string(), need: z.string().nullable() }).nullable(),
});

export const today = {
  /** The clock and the reminders of this person; reminders of registers they may not read are left out. */
  board: query(
    'signedIn',
    z.object({}),
    z.object({ now: z.string(), clock: z.array(clockSlot), reminders: z.array(reminder) }),
  ),
  /**
   * Puts a reminder off for the whole office, with a reason that stands beside it. Errors: `today.nothingThere`,
   * `.cannotWait`, `.tooLong`; InvalidField `until` in the past.
   */
  snooze: command(
    'today.snooze',
    z.object({ key: z.string().max(80), until: instant, reason: text(100, 2) }),
    z.object({ until: z.string() }),
  ),
  /** Takes a snooze back. Errors: `today.notSnoozed`. */
  wake: command('today.snooze', z.object({ key: z.string().max(80) }), z.object({})),
} as const;
