import type { HandoverLine } from '../../../shared/registers/handovers.row';
import { storyOf } from '../../db/story';
import { seen } from '../../entries/correction';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { handoverPage, needCounts } from './filter';
import { toSheet } from './lines';
import { handoverOf } from './load';
import { actsOn } from './next';
import { onAt } from './shift-acts';

/** Reading the handovers' book and one sheet of it. */

type Ops = HandlersFor<'handovers'>;

export const list: Ops['list'] = ({ filter, after, limit }, { db, now, door }) =>
  handoverPage(db, door.rawReader, filter, after ?? null, limit, now);

export const counts: Ops['counts'] = (_, { db, now }) => needCounts(db, now);

export const current: Ops['current'] = async ({ post }, { db }) => ({
  id: (await onAt(db, post))?.id ?? null,
});

export const entry: Ops['entry'] = async ({ id }, { db, actor, now }) => {
  const row = await handoverOf(db, id);
  const sheet = await toSheet(db, row, await settingsOf(db), now);
  return {
    entry: sheet,
    story: await storyOf(db, 'handovers', id),
    next: actsOn(row, actor),
    // A sheet is written by its acts; there is nothing to edit freely.
    freeUntil: null,
    warnings: waitingFor(sheet),
  };
};

/** What the page says on top; keys below `handovers:warning.handovers.`. */
function waitingFor(line: HandoverLine): string[] {
  const all: [warning: string, holds: boolean][] = [
    ['due', line.due && line.state !== 'refused'],
    ['refused', line.state === 'refused'],
    ['lateReview', line.state === 'sealed' && line.reviewedInTime === false],
  ];
  return all.filter(([, holds]) => holds).map(([warning]) => warning);
}

/** Another person opened the sheet. */
export const markSeen: Ops['markSeen'] = async ({ id }, ctx) => {
  await seen(ctx, 'handovers', await handoverOf(ctx.db, id), (await settingsOf(ctx.db)).limits);
  return { seen: true };
};
