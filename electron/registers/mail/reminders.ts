import type { MailNeed } from '../../../shared/registers/mail-items';
import { A_DAY, type ReminderRule, rows } from '../../entries/reminder';
import { needBranches } from './filter';

/** What mail reminds of (S16): what nobody was told of, what waits long, what must go back. */

const READS = { register: 'mailItems', permit: 'mailItems.read', snoozeMinutes: A_DAY } as const;
const mail = (need: MailNeed) =>
  rows('mail_items', 'receivedAt', ({ settings, now }) => needBranches(need, settings.mail, now));

export const mailReminders: readonly ReminderRule[] = [
  { ...READS, need: 'toNotify', weight: 'due', waiting: mail('toNotify') },
  { ...READS, need: 'toReturn', weight: 'due', waiting: mail('toReturn') },
  { ...READS, need: 'waitingLong', weight: 'soon', waiting: mail('waitingLong') },
];
