import { expressionBuilder } from 'kysely';
import { FOUND_ITEM_OPEN } from '../../../shared/registers/found-items.row';
import type { Thing } from '../../../shared/registers/obligations';
import type { Tables } from '../../db/tables';
import { type Look, matters, type Obligations } from '../../entries/obligation';
import { branchesOf } from './filter';

/** What found items leave open (S01, S02): Party A to be told, things to be fetched, given up or signed for (待补签), reports. */

const MOST_NUMBERS = 500;
const item = {
  register: 'foundItems',
  table: 'found_items',
  since: 'foundAt',
  owner: 'receivedByName',
} as const;
const needed = (need: 'notify' | 'partyA' | 'disposal' | 'cosign', late?: 'always') =>
  matters({
    ...item,
    ...(late ? { late } : {}),
    label: `found-items:need.foundItems.${need}`,
    branches: ({ settings, now }) => branchesOf({ need }, settings, now),
  });

export const foundItemObligations: Obligations = {
  open: [
    needed('cosign', 'always'),
    // L04: at once.
    needed('notify', 'always'),
    needed('partyA'),
    needed('disposal', 'always'),
    matters({
      register: 'lostReports',
      table: 'lost_reports',
      label: 'found-items:thing.lostReports',
      since: 'lostFrom',
      owner: 'recorderName',
      branches: () => [[expressionBuilder<Tables, 'lost_reports'>()('state', '=', 'open')]],
    }),
  ],
  things,
};

/** The items in the office's hands, by the number on their label. */
async function things({ db }: Look): Promise<Thing[]> {
  const rows = await db
    .selectFrom('found_items')
    .select(['serialNo', 'bagNo', 'scanCode'])
    .where('state', 'in', [...FOUND_ITEM_OPEN])
    .orderBy('foundAt')
    .limit(MOST_NUMBERS + 1)
    .execute();
  const numbers = rows.map(({ serialNo, bagNo, scanCode }) => ({ no: bagNo ?? serialNo, scanCode }));
  return [
    {
      code: 'foundItems',
      label: 'found-items:thing.items',
      values: {},
      expected: rows.length > MOST_NUMBERS ? null : rows.length,
      measure: 'pieces',
      out: 0,
      numbers: numbers.slice(0, MOST_NUMBERS),
    },
  ];
}
