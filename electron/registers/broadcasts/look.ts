import { storyOf } from '../../db/story';
import { correctionWarnings, freeUntil } from '../../entries/freeze';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { broadcastPage, needCounts } from './filter';
import { playsOf, toBroadcastLines } from './lines';
import { broadcastOf } from './load';
import { actsOn } from './next';

/** Reading the broadcast book. */

type Ops = HandlersFor<'broadcasts'>;

export const list: Ops['list'] = ({ filter, after, limit }, { db, now, door }) =>
  broadcastPage(db, door.rawReader, filter, after ?? null, limit, now);

export const counts: Ops['counts'] = (_, { db, now }) => needCounts(db, now);

export const entry: Ops['entry'] = async ({ id }, { db, actor, now }) => {
  const row = await broadcastOf(db, id);
  const settings = await settingsOf(db);
  const [line] = await toBroadcastLines(db, [row], now);
  return {
    entry: line!,
    plays: await playsOf(db, id),
    story: await storyOf(db, 'broadcasts', id),
    next: actsOn(row, actor, now),
    freeUntil: await freeUntil(db, 'broadcasts', row, actor?.staffId, settings.limits, now),
    warnings: [
      ...(line!.over ? ['over'] : []),
      ...(await correctionWarnings(db, 'broadcasts', row, settings.limits)),
    ],
  };
};
