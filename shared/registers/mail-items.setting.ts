import { z } from 'zod';
import { text } from '../text';

/** The setting `mail` (S16): where parcels lie and how long they may wait (desk-practice.md §2.5 Timers). */
export const mailSetting = z.object({
  /** Shelves in the order in which they are filled. */
  shelves: z.array(text(20)).min(1).max(120),
  /** Important items (registered, remittance, EMS, perishable, valuable) are notified within so many hours. */
  importantHours: z.number().int().min(1).max(48),
  /** All others within so many hours. */
  notifyHours: z.number().int().min(1).max(168),
  /** From so many days on an item has waited long. */
  longDays: z.number().int().min(1).max(60),
  /** Kept so many days; from then on it may go back to the sender as unclaimed. */
  holdDays: z.number().int().min(1).max(180),
});
export type MailSetting = z.output<typeof mailSetting>;

const ROWS = ['A', 'B', 'C'];
const PLACES = [1, 2, 3, 4, 5, 6];

/** Two hours, a day, three days, thirty days. */
export const DEFAULT_MAIL: MailSetting = {
  shelves: ROWS.flatMap((row) => PLACES.map((place) => `${row}${place}`)),
  importantHours: 2,
  notifyHours: 24,
  longDays: 3,
  holdDays: 30,
};
