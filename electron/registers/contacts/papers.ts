import { CONTACT_LOG_COLUMNS } from '../../../shared/registers/contact-logs.columns';
import { CONTACT_OPEN, type ContactLogLine } from '../../../shared/registers/contact-logs.row';
import type { ContactLogsTable } from '../../db/tables';
import { bookPaper } from '../../papers/book';
import type { Desk } from '../../papers/desk';
import { monthOf } from '../../papers/stretches';
import { toContactLines } from './lines';

/** Groups of words of corrected codes. */
const CODES: Readonly<Record<string, string>> = { channel: 'channel', kind: 'kind' };
/** Cells that the answer fills. */
const STILL_TO_COME = ['passedTo', 'result', 'closedAt', 'replied', 'remark'];

/** F18 来电来访(来信)登记表: the month's book. */
export const F18 = bookPaper<'F18', ContactLogLine>({
  form: 'F18',
  permit: 'contactLogs.print',
  needs: 'month',
  columns: CONTACT_LOG_COLUMNS,
  lines: monthOf('contactLogs', 'contact_logs', (desk: Desk, rows: ContactLogsTable[]) =>
    toContactLines(desk.db, rows, desk.now, desk.settings),
  ),
  foot: 'contacts:foot.F18',
  signers: ['print:signer.recorder', 'print:signer.checker'],
  awaitsHand: (column, line) => CONTACT_OPEN.includes(line.state) && STILL_TO_COME.includes(column.key),
  said: (field, value, { wording }) => (CODES[field] ? wording.t(`contacts:${CODES[field]}.${value}`) : null),
});
