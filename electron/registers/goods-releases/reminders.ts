import { expressionBuilder } from 'kysely';
import type { SlipNeed } from '../../../shared/registers/goods-releases';
import type { Tables } from '../../db/tables';
import { A_DAY, type ReminderRule, rows } from '../../entries/reminder';
import { branchesOf } from './filter';

/** What releases remind of (S19): goods that differ at the gate cannot wait; approvals, expired slips, parts not back. */

const READS = { register: 'goodsReleases', permit: 'goodsReleases.read' } as const;
const slips = (need: SlipNeed) =>
  rows('goods_releases', 'recordedAt', ({ settings, now }) => branchesOf({ need }, settings, now));

export const goodsReleaseReminders: readonly ReminderRule[] = [
  { ...READS, need: 'mismatch', weight: 'urgent', snoozeMinutes: 30, waiting: slips('mismatch') },
  {
    ...READS,
    need: 'approve',
    weight: 'due',
    snoozeMinutes: 60,
    waiting: rows('release_requests', 'recordedAt', () => [
      [expressionBuilder<Tables, 'release_requests'>()('state', '=', 'pending')],
    ]),
  },
  { ...READS, need: 'expired', weight: 'due', snoozeMinutes: A_DAY, waiting: slips('expired') },
  { ...READS, need: 'slips', weight: 'due', snoozeMinutes: A_DAY, waiting: slips('slips') },
];
