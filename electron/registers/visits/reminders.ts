import { A_DAY, type ReminderRule, rows } from '../../entries/reminder';
import { visitBranches } from './filter';
import { disclosureBranches } from './filter-disclosures';
import { passBranches } from './filter-passes';

/** What the visitor book reminds of (S10, S12): who is still in at closing time, passes not back, enquiries to be answered. */

export const visitReminders: readonly ReminderRule[] = [
  {
    register: 'visits',
    need: 'in',
    permit: 'visits.read',
    weight: 'due',
    snoozeMinutes: 2 * 60,
    from: ({ keys }) => keys.officeHours.to,
    waiting: rows('visits', 'visitAt', ({ settings, now }) => visitBranches({ need: 'in' }, settings, now)),
  },
  {
    register: 'visits',
    need: 'consent',
    permit: 'visits.read',
    weight: 'due',
    snoozeMinutes: 60,
    waiting: rows('visits', 'visitAt', ({ settings, now }) =>
      visitBranches({ need: 'consent' }, settings, now),
    ),
  },
  {
    register: 'visitorPasses',
    need: 'notBack',
    permit: 'visits.read',
    weight: 'due',
    snoozeMinutes: A_DAY,
    waiting: rows('visitor_passes', 'since', ({ db, now }) => passBranches(db, { need: 'notBack' }, now)),
  },
  {
    register: 'disclosures',
    need: 'waiting',
    permit: 'disclosures.read',
    weight: 'due',
    snoozeMinutes: A_DAY,
    waiting: rows('disclosures', 'askedAt', () => disclosureBranches({ need: 'waiting' })),
  },
];
