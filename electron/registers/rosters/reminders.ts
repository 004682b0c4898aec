import type { CoverNeed } from '../../../shared/registers/post-covers';
import type { SwapNeed } from '../../../shared/registers/shift-swaps';
import { A_DAY, type ReminderRule, rows } from '../../entries/reminder';
import { coverBranches } from './cover-look';
import { missingWeeks, needBranches } from './filter';
import { swapBranches } from './swap-look';

/** What rosters remind of (S81, S15): a week without a roster, a draft whose week is near, swaps and permissions that wait. */

const swap = (need: SwapNeed) => rows('shift_swaps', 'recordedAt', ({ now }) => swapBranches(need, now));
const cover = (need: CoverNeed) => rows('post_covers', 'leftAt', ({ now }) => coverBranches(need, now));
const SWAPS = { register: 'shiftSwaps', permit: 'shiftSwaps.approve', snoozeMinutes: A_DAY } as const;
const COVERS = { register: 'postCovers', permit: 'postCovers.read' } as const;

export const rosterReminders: readonly ReminderRule[] = [
  {
    register: 'rosters',
    need: 'missing',
    permit: 'rosters.plan',
    weight: 'due',
    snoozeMinutes: A_DAY,
    waiting: async ({ db, now }) => ({ count: (await missingWeeks(db, now)).length, since: null }),
  },
  {
    register: 'rosters',
    need: 'unpublished',
    permit: 'rosters.plan',
    weight: 'soon',
    snoozeMinutes: A_DAY,
    waiting: rows('rosters', 'recordedAt', ({ db, now }) => needBranches(db, 'unpublished', now)),
  },
  { ...SWAPS, need: 'pressing', weight: 'due', waiting: swap('pressing') },
  { ...SWAPS, need: 'approve', weight: 'due', waiting: swap('approve') },
  { ...COVERS, need: 'long', weight: 'urgent', snoozeMinutes: 0, waiting: cover('long') },
  {
    ...COVERS,
    permit: 'postCovers.approve',
    need: 'toSign',
    weight: 'due',
    snoozeMinutes: A_DAY,
    waiting: cover('toSign'),
  },
];
