import type { AccessCardLine } from '../../../shared/registers/access-cards.row';
import { storyOf } from '../../db/story';
import { correctionWarnings, freeUntil } from '../../entries/freeze';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { cardPage, needCounts } from './filter';
import { toCardLines } from './lines';
import { cardOf } from './load';
import { actsOn } from './next';

/** Reading the card book; and the look behind the mask, which is a journal event (trust.md C6). */

type Ops = HandlersFor<'accessCards'>;

export const list: Ops['list'] = ({ filter, after, limit }, { db, now, door }) =>
  cardPage(db, door.rawReader, filter, after ?? null, limit, now);

export const counts: Ops['counts'] = (_, { db, now }) => needCounts(db, now);

export const entry: Ops['entry'] = async ({ id }, { db, actor, now }) => {
  const row = await cardOf(db, id);
  const settings = await settingsOf(db);
  const [line] = await toCardLines(db, [row], now, settings);
  return {
    entry: line!,
    story: await storyOf(db, 'accessCards', id),
    next: actsOn(row, actor),
    freeUntil: await freeUntil(db, 'accessCards', row, actor?.staffId, settings.limits, now),
    warnings: [...waitingFor(line!), ...(await correctionWarnings(db, 'accessCards', row, settings.limits))],
  };
};

/** What the page says on top; keys below `access-cards:warning.accessCards.`. */
function waitingFor(line: AccessCardLine): string[] {
  const all: [warning: string, holds: boolean][] = [
    ['expired', line.expired],
    ['expiring', line.expiring],
    ['movedOut', line.movedOut],
    ['toBlock', line.state === 'lost' && line.blockedAt === null],
  ];
  return all.filter(([, holds]) => holds).map(([warning]) => warning);
}

export const unmask: Ops['unmask'] = async ({ id, reason }, { db, journal }) => {
  const row = await cardOf(db, id);
  const what = { kind: 'UNMASK', facts: { reason, fields: ['holderPhone'] } } as const;
  journal.note('accessCards', id, what, row.serialNo);
  return { holderPhone: row.holderPhone };
};
