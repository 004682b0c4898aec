import type { ContactNeed } from '../../../shared/registers/contact-logs';
import { type ReminderRule, rows } from '../../entries/reminder';
import { needBranches } from './filter';

/** What the contact log reminds of (S11): promised times that are over (L08), and from the morning on the gate's night. */

const READS = { register: 'contactLogs', permit: 'contactLogs.readAll' } as const;
const contacts = (need: ContactNeed) =>
  rows('contact_logs', 'happenedAt', ({ now }) => needBranches(need, now));

export const contactReminders: readonly ReminderRule[] = [
  { ...READS, need: 'overdue', weight: 'urgent', snoozeMinutes: 120, waiting: contacts('overdue') },
  {
    ...READS,
    need: 'toTakeOver',
    weight: 'due',
    snoozeMinutes: 120,
    from: ({ keys }) => keys.officeHours.from,
    waiting: contacts('toTakeOver'),
  },
];
