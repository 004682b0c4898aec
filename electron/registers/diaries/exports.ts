import { diaryFilter } from '../../../shared/registers/steward-diaries';
import { DIARY_COLUMNS } from '../../../shared/registers/steward-diaries.columns';
import { exportList } from '../exports/list';
import { diaryPage } from './filter';

/** The book of diaries as a file. */
export const DIARY_LISTS = {
  stewardDiaries: exportList({
    permit: 'stewardDiaries.export',
    filter: diaryFilter,
    columns: DIARY_COLUMNS,
    state: {
      label: 'diaries:field.stewardDiaries.state',
      of: (row, { t }) => t(`diaries:state.stewardDiaries.${row.state}`),
    },
    page: (filter, after, limit, { db, raw }) => diaryPage(db, raw, filter, after, limit),
  }),
};
