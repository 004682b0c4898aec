import { matters, type Obligations } from '../../entries/obligation';
import { needBranches } from './filter';

/** What broadcasts leave open (S28): to be approved, approved and not all played, over and not closed. */

const broadcast = {
  register: 'broadcasts',
  table: 'broadcasts',
  since: 'recordedAt',
  owner: 'recorderName',
} as const;
const label = (need: string): string => `broadcasts:need.broadcasts.${need}`;

export const broadcastObligations: Obligations = {
  open: [
    matters({
      ...broadcast,
      label: label('toApprove'),
      branches: ({ now }) => needBranches('toApprove', now),
    }),
    matters({
      ...broadcast,
      label: label('toPlay'),
      due: 'toAt',
      branches: ({ now }) => needBranches('toPlay', now),
    }),
    matters({
      ...broadcast,
      label: label('toClose'),
      due: 'toAt',
      late: 'always',
      branches: ({ now }) => needBranches('toClose', now),
    }),
  ],
  due: [],
};
