import type { TabBook } from '../../book/BookTab';
import { DUTY_LINE_COUNTS, DUTY_LINES, DUTY_LOG_COUNTS, DUTY_LOGS } from './books';
import { DutyLineEntry } from './DutyLineEntry';
import { DutyLinesBook } from './DutyLinesBook';
import { DutyLogEntry } from './DutyLogEntry';
import { DutyLogsBook } from './DutyLogsBook';

/** The duty log's books in the tab 交接班与值班. */
export const DUTY_LOG_BOOKS: readonly TabBook[] = [
  {
    book: DUTY_LOGS,
    permit: 'dutyLogs.read',
    Page: DutyLogsBook,
    Entry: DutyLogEntry,
    counts: DUTY_LOG_COUNTS,
  },
  {
    book: DUTY_LINES,
    permit: 'dutyLogs.read',
    Page: DutyLinesBook,
    Entry: DutyLineEntry,
    counts: DUTY_LINE_COUNTS,
  },
];
