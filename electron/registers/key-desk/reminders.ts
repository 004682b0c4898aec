import { A_DAY, type ReminderRule, rows } from '../../entries/reminder';
import { copyBranches, incidentBranches, loanBranches, unsealBranches } from './filter';

/** What the key desk reminds of (S05–S08, L01, L03). */

const READS = { permit: 'keyLoans.read' } as const;

export const keyDeskReminders: readonly ReminderRule[] = [
  {
    // S06: the drawer stays in sight until it is sealed again.
    ...READS,
    register: 'keyUnseals',
    need: 'unsealed',
    weight: 'urgent',
    snoozeMinutes: 0,
    waiting: rows('key_unseals', 'openedAt', () => unsealBranches({ need: 'unsealed' })),
  },
  {
    ...READS,
    register: 'keyIncidents',
    need: 'superior',
    weight: 'urgent',
    snoozeMinutes: 30,
    waiting: rows('key_incidents', 'foundOutAt', () => incidentBranches({ need: 'superior' })),
  },
  {
    ...READS,
    register: 'keyLoans',
    need: 'overdue',
    weight: 'due',
    snoozeMinutes: 4 * 60,
    waiting: rows('key_loans', 'issuedAt', ({ now }) => loanBranches({ need: 'overdue' }, now)),
  },
  {
    ...READS,
    register: 'keyCopies',
    need: 'approve',
    weight: 'due',
    snoozeMinutes: A_DAY,
    waiting: rows('key_copies', 'appliedAt', () => copyBranches({ need: 'approve' })),
  },
];
