import { accessCardFilter } from '../../../shared/registers/access-cards';
import { ACCESS_CARD_COLUMNS } from '../../../shared/registers/access-cards.columns';
import { foundItemFilter } from '../../../shared/registers/found-items';
import { FOUND_ITEM_COLUMNS } from '../../../shared/registers/found-items.columns';
import { lostReportFilter } from '../../../shared/registers/lost-reports';
import { LOST_REPORT_COLUMNS } from '../../../shared/registers/lost-reports.columns';
import { cardPage } from '../access-cards/filter';
import { foundItemPage } from '../found-items/filter';
import { lostReportPage } from '../found-items/filter-reports';
import { type ExportList, exportList } from './list';

/** Every list that can be exported, by register: one entry each. */
export const LISTS: Readonly<Record<string, ExportList>> = {
  foundItems: exportList({
    permit: 'foundItems.export',
    filter: foundItemFilter,
    columns: FOUND_ITEM_COLUMNS,
    state: {
      label: 'found-items:field.foundItems.state',
      of: (row, { t }) => t(`found-items:state.${row.state}`),
    },
    page: (filter, after, limit, { db, raw, now }) => foundItemPage(db, raw, filter, after, limit, now),
  }),
  accessCards: exportList({
    permit: 'accessCards.export',
    filter: accessCardFilter,
    columns: ACCESS_CARD_COLUMNS,
    state: {
      label: 'access-cards:field.accessCards.state',
      of: (row, { t }) => t(`access-cards:state.accessCards.${row.state}`),
    },
    page: (filter, after, limit, { db, raw, now }) => cardPage(db, raw, filter, after, limit, now),
  }),
  lostReports: exportList({
    permit: 'foundItems.export',
    filter: lostReportFilter,
    columns: LOST_REPORT_COLUMNS,
    state: {
      label: 'found-items:field.lostReports.state',
      of: (row, { t }) => t(`found-items:lostState.${row.state}`),
    },
    page: (filter, after, limit, { db, raw }) => lostReportPage(db, raw, filter, after, limit),
  }),
};
