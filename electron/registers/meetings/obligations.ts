import { expressionBuilder } from 'kysely';
import { dayOf } from '../../../shared/dates';
import type { Tables } from '../../db/tables';
import { matters, type Obligations } from '../../entries/obligation';
import { meetingBranches, resolutionBranches } from './filter';

/** What meetings leave open (S84): resolutions until they are done, minutes nobody has issued; what is due in the shift. */

const eb = expressionBuilder<Tables, 'resolutions'>();
const resolution = {
  register: 'resolutions',
  table: 'resolutions',
  since: 'recordedAt',
  owner: 'ownerName',
  due: 'dueOn',
} as const;

export const meetingObligations: Obligations = {
  open: [
    matters({
      ...resolution,
      label: 'meetings:need.resolutions.open',
      branches: ({ now }) => resolutionBranches('open', now),
    }),
    matters({
      register: 'meetings',
      table: 'meetings',
      label: 'meetings:need.meetings.toIssue',
      since: 'heldAt',
      owner: 'chairName',
      late: 'always',
      branches: ({ now }) => meetingBranches('toIssue', now),
    }),
  ],
  due: [
    matters({
      ...resolution,
      label: 'meetings:need.resolutions.soon',
      branches: ({ now, until }) => [
        [eb('state', '=', 'open'), eb('dueOn', '>=', dayOf(now)), eb('dueOn', '<=', dayOf(until))],
      ],
    }),
  ],
};
