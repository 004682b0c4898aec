import { matters, type Obligations } from '../../entries/obligation';
import { needBranches } from './filter';

/** What the diaries leave open (S14): problems that wait for the supervisor's answer. */
export const diaryObligations: Obligations = {
  open: [
    matters({
      register: 'stewardDiaries',
      table: 'steward_diaries',
      label: 'diaries:need.stewardDiaries.problems',
      since: 'recordedAt',
      owner: 'stewardName',
      branches: () => needBranches('problems'),
    }),
  ],
};
