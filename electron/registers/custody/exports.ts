import type { Wording } from '../../../shared/columns';
import { custodyItemFilter } from '../../../shared/registers/custody-items';
import { CUSTODY_COLUMNS } from '../../../shared/registers/custody-items.columns';
import { moveNoticeFilter } from '../../../shared/registers/move-notices';
import { MOVE_COLUMNS } from '../../../shared/registers/move-notices.columns';
import { toolLoanFilter } from '../../../shared/registers/tool-loans';
import { TOOL_LOAN_COLUMNS } from '../../../shared/registers/tool-loans.columns';
import { toolFilter } from '../../../shared/registers/tools';
import { TOOL_COLUMNS } from '../../../shared/registers/tools.columns';
import { exportList } from '../exports/list';
import { itemPage } from './item-filter';
import { movePage } from './moves';
import { toolLoanPage, toolPage } from './tool-filter';

/** This room's lists as CSV and XLSX. */

const state = (register: string) => ({
  label: 'custody:field.state',
  of: (row: { state: string }, { t }: Wording) =>
    row.state === 'voided' ? t('custody:mark.void') : t(`custody:state.${register}.${row.state}`),
});

export const custodyExports = {
  custodyItems: exportList({
    permit: 'custodyItems.export',
    filter: custodyItemFilter,
    columns: CUSTODY_COLUMNS,
    state: state('custodyItems'),
    page: (filter, after, limit, { db, raw, now }) => itemPage(db, raw, filter, after, limit, now),
  }),
  tools: exportList({
    permit: 'tools.export',
    filter: toolFilter,
    columns: TOOL_COLUMNS,
    state: state('tools'),
    page: (filter, after, limit, { db, raw, now }) => toolPage(db, raw, filter, after, limit, now),
  }),
  toolLoans: exportList({
    permit: 'tools.export',
    filter: toolLoanFilter,
    columns: TOOL_LOAN_COLUMNS,
    state: state('toolLoans'),
    page: (filter, after, limit, { db, raw, now }) => toolLoanPage(db, raw, filter, after, limit, now),
  }),
  moveNotices: exportList({
    permit: 'moveNotices.export',
    filter: moveNoticeFilter,
    columns: MOVE_COLUMNS,
    state: state('moveNotices'),
    page: (filter, after, limit, { db, raw, now }) => movePage(db, raw, filter, after, limit, now),
  }),
};
