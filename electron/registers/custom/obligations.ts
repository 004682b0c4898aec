import { matters, type Obligations } from '../../entries/obligation';
import { waitingBranches } from './filter';

/** What own books leave open: lines that are not finished. */
export const customObligations: Obligations = {
  open: [
    matters({
      register: 'customEntries',
      table: 'custom_entries',
      label: 'custom-books:need.customEntries.open',
      since: 'at',
      owner: 'recorderName',
      branches: waitingBranches,
    }),
  ],
};
