import { contactLogFilter } from '../../../shared/registers/contact-logs';
import { CONTACT_LOG_COLUMNS } from '../../../shared/registers/contact-logs.columns';
import { exportList } from '../exports/list';
import { contactPage } from './filter';

/** The contact log as a file; whoever may export reads all of it. */
export const CONTACT_LISTS = {
  contactLogs: exportList({
    permit: 'contactLogs.export',
    filter: contactLogFilter,
    columns: CONTACT_LOG_COLUMNS,
    state: {
      label: 'contacts:field.contactLogs.state',
      of: (row, { t }) => t(`contacts:state.contactLogs.${row.state}`),
    },
    page: (filter, after, limit, { db, raw, now }) =>
      contactPage(db, raw, filter, after, limit, { now, gateOnly: false }),
  }),
};
