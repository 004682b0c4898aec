import { postCoverFilter } from '../../../shared/registers/post-covers';
import { rosterFilter } from '../../../shared/registers/rosters';
import {
  POST_COVER_COLUMNS,
  ROSTER_COLUMNS,
  SHIFT_SWAP_COLUMNS,
} from '../../../shared/registers/rosters.columns';
import { shiftSwapFilter } from '../../../shared/registers/shift-swaps';
import { exportList } from '../exports/list';
import { coverPage } from './cover-look';
import { rosterPage } from './filter';
import { swapPage } from './swap-look';

/** The room's books as files: the columns of the screen and the state in words. */
export const ROSTER_LISTS = {
  rosters: exportList({
    permit: 'rosters.export',
    filter: rosterFilter,
    columns: ROSTER_COLUMNS,
    state: {
      label: 'rosters:field.rosters.state',
      of: (row, { t }) => t(`rosters:state.rosters.${row.state}`),
    },
    page: (filter, after, limit, { db, raw, now }) => rosterPage(db, raw, filter, after, limit, now),
  }),
  shiftSwaps: exportList({
    permit: 'shiftSwaps.export',
    filter: shiftSwapFilter,
    columns: SHIFT_SWAP_COLUMNS,
    state: {
      label: 'rosters:field.shiftSwaps.state',
      of: (row, { t }) => t(`rosters:state.shiftSwaps.${row.state}`),
    },
    page: (filter, after, limit, { db, raw, now }) => swapPage(db, raw, filter, after, limit, now),
  }),
  postCovers: exportList({
    permit: 'postCovers.export',
    filter: postCoverFilter,
    columns: POST_COVER_COLUMNS,
    state: {
      label: 'rosters:field.postCovers.state',
      of: (row, { t }) => t(`rosters:state.postCovers.${row.state}`),
    },
    page: (filter, after, limit, { db, raw, now }) => coverPage(db, raw, filter, after, limit, now),
  }),
};
