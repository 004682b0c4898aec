import { z } from 'zod';

/** A reminder put off (S14, domain.md §6.5): which, until when, by whom and why. Taken back, it is `woken`. */
export const SNOOZE_STATES = ['on', 'woken'] as const;

export const reminderSnooze = z.object({
  id: z.string(),
  version: z.number().int(),
  state: z.enum(SNOOZE_STATES),
  /** `register.need` of the reminder. */
  reminder: z.string(),
  reason: z.string(),
  /** UTC ISO instant. */
  until: z.string(),
  at: z.string(),
  byId: z.string(),
  byName: z.string(),
});
export type ReminderSnooze = z.infer<typeof reminderSnooze>;
