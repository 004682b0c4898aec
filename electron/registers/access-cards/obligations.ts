import { expressionBuilder } from 'kysely';
import { dayOf } from '../../../shared/dates';
import type { Tables } from '../../db/tables';
import { matters, type Obligations } from '../../entries/obligation';
import { needBranches } from './filter';

/** What cards leave open (S32): lost and not blocked, out beyond their last day; passes that run out before the shift ends. */

const eb = expressionBuilder<Tables, 'access_cards'>();
const card = {
  register: 'accessCards',
  table: 'access_cards',
  since: 'issuedAt',
  owner: 'recorderName',
} as const;

export const accessCardObligations: Obligations = {
  open: [
    matters({
      ...card,
      label: 'access-cards:need.accessCards.toBlock',
      late: 'always',
      branches: ({ now }) => needBranches('toBlock', now),
    }),
    matters({
      ...card,
      label: 'access-cards:need.accessCards.notReturned',
      due: 'validToOn',
      late: 'always',
      branches: ({ now }) => needBranches('notReturned', now),
    }),
  ],
  due: [
    matters({
      ...card,
      label: 'access-cards:need.accessCards.expiring',
      due: 'validToOn',
      branches: ({ now, until }) => [
        [eb('state', '=', 'issued'), eb('validToOn', '>=', dayOf(now)), eb('validToOn', '<=', dayOf(until))],
      ],
    }),
  ],
};
