import { mailItemFilter } from '../../../shared/registers/mail-items';
import { MAIL_ITEM_SCREEN } from '../../../shared/registers/mail-items.columns';
import { exportList } from '../exports/list';
import { mailPage } from './filter';

/** The mail book as a file: the columns of the screen, days waiting among them. */
export const MAIL_LISTS = {
  mailItems: exportList({
    permit: 'mailItems.export',
    filter: mailItemFilter,
    columns: MAIL_ITEM_SCREEN,
    state: {
      label: 'mail:field.mailItems.state',
      of: (row, { t }) => t(`mail:state.mailItems.${row.state}`),
    },
    page: (filter, after, limit, { db, raw, now }) => mailPage(db, raw, filter, after, limit, now),
  }),
};
