import { MEETING_HOURS } from '../../../shared/registers/meetings';
import type { ResolutionNeed } from '../../../shared/registers/resolutions';
import { A_DAY, type ReminderRule, rows } from '../../entries/reminder';
import { isDue, meetingBranches, resolutionBranches } from './filter';

/** What meetings remind of (S84, L13): the daily ones at their hours, minutes to issue, resolutions to chase. */

const MEETINGS = { register: 'meetings', permit: 'meetings.write' } as const;
const RESOLUTIONS = { register: 'resolutions', permit: 'meetings.write' } as const;
const resolutions = (need: ResolutionNeed) =>
  rows('resolutions', 'dueOn', ({ now }) => resolutionBranches(need, now));
const daily = (need: 'morning' | 'evening'): ReminderRule => ({
  ...MEETINGS,
  need,
  weight: 'due',
  snoozeMinutes: 60,
  from: () => MEETING_HOURS[need].from,
  waiting: async ({ db, now }) => ({ count: (await isDue(db, need, now)) ? 1 : 0, since: null }),
});

export const meetingReminders: readonly ReminderRule[] = [
  daily('morning'),
  daily('evening'),
  { ...RESOLUTIONS, need: 'overdue', weight: 'due', snoozeMinutes: A_DAY, waiting: resolutions('overdue') },
  { ...RESOLUTIONS, need: 'soon', weight: 'soon', snoozeMinutes: A_DAY, waiting: resolutions('soon') },
  {
    ...MEETINGS,
    need: 'toIssue',
    weight: 'soon',
    snoozeMinutes: A_DAY,
    waiting: rows('meetings', 'heldAt', ({ now }) => meetingBranches('toIssue', now)),
  },
];
