import { dayOf, isoWeekOf } from '../../../shared/dates';
import { storyOf } from '../../db/story';
import { seen } from '../../entries/correction';
import { correctionWarnings, freeUntil } from '../../entries/freeze';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { cabinetsDue, close, count, start, voidCheck } from './check-acts';
import { checkCounts, checkPage } from './check-filter';
import { cabinetRows, checkCabinets, checkKeys, checkOf, toCheckLines } from './check-lines';
import { actsOnCheck } from './next';

/** S09 钥匙周检: every operation of the weekly check. */

type Ops = HandlersFor<'keyChecks'>;

const entry: Ops['entry'] = async ({ id }, { db, actor, now }) => {
  const row = await checkOf(db, id);
  const { limits } = await settingsOf(db);
  const [line] = await toCheckLines(db, [row]);
  return {
    entry: line!,
    story: await storyOf(db, 'keyChecks', id),
    next: actsOnCheck(row, actor),
    freeUntil: await freeUntil(db, 'keyChecks', row, actor?.staffId, limits, now),
    warnings: [
      ...(line!.differences > 0 ? ['differences'] : []),
      ...(await correctionWarnings(db, 'keyChecks', row, limits)),
    ],
  };
};

export const keyCheckHandlers: HandlersFor<'keyChecks'> = {
  list: ({ filter, after, limit }, { db, door }) =>
    checkPage(db, door.rawReader, filter, after ?? null, limit),
  counts: (_, { db, now }) => checkCounts(db, now),
  entry,
  async sheet({ id }, { db }) {
    const check = await checkOf(db, id);
    const keys = await checkKeys(db, id);
    return { keys, cabinets: cabinetRows(keys, await checkCabinets(db, check)) };
  },
  async due(_, { db, now }) {
    const week = isoWeekOf(dayOf(now));
    return { week, cabinets: await cabinetsDue(db, week) };
  },
  start,
  count,
  close,
  void: voidCheck,
  async markSeen({ id }, ctx) {
    await seen(ctx, 'keyChecks', await checkOf(ctx.db, id), (await settingsOf(ctx.db)).limits);
    return { seen: true };
  },
};
