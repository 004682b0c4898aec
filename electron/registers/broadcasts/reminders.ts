import type { BroadcastNeed } from '../../../shared/registers/broadcasts';
import { A_DAY, type ReminderRule, rows } from '../../entries/reminder';
import { needBranches } from './filter';

/** What broadcasts remind of (S28): time over and not closed, to be played, to be approved. */

const READS = { register: 'broadcasts', permit: 'broadcasts.read' } as const;
const waiting = (need: BroadcastNeed) =>
  rows('broadcasts', 'recordedAt', ({ now }) => needBranches(need, now));

export const broadcastReminders: readonly ReminderRule[] = [
  { ...READS, need: 'toClose', weight: 'due', snoozeMinutes: 120, waiting: waiting('toClose') },
  { ...READS, need: 'toPlay', weight: 'due', snoozeMinutes: 30, waiting: waiting('toPlay') },
  { ...READS, need: 'toApprove', weight: 'soon', snoozeMinutes: A_DAY, waiting: waiting('toApprove') },
];
