import { A_DAY, type ReminderRule, rows } from '../../entries/reminder';
import { needBranches } from './item-filter';
import { loanNeedBranches } from './tool-filter';

/** What custody and tools remind of (S17, S18): things not fetched in time, tools not brought back. */

export const custodyReminders: readonly ReminderRule[] = [
  {
    register: 'custodyItems',
    need: 'overdue',
    permit: 'custodyItems.read',
    weight: 'due',
    snoozeMinutes: A_DAY,
    waiting: rows('custody_items', 'keptAt', ({ now }) => needBranches('overdue', now)),
  },
  {
    register: 'toolLoans',
    need: 'overdue',
    permit: 'tools.read',
    weight: 'due',
    snoozeMinutes: A_DAY,
    waiting: rows('tool_loans', 'issuedAt', ({ now }) => loanNeedBranches('overdue', now)),
  },
];
