import type { NoticeNeed } from '../../../shared/registers/notices';
import { A_DAY, type ReminderRule, rows } from '../../entries/reminder';
import { needBranches } from './filter';

/** What notices remind of (S25): to be approved, to be put up, over and still to be seen (KPI: 0). */

const READS = { register: 'notices', permit: 'notices.read' } as const;
const notices = (need: NoticeNeed) => rows('notices', 'recordedAt', ({ now }) => needBranches(need, now));

export const noticeReminders: readonly ReminderRule[] = [
  { ...READS, need: 'toRemove', weight: 'due', snoozeMinutes: 120, waiting: notices('toRemove') },
  { ...READS, need: 'toPost', weight: 'due', snoozeMinutes: A_DAY, waiting: notices('toPost') },
  { ...READS, need: 'toApprove', weight: 'soon', snoozeMinutes: A_DAY, waiting: notices('toApprove') },
];
