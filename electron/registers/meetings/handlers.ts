import type { HandlersFor } from '../handlers';
import {
  countMeetings,
  countResolutions,
  meetingEntry,
  meetingList,
  people,
  resolutionEntry,
  resolutionList,
} from './look';
import * as minutes from './meeting-acts';
import * as resolved from './resolution-acts';

/** S84 例会与会议纪要. */
export const meetingHandlers: HandlersFor<'meetings'> = {
  list: meetingList,
  counts: countMeetings,
  people,
  entry: meetingEntry,
  register: minutes.register,
  attend: minutes.attend,
  write: minutes.write,
  issue: minutes.issue,
  correct: minutes.correct,
  void: minutes.voidMeeting,
  markSeen: minutes.markSeen,
};

/** What was resolved. */
export const resolutionHandlers: HandlersFor<'resolutions'> = {
  list: resolutionList,
  counts: countResolutions,
  entry: resolutionEntry,
  register: resolved.register,
  finish: resolved.finish,
  reopen: resolved.reopen,
  drop: resolved.drop,
  correct: resolved.correct,
  void: resolved.voidResolution,
  markSeen: resolved.markSeen,
};
