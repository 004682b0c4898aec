import { dutyLineFilter } from '../../../shared/registers/duty-lines';
import { dutyLogFilter } from '../../../shared/registers/duty-logs';
import { DUTY_LINE_COLUMNS, DUTY_LOG_COLUMNS } from '../../../shared/registers/duty-logs.columns';
import { exportList } from '../exports/list';
import { linePage, logPage } from './filter';

/** The logs and their lines as files. */
export const DUTY_LOG_LISTS = {
  dutyLogs: exportList({
    permit: 'dutyLogs.export',
    filter: dutyLogFilter,
    columns: DUTY_LOG_COLUMNS,
    state: {
      label: 'duty-log:field.dutyLogs.state',
      of: (row, { t }) => t(`duty-log:state.dutyLogs.${row.state}`),
    },
    page: (filter, after, limit, { db, raw, now }) => logPage(db, raw, filter, after, limit, now),
  }),
  dutyLines: exportList({
    permit: 'dutyLogs.export',
    filter: dutyLineFilter,
    columns: DUTY_LINE_COLUMNS,
    state: {
      label: 'duty-log:field.dutyLines.state',
      of: (row, { t }) => t(`duty-log:state.dutyLines.${row.state}`),
    },
    page: (filter, after, limit, { db, raw }) => linePage(db, raw, filter, after, limit),
  }),
};
