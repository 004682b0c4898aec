import type { DutyLogNeed } from '../../../shared/registers/duty-logs';
import { A_DAY, type ReminderRule, rows } from '../../entries/reminder';
import { lineBranches, logBranches } from './filter';
import { missingPosts } from './posts';

/** What the duty logs remind of (S14): a post without its log near the shift's end, unread messages, unsigned days. */

const READS = { register: 'dutyLogs', permit: 'dutyLogs.read' } as const;
const logs = (need: DutyLogNeed) => rows('duty_logs', 'fromAt', ({ now }) => logBranches(need, now));

export const dutyLogReminders: readonly ReminderRule[] = [
  {
    ...READS,
    permit: 'dutyLogs.write',
    need: 'missing',
    weight: 'due',
    snoozeMinutes: 30,
    waiting: async ({ db, settings, now }) => ({
      count: (await missingPosts(db, settings, now)).length,
      since: null,
    }),
  },
  {
    ...READS,
    permit: 'dutyLogs.write',
    need: 'unread',
    weight: 'due',
    snoozeMinutes: 60,
    waiting: logs('unread'),
  },
  {
    ...READS,
    permit: 'dutyLogs.sign',
    need: 'toSign',
    weight: 'soon',
    snoozeMinutes: A_DAY,
    waiting: logs('toSign'),
  },
  {
    register: 'dutyLines',
    permit: 'dutyLogs.read',
    need: 'big',
    weight: 'due',
    snoozeMinutes: 120,
    waiting: rows('duty_lines', 'happenedAt', () => lineBranches('big')),
  },
];
