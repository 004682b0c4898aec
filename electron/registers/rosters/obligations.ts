import { expressionBuilder } from 'kysely';
import { dayOf } from '../../../shared/dates';
import type { Tables } from '../../db/tables';
import { matters, type Obligations } from '../../entries/obligation';
import { coverBranches } from './cover-look';
import { needBranches } from './filter';
import { swapBranches } from './swap-look';

/** What rosters leave open (S81, S15): somebody stands in, a permission to sign, swaps to decide; a draft whose week begins. */

const swap = {
  register: 'shiftSwaps',
  table: 'shift_swaps',
  since: 'recordedAt',
  owner: 'askerName',
  due: 'dayOn',
} as const;
const cover = { register: 'postCovers', table: 'post_covers', since: 'leftAt', owner: 'leaverName' } as const;
const eb = expressionBuilder<Tables, 'rosters'>();

export const rosterObligations: Obligations = {
  open: [
    matters({
      ...cover,
      label: 'rosters:need.postCovers.away',
      due: 'dueAt',
      branches: ({ now }) => coverBranches('away', now),
    }),
    matters({
      ...cover,
      label: 'rosters:need.postCovers.toSign',
      branches: ({ now }) => coverBranches('toSign', now),
    }),
    matters({
      ...swap,
      label: 'rosters:need.shiftSwaps.agree',
      branches: ({ now }) => swapBranches('agree', now),
    }),
    matters({
      ...swap,
      label: 'rosters:need.shiftSwaps.approve',
      branches: ({ now }) => swapBranches('approve', now),
    }),
  ],
  due: [
    matters({
      register: 'rosters',
      table: 'rosters',
      label: 'rosters:need.rosters.unpublished',
      since: 'recordedAt',
      owner: 'recorderName',
      due: 'weekOn',
      branches: async ({ db, now, until }) =>
        (await needBranches(db, 'unpublished', now)).map((branch) => [
          ...branch,
          eb('weekOn', '<=', dayOf(until)),
        ]),
    }),
  ],
};
