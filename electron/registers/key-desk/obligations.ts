import { expressionBuilder } from 'kysely';
import { dayOf, instantOf } from '../../../shared/dates';
import type { Tables } from '../../db/tables';
import { matters, type Obligations } from '../../entries/obligation';
import { copyBranches, incidentBranches, loanBranches, unsealBranches } from './filter';

/** What the key desk leaves open (S05–S08): keys out, storerooms opened and not sealed again, copies, losses. */

const loan = {
  register: 'keyLoans',
  table: 'key_loans',
  since: 'issuedAt',
  owner: 'issuerName',
  due: 'dueAt',
} as const;
const loans = expressionBuilder<Tables, 'key_loans'>();
const out = loans('state', '=', 'out');

export const keyDeskObligations: Obligations = {
  open: [
    matters({
      ...loan,
      label: 'key-desk:need.keyLoans.overdue',
      branches: ({ now }) => loanBranches({ need: 'overdue' }, now),
    }),
    matters({
      ...loan,
      label: 'key-desk:need.keyLoans.out',
      branches: ({ now }) => [[out, loans('dueAt', '>=', now)]],
    }),
    matters({
      register: 'keyUnseals',
      table: 'key_unseals',
      label: 'key-desk:need.keyUnseals.unsealed',
      since: 'openedAt',
      owner: 'supervisorName',
      // S06: sealed again at the latest when the next day begins.
      late: ({ now }) => instantOf(dayOf(now)),
      branches: () => unsealBranches({ need: 'unsealed' }),
    }),
    ...(['approve', 'make'] as const).map((need) =>
      matters({
        register: 'keyCopies',
        table: 'key_copies',
        label: `key-desk:need.keyCopies.${need}`,
        since: 'appliedAt',
        owner: 'applicantName',
        branches: () => copyBranches({ need }),
      }),
    ),
    matters({
      register: 'keyIncidents',
      table: 'key_incidents',
      label: 'key-desk:need.keyIncidents.open',
      since: 'foundOutAt',
      owner: 'recorderName',
      branches: () => incidentBranches({ need: 'open' }),
    }),
  ],
  due: [
    matters({
      ...loan,
      label: 'key-desk:need.keyLoans.dueToday',
      branches: ({ now, until }) => [[out, loans('dueAt', '>=', now), loans('dueAt', '<', until)]],
    }),
  ],
};
