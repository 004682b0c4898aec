import type { KeyLine } from '../../../shared/registers/keys.row';
import { storyOf } from '../../db/story';
import { seen } from '../../entries/correction';
import { correctionWarnings, freeUntil } from '../../entries/freeze';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { keyCounts, keyPage } from './filter';
import { toKeyLines } from './lines';
import { keyOf } from './moves';
import { actsOnKey } from './next';

/** Reading the inventory. */

type Ops = HandlersFor<'keys'>;

export const list: Ops['list'] = ({ filter, after, limit }, { db, now, door }) =>
  keyPage(db, door.rawReader, filter, after ?? null, limit, now);

export const counts: Ops['counts'] = (_, { db, now }) => keyCounts(db, now);

export const entry: Ops['entry'] = async ({ id }, { db, actor, now }) => {
  const row = await keyOf(db, id);
  const { limits } = await settingsOf(db);
  const [line] = await toKeyLines(db, [row], now);
  return {
    entry: line!,
    story: await storyOf(db, 'keys', id),
    next: actsOnKey(row, actor),
    freeUntil: await freeUntil(db, 'keys', row, actor?.staffId, limits, now),
    warnings: [...waitingFor(line!), ...(await correctionWarnings(db, 'keys', row, limits))],
  };
};

/** See `seen`. */
export const markSeen: Ops['markSeen'] = async ({ id }, ctx) => {
  await seen(ctx, 'keys', await keyOf(ctx.db, id), (await settingsOf(ctx.db)).limits);
  return { seen: true };
};

/** What the entry page says on top; keys below `keys:warning.`. */
const waitingFor = (line: KeyLine): string[] => [
  ...(line.withoutMandate ? ['withoutMandate'] : []),
  ...(line.risk === 'master' ? ['master'] : []),
];
