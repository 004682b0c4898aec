import { noticeFilter } from '../../../shared/registers/notices';
import { NOTICE_COLUMNS } from '../../../shared/registers/notices.columns';
import { exportList } from '../exports/list';
import { noticePage } from './filter';

/** The notice book as a file. */
export const NOTICE_LISTS = {
  notices: exportList({
    permit: 'notices.export',
    filter: noticeFilter,
    columns: NOTICE_COLUMNS,
    state: {
      label: 'notices:field.notices.state',
      of: (row, { t }) => t(`notices:state.notices.${row.state}`),
    },
    page: (filter, after, limit, { db, raw, now }) => noticePage(db, raw, filter, after, limit, now),
  }),
};
