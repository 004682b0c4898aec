import type { DutyLogLine } from '../../../shared/registers/duty-logs.row';
import { storyOf } from '../../db/story';
import { correctionWarnings, freeUntil } from '../../entries/freeze';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { lineCounts, linePage, logCounts, logPage } from './filter';
import { toDutyLines, toDutySheet, toLogLines, typedIn } from './lines';
import { lineOf, logOf } from './load';
import { lineActs, logActs } from './next';
import { postsNow } from './posts';
import { timelinePage } from './timeline';

/** Reading the duty logs and their lines. */

type LogOps = HandlersFor<'dutyLogs'>;
type LineOps = HandlersFor<'dutyLines'>;

export const logList: LogOps['list'] = ({ filter, after, limit }, { db, now, door }) =>
  logPage(db, door.rawReader, filter, after ?? null, limit, now);

export const countLogs: LogOps['counts'] = (_, { db, now }) => logCounts(db, now);

export const now: LogOps['now'] = async (_, { db, now: at }) => ({
  posts: await postsNow(db, await settingsOf(db), at),
});

export const logEntry: LogOps['entry'] = async ({ id }, { db, actor, now: at }) => {
  const row = await logOf(db, id);
  const settings = await settingsOf(db);
  const sheet = await toDutySheet(db, row, settings, at);
  return {
    entry: sheet,
    story: await storyOf(db, 'dutyLogs', id),
    next: logActs(row, actor, at),
    freeUntil: await freeUntil(db, 'dutyLogs', row, actor?.staffId, settings.limits, at),
    warnings: [...waitingFor(sheet), ...(await correctionWarnings(db, 'dutyLogs', row, settings.limits))],
  };
};

/** What the page says on top; keys below `duty-log:warning.dutyLogs.`. */
const waitingFor = (line: DutyLogLine): string[] =>
  line.lacks.filter((lack) => lack === 'unread' || lack === 'big' || (lack === 'signature' && !line.running));

export const timeline: LogOps['timeline'] = async ({ id, after, limit }, { db, now: at }) => {
  const row = await logOf(db, id);
  const settings = await settingsOf(db);
  const [line] = await toLogLines(db, [row], settings, at);
  const typed = await toDutyLines(db, await typedIn(db, id), settings);
  return timelinePage(
    db,
    line!,
    typed.map((one) => ({ source: 'typed', at: one.happenedAt, key: one.id, line: one })),
    after ?? null,
    limit,
  );
};

export const lineList: LineOps['list'] = ({ filter, after, limit }, { db, door }) =>
  linePage(db, door.rawReader, filter, after ?? null, limit);

export const countLines: LineOps['counts'] = (_, { db }) => lineCounts(db);

export const lineEntry: LineOps['entry'] = async ({ id }, { db, actor, now: at }) => {
  const row = await lineOf(db, id);
  const settings = await settingsOf(db);
  const log = await logOf(db, row.logId);
  const [entry] = await toDutyLines(db, [row], settings);
  return {
    entry: entry!,
    story: await storyOf(db, 'dutyLines', id),
    next: lineActs(row, log.state === 'signed', actor),
    freeUntil: await freeUntil(db, 'dutyLines', row, actor?.staffId, settings.limits, at),
    warnings: [
      ...(row.state === 'open' && row.kind === 'big' ? ['big'] : []),
      ...(await correctionWarnings(db, 'dutyLines', row, settings.limits)),
    ],
  };
};
