import { dayOf } from '../../../shared/dates';
import { storyOf } from '../../db/story';
import { correctionWarnings, freeUntil } from '../../entries/freeze';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { diaryOn } from './acts';
import { diaryPage, needCounts } from './filter';
import { toDiarySheet } from './lines';
import { diaryOf } from './load';
import { diaryActs } from './next';

/** Reading the diaries. */

type Ops = HandlersFor<'stewardDiaries'>;

export const list: Ops['list'] = ({ filter, after, limit }, { db, door }) =>
  diaryPage(db, door.rawReader, filter, after ?? null, limit);

export const counts: Ops['counts'] = (_, { db, now }) => needCounts(db, now);

export const mine: Ops['mine'] = async (_, { db, actor, now }) => ({
  id: (actor && (await diaryOn(db, actor.staffId, dayOf(now)))?.id) ?? null,
});

export const entry: Ops['entry'] = async ({ id }, { db, actor, now }) => {
  const row = await diaryOf(db, id);
  const { limits } = await settingsOf(db);
  const sheet = await toDiarySheet(db, row);
  // A diary is free until it is handed in; afterwards every change of it is a correction.
  const free =
    row.submittedAt === null ? null : await freeUntil(db, 'stewardDiaries', row, actor?.staffId, limits, now);
  return {
    entry: sheet,
    story: await storyOf(db, 'stewardDiaries', id),
    next: diaryActs(row, actor),
    freeUntil: free,
    warnings: [
      ...(sheet.wantsHelp ? ['problems'] : []),
      ...(await correctionWarnings(db, 'stewardDiaries', row, limits)),
    ],
  };
};
