import { A_DAY, type ReminderRule, rows } from '../../entries/reminder';
import { checkCounts } from './check-filter';
import { mandateBranches } from './mandate-filter';

/** What the key cabinet reminds of: the weekly check (S09, L02) and mandates that end (S04). */

const READS = { permit: 'keys.read', snoozeMinutes: A_DAY } as const;
const mandates = (need: 'ending' | 'expired') =>
  rows('key_mandates', 'receivedAt', ({ settings, now }) => mandateBranches({ need }, settings, now));

export const keyReminders: readonly ReminderRule[] = [
  {
    ...READS,
    register: 'keyChecks',
    need: 'due',
    weight: 'due',
    waiting: async ({ db, now }) => ({ count: (await checkCounts(db, now)).due, since: null }),
  },
  { ...READS, register: 'keyMandates', need: 'expired', weight: 'due', waiting: mandates('expired') },
  { ...READS, register: 'keyMandates', need: 'ending', weight: 'soon', waiting: mandates('ending') },
];
