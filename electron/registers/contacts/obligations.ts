import { expressionBuilder } from 'kysely';
import type { Tables } from '../../db/tables';
import { matters, type Obligations } from '../../entries/obligation';
import { needBranches } from './filter';

/** What the contact log leaves open (S11): the gate's calls of the night, and callers who wait for an answer (L08). */

const contact = {
  register: 'contactLogs',
  table: 'contact_logs',
  since: 'happenedAt',
  due: 'promisedAt',
} as const;
const contacts = expressionBuilder<Tables, 'contact_logs'>();

export const contactObligations: Obligations = {
  open: [
    matters({
      ...contact,
      label: 'contacts:need.contactLogs.toTakeOver',
      owner: 'recorderName',
      branches: ({ now }) => needBranches('toTakeOver', now),
    }),
    matters({
      ...contact,
      label: 'contacts:need.contactLogs.waiting',
      owner: 'passedTo',
      // What nobody has taken over from the gate yet stands above already.
      branches: ({ now }) =>
        needBranches('waiting', now).map((branch) => [
          ...branch,
          contacts.or([contacts('atGate', '=', 0), contacts('takenOverAt', 'is not', null)]),
        ]),
    }),
  ],
  due: [
    matters({
      ...contact,
      label: 'contacts:need.contactLogs.dueToday',
      owner: 'passedTo',
      branches: ({ now, until }) =>
        needBranches('waiting', now).map((branch) => [
          ...branch,
          contacts('promisedAt', '>=', now),
          contacts('promisedAt', '<', until),
        ]),
    }),
  ],
};
