import type { NoticeLine } from '../../../shared/registers/notices.row';
import { storyOf } from '../../db/story';
import { correctionWarnings, freeUntil } from '../../entries/freeze';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { needCounts, noticePage } from './filter';
import { receiptsOf, toNoticeLines } from './lines';
import { noticeOf } from './load';
import { actsOn } from './next';

/** Reading the notice book. */

type Ops = HandlersFor<'notices'>;

export const list: Ops['list'] = ({ filter, after, limit }, { db, now, door }) =>
  noticePage(db, door.rawReader, filter, after ?? null, limit, now);

export const counts: Ops['counts'] = (_, { db, now }) => needCounts(db, now);

export const entry: Ops['entry'] = async ({ id }, { db, actor, now }) => {
  const row = await noticeOf(db, id);
  const settings = await settingsOf(db);
  const [line] = await toNoticeLines(db, [row], now);
  return {
    entry: line!,
    receipts: await receiptsOf(db, id),
    story: await storyOf(db, 'notices', id),
    next: actsOn(row, actor, now),
    freeUntil: await freeUntil(db, 'notices', row, actor?.staffId, settings.limits, now),
    warnings: [...waitingFor(line!), ...(await correctionWarnings(db, 'notices', row, settings.limits))],
  };
};

/** What the page says on top; keys below `notices:warning.notices.`. */
function waitingFor(line: NoticeLine): string[] {
  const all: [warning: string, holds: boolean][] = [
    ['expired', line.expired],
    ['sentBack', line.state === 'draft' && line.sentBackAt !== null],
    ['toPost', line.toPost],
  ];
  return all.filter(([, holds]) => holds).map(([warning]) => warning);
}
