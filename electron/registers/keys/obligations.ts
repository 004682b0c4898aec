import { expressionBuilder, sql } from 'kysely';
import { dayOf } from '../../../shared/dates';
import { KEY_KEPT } from '../../../shared/registers/keys.row';
import type { Thing } from '../../../shared/registers/obligations';
import type { Tables } from '../../db/tables';
import { type Look, matters, type Obligations } from '../../entries/obligation';
import { checkBranches } from './check-filter';
import { mandateBranches } from './mandate-filter';
import { transferBranches } from './transfer-lines';

/** What the key cabinet leaves open (S04, S09): mandates that ran out, checks and transfers begun; keys and bags to be counted. */

const mandate = {
  register: 'keyMandates',
  table: 'key_mandates',
  since: 'receivedAt',
  owner: 'receivedByName',
  due: 'toOn',
} as const;
const transfers = expressionBuilder<Tables, 'key_transfers'>();
const mandates = expressionBuilder<Tables, 'key_mandates'>();

export const keyObligations: Obligations = {
  open: [
    matters({
      ...mandate,
      label: 'keys:need.keyMandates.expired',
      branches: ({ settings, now }) => mandateBranches({ need: 'expired' }, settings, now),
    }),
    matters({
      register: 'keyChecks',
      table: 'key_checks',
      label: 'keys:need.keyChecks.open',
      since: 'startedAt',
      owner: 'recorderName',
      branches: () => checkBranches({ need: 'open' }),
    }),
    matters({
      register: 'keyTransfers',
      table: 'key_transfers',
      label: 'keys:need.keyTransfers.open',
      since: 'plannedOn',
      owner: 'recorderName',
      due: 'plannedOn',
      branches: () => transferBranches({ need: 'open' }),
    }),
  ],
  due: [
    matters({
      ...mandate,
      label: 'keys:need.keyMandates.ending',
      branches: ({ settings, now, until }) =>
        mandateBranches({ need: 'ending' }, settings, now).map((branch) => [
          ...branch,
          mandates('toOn', '<=', dayOf(until)),
        ]),
    }),
    matters({
      register: 'keyTransfers',
      table: 'key_transfers',
      label: 'keys:need.keyTransfers.open',
      since: 'plannedOn',
      owner: 'recorderName',
      due: 'plannedOn',
      branches: ({ now, until }) => [
        [
          transfers('state', '=', 'open'),
          transfers('plannedOn', '>=', dayOf(now)),
          transfers('plannedOn', '<=', dayOf(until)),
        ],
      ],
    }),
  ],
  things,
};

/** Per cabinet the pieces that should hang there, and the bags that should be sealed. */
async function things({ db }: Look): Promise<Thing[]> {
  const cabinets = await db
    .selectFrom('cabinets')
    .select(['id', 'code', 'name'])
    .where('active', '=', 1)
    .orderBy('code')
    .execute();
  const keys = await db
    .selectFrom('keys')
    .select(['cabinetId', 'keyNo', 'scanCode', 'state', 'sealBagNo', 'piecesOut'])
    .select(sql<number>`pieces - "piecesOut"`.as('here'))
    .where('state', 'in', [...KEY_KEPT])
    .orderBy('keyNo')
    .execute();
  const hanging = keys.filter(
    ({ state, here }) => (state === 'inStock' || state === 'damaged' || state === 'out') && here > 0,
  );
  const sealed = keys.filter(({ state }) => state === 'sealed');
  const perCabinet = cabinets.map(({ id, code, name }): Thing => {
    const own = hanging.filter((key) => key.cabinetId === id);
    const away = keys.filter((key) => key.cabinetId === id);
    return {
      code: `cabinet/${id}`,
      label: 'keys:thing.cabinet',
      values: { code, name },
      expected: own.reduce((sum, key) => sum + key.here, 0),
      measure: 'pieces',
      out: away.reduce((sum, key) => sum + key.piecesOut, 0),
      // A set hangs as one bunch: its label is scanned once, so a cabinet with sets is counted by number.
      numbers: own.every((key) => key.here === 1)
        ? own.map(({ keyNo, scanCode }) => ({ no: keyNo, scanCode }))
        : [],
    };
  });
  return [
    ...perCabinet,
    {
      code: 'sealBags',
      label: 'keys:thing.sealBags',
      values: {},
      expected: sealed.length,
      measure: 'pieces',
      out: 0,
      numbers: sealed.map(({ sealBagNo, keyNo, scanCode }) => ({ no: sealBagNo ?? keyNo, scanCode })),
    },
  ];
}
