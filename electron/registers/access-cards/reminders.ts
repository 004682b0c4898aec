import type { AccessCardNeed } from '../../../shared/registers/access-cards';
import { A_DAY, type ReminderRule, rows } from '../../entries/reminder';
import { needBranches } from './filter';

/** What cards remind of (S32): a lost card that still opens doors cannot wait; cards that ended or end soon. */

const READS = { register: 'accessCards', permit: 'accessCards.read' } as const;
const cards = (need: AccessCardNeed) =>
  rows('access_cards', 'issuedAt', ({ now }) => needBranches(need, now));

export const accessCardReminders: readonly ReminderRule[] = [
  { ...READS, need: 'toBlock', weight: 'urgent', snoozeMinutes: 60, waiting: cards('toBlock') },
  { ...READS, need: 'notReturned', weight: 'due', snoozeMinutes: A_DAY, waiting: cards('notReturned') },
  { ...READS, need: 'expiring', weight: 'soon', snoozeMinutes: A_DAY, waiting: cards('expiring') },
];
