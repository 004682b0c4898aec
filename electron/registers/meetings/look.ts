import { dayOf, instantOf } from '../../../shared/dates';
import { storyOf } from '../../db/story';
import { correctionWarnings, freeUntil } from '../../entries/freeze';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { meetingCounts, meetingPage, resolutionCounts, resolutionPage } from './filter';
import { resolvedIn, toMeetingLines, toResolutionLines } from './lines';
import { departmentOf, meetingOf, resolutionOf } from './load';
import { meetingActs, resolutionActs } from './next';

/** Reading meetings and resolutions. */

type MeetingOps = HandlersFor<'meetings'>;
type ResolutionOps = HandlersFor<'resolutions'>;

export const meetingList: MeetingOps['list'] = ({ filter, after, limit }, { db, now, door }) =>
  meetingPage(db, door.rawReader, filter, after ?? null, limit, now);

export const countMeetings: MeetingOps['counts'] = (_, { db, now }) => meetingCounts(db, now);

export const people: MeetingOps['people'] = (_, { db }) => departmentOf(db);

export const meetingEntry: MeetingOps['entry'] = async ({ id }, { db, actor, now }) => {
  const row = await meetingOf(db, id);
  const settings = await settingsOf(db);
  const [entry] = await toMeetingLines(db, [row], settings);
  const resolved = await resolvedIn(db, id, now);
  const toIssue = row.state === 'open' && row.heldAt < instantOf(dayOf(now));
  return {
    entry: entry!,
    resolved,
    story: await storyOf(db, 'meetings', id),
    next: meetingActs(row, actor),
    freeUntil:
      row.state === 'issued'
        ? await freeUntil(db, 'meetings', row, actor?.staffId, settings.limits, now)
        : null,
    warnings: [
      ...(toIssue ? ['toIssue'] : []),
      ...(resolved.some(({ overdue }) => overdue) ? ['overdue'] : []),
      ...(await correctionWarnings(db, 'meetings', row, settings.limits)),
    ],
  };
};

export const resolutionList: ResolutionOps['list'] = ({ filter, after, limit }, { db, now, door }) =>
  resolutionPage(db, door.rawReader, filter, after ?? null, limit, now);

export const countResolutions: ResolutionOps['counts'] = (_, { db, now }) => resolutionCounts(db, now);

export const resolutionEntry: ResolutionOps['entry'] = async ({ id }, { db, actor, now }) => {
  const row = await resolutionOf(db, id);
  const { limits } = await settingsOf(db);
  const [entry] = await toResolutionLines(db, [row], now);
  return {
    entry: entry!,
    story: await storyOf(db, 'resolutions', id),
    next: resolutionActs(row, actor),
    freeUntil: await freeUntil(db, 'resolutions', row, actor?.staffId, limits, now),
    warnings: [
      ...(entry!.overdue ? ['overdue'] : []),
      ...(await correctionWarnings(db, 'resolutions', row, limits)),
    ],
  };
};
