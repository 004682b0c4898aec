import type { HandlersFor } from '../handlers';
import { correctLine, correctLog, seeLine, seeLog, voidLine, voidLog } from './correct';
import { finish, write } from './line-acts';
import { join, leaveMessage, noteWeather, open, readMessage, sign } from './log-acts';
import { countLines, countLogs, lineEntry, lineList, logEntry, logList, now, timeline } from './look';

/** S14 值班日志. */
export const dutyLogHandlers: HandlersFor<'dutyLogs'> = {
  list: logList,
  counts: countLogs,
  now,
  entry: logEntry,
  timeline,
  open,
  join,
  noteWeather,
  leaveMessage,
  readMessage,
  sign,
  correct: correctLog,
  void: voidLog,
  markSeen: seeLog,
};

/** Its typed lines. */
export const dutyLineHandlers: HandlersFor<'dutyLines'> = {
  list: lineList,
  counts: countLines,
  entry: lineEntry,
  write,
  finish,
  correct: correctLine,
  void: voidLine,
  markSeen: seeLine,
};
