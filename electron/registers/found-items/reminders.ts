import type { FoundItemNeed } from '../../../shared/registers/found-items';
import { A_DAY, type ReminderRule, rows } from '../../entries/reminder';
import { branchesOf } from './filter';

/** What found items remind of (S01): Party A to be told at once (L04), 待补签, things to be given up. */

const READS = { register: 'foundItems', permit: 'foundItems.read' } as const;
const items = (need: FoundItemNeed) =>
  rows('found_items', 'foundAt', ({ settings, now }) => branchesOf({ need }, settings, now));

export const foundItemReminders: readonly ReminderRule[] = [
  { ...READS, need: 'notify', weight: 'due', snoozeMinutes: 60, waiting: items('notify') },
  { ...READS, need: 'cosign', weight: 'due', snoozeMinutes: A_DAY, waiting: items('cosign') },
  { ...READS, need: 'disposal', weight: 'soon', snoozeMinutes: A_DAY, waiting: items('disposal') },
];
