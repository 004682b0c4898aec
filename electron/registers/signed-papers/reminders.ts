import { A_DAY, type ReminderRule, rows } from '../../entries/reminder';
import { needBranches } from './filter';

/** Slips that are out for a week are chased: the weekly round of [N17]. */
export const signedPaperReminders: readonly ReminderRule[] = [
  {
    register: 'signedPapers',
    need: 'late',
    permit: 'signedPapers.read',
    weight: 'soon',
    snoozeMinutes: A_DAY,
    waiting: rows('signed_papers', 'printedAt', ({ now }) => needBranches('late', now)),
  },
];
