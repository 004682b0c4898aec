import { DIARY_FROM, type DiaryNeed } from '../../../shared/registers/steward-diaries';
import { A_DAY, type ReminderRule, rows } from '../../entries/reminder';
import { missingStewards, needBranches } from './filter';

/** What the diaries remind of (S14, §1.2): the day's write-up at 17:10, problems that want help, diaries to read. */

const READS = { register: 'stewardDiaries', permit: 'stewardDiaries.review' } as const;
const diaries = (need: DiaryNeed) => rows('steward_diaries', 'recordedAt', () => needBranches(need));

export const diaryReminders: readonly ReminderRule[] = [
  {
    ...READS,
    permit: 'stewardDiaries.write',
    need: 'missing',
    weight: 'due',
    snoozeMinutes: 60,
    from: () => DIARY_FROM,
    waiting: async ({ db, now }) => ({ count: (await missingStewards(db, now)).length, since: null }),
  },
  { ...READS, need: 'problems', weight: 'due', snoozeMinutes: 120, waiting: diaries('problems') },
  { ...READS, need: 'toReview', weight: 'soon', snoozeMinutes: A_DAY, waiting: diaries('toReview') },
];
