import { meetingFilter } from '../../../shared/registers/meetings';
import { MEETING_COLUMNS, RESOLUTION_COLUMNS } from '../../../shared/registers/meetings.columns';
import { resolutionFilter } from '../../../shared/registers/resolutions';
import { exportList } from '../exports/list';
import { meetingPage, resolutionPage } from './filter';

/** Meetings and resolutions as files. */
export const MEETING_LISTS = {
  meetings: exportList({
    permit: 'meetings.export',
    filter: meetingFilter,
    columns: MEETING_COLUMNS,
    state: {
      label: 'meetings:field.meetings.state',
      of: (row, { t }) => t(`meetings:state.meetings.${row.state}`),
    },
    page: (filter, after, limit, { db, raw, now }) => meetingPage(db, raw, filter, after, limit, now),
  }),
  resolutions: exportList({
    permit: 'meetings.export',
    filter: resolutionFilter,
    columns: RESOLUTION_COLUMNS,
    state: {
      label: 'meetings:field.resolutions.state',
      of: (row, { t }) => t(`meetings:state.resolutions.${row.state}`),
    },
    page: (filter, after, limit, { db, raw, now }) => resolutionPage(db, raw, filter, after, limit, now),
  }),
};
