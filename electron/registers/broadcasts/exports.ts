import { broadcastFilter } from '../../../shared/registers/broadcasts';
import { BROADCAST_COLUMNS } from '../../../shared/registers/broadcasts.columns';
import { exportList } from '../exports/list';
import { broadcastPage } from './filter';

/** The broadcast book as a file. */
export const BROADCAST_LISTS = {
  broadcasts: exportList({
    permit: 'broadcasts.export',
    filter: broadcastFilter,
    columns: BROADCAST_COLUMNS,
    state: {
      label: 'broadcasts:field.broadcasts.state',
      of: (row, { t }) => t(`broadcasts:state.broadcasts.${row.state}`),
    },
    page: (filter, after, limit, { db, raw, now }) => broadcastPage(db, raw, filter, after, limit, now),
  }),
};
