import { timeOf } from '../../../shared/dates';
import type { DutySheet } from '../../../shared/registers/duty-logs.row';
import { slipPaper } from '../../papers/slip';
import { dutySheetsById } from './lines';
import { gatePaper, logPaper } from './log-paper';

/** The papers of S14: F20 of every post, F20b of a gate. */

const common = {
  permit: 'dutyLogs.print',
  size: 'a4',
  said: (field: string, value: string) => (field === 'happenedAt' ? timeOf(value) : null),
} as const;

export const F20 = slipPaper<'F20', DutySheet>({
  ...common,
  form: 'F20',
  linesOf: ({ db, now }, ids) => dutySheetsById(db, ids, now),
  slipOf: logPaper,
});

export const F20b = slipPaper<'F20b', DutySheet>({
  ...common,
  form: 'F20b',
  linesOf: ({ db, now }, ids) => dutySheetsById(db, ids, now),
  slipOf: gatePaper,
});
