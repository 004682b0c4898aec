import { expressionBuilder } from 'kysely';
import { dayOf } from '../../../shared/dates';
import type { Tables } from '../../db/tables';
import { matters, type Obligations } from '../../entries/obligation';
import { needBranches } from './filter';

/** What notices leave open (S25): to be approved, sent back, to be put up, over and still to be seen; ends of the shift. */

const eb = expressionBuilder<Tables, 'notices'>();
const notice = { register: 'notices', table: 'notices', since: 'recordedAt', owner: 'recorderName' } as const;
const label = (need: string): string => `notices:need.notices.${need}`;

export const noticeObligations: Obligations = {
  open: [
    matters({ ...notice, label: label('toApprove'), branches: ({ now }) => needBranches('toApprove', now) }),
    matters({ ...notice, label: label('sentBack'), branches: ({ now }) => needBranches('sentBack', now) }),
    matters({
      ...notice,
      label: label('toPost'),
      due: 'fromOn',
      branches: ({ now }) => needBranches('toPost', now),
    }),
    matters({
      ...notice,
      label: label('toRemove'),
      due: 'toOn',
      late: 'always',
      branches: ({ now }) => needBranches('toRemove', now),
    }),
  ],
  due: [
    matters({
      ...notice,
      label: label('ending'),
      due: 'toOn',
      branches: ({ now, until }) => [
        [eb('state', '=', 'posted'), eb('toOn', '>=', dayOf(now)), eb('toOn', '<=', dayOf(until))],
      ],
    }),
  ],
};
