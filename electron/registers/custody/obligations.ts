import { expressionBuilder } from 'kysely';
import type { Thing } from '../../../shared/registers/obligations';
import { TOOL_KINDS } from '../../../shared/registers/tools.row';
import type { Tables } from '../../db/tables';
import { type Look, matters, type Obligations } from '../../entries/obligation';
import { needBranches } from './item-filter';
import { moveNeed } from './moves';
import { loanNeedBranches } from './tool-filter';

/** What this room leaves open (S17, S18, S20): things nobody fetched, tools out, posts to tell; and what lies at the desk. */

const item = {
  register: 'custodyItems',
  table: 'custody_items',
  since: 'keptAt',
  owner: 'recorderName',
  due: 'dueOn',
} as const;
const loan = {
  register: 'toolLoans',
  table: 'tool_loans',
  since: 'issuedAt',
  owner: 'recorderName',
} as const;
const move = {
  register: 'moveNotices',
  table: 'move_notices',
  since: 'moveOn',
  owner: 'recorderName',
  due: 'moveOn',
} as const;
const loans = expressionBuilder<Tables, 'tool_loans'>();

export const custodyObligations: Obligations = {
  open: [
    matters({
      ...item,
      label: 'custody:need.custodyItems.overdue',
      branches: ({ now }) => needBranches('overdue', now),
    }),
    matters({
      ...loan,
      due: 'dueAt',
      label: 'custody:need.toolLoans.overdue',
      branches: ({ now }) => loanNeedBranches('overdue', now),
    }),
    matters({
      ...loan,
      due: 'dueAt',
      label: 'custody:need.toolLoans.out',
      branches: ({ now }) => [[loans('state', '=', 'out'), loans('dueAt', '>=', now)]],
    }),
    matters({
      ...loan,
      label: 'custody:need.toolLoans.toSettle',
      branches: ({ now }) => loanNeedBranches('toSettle', now),
    }),
    ...(['toTell', 'past'] as const).map((need) =>
      matters({
        ...move,
        label: `custody:need.moveNotices.${need}`,
        branches: ({ now }) => [moveNeed(need, now)],
      }),
    ),
  ],
  due: [
    matters({
      ...item,
      label: 'custody:need.custodyItems.dueToday',
      branches: ({ now }) => needBranches('dueToday', now),
    }),
    matters({
      ...loan,
      due: 'dueAt',
      label: 'custody:need.toolLoans.dueToday',
      branches: ({ now, until }) => [
        [loans('state', '=', 'out'), loans('dueAt', '>=', now), loans('dueAt', '<', until)],
      ],
    }),
    matters({
      ...move,
      label: 'custody:need.moveNotices.today',
      branches: ({ now }) => [moveNeed('today', now)],
    }),
  ],
  things: async (look) => [...(await kept(look)), ...(await tools(look)), ...(await deposits(look))],
};

/** What lies in the custody cabinets, by its tag; an item of several pieces counts as those still here. */
async function kept({ db }: Look): Promise<Thing[]> {
  const rows = await db
    .selectFrom('custody_items')
    .select(['serialNo', 'scanCode', 'tagNo', 'quantity', 'takenQuantity'])
    .where('state', 'in', ['kept', 'partlyTaken'])
    .orderBy('serialNo')
    .execute();
  if (rows.length === 0) return [];
  return [
    {
      code: 'custodyItems',
      label: 'custody:thing.items',
      values: {},
      expected: rows.reduce((sum, row) => sum + row.quantity - row.takenQuantity, 0),
      measure: 'pieces',
      out: 0,
      numbers: rows.map(({ serialNo, tagNo, scanCode }) => ({ no: tagNo ?? serialNo, scanCode })),
    },
  ];
}

/** Tools and radios apart: radios stand in their charger. */
async function tools({ db }: Look): Promise<Thing[]> {
  const rows = await db
    .selectFrom('tools')
    .select(['toolNo', 'scanCode', 'kind', 'state'])
    .where('state', 'in', ['in', 'out'])
    .orderBy('toolNo')
    .execute();
  return TOOL_KINDS.flatMap((kind) => {
    const all = rows.filter((row) => row.kind === kind);
    if (all.length === 0) return [];
    const here = all.filter((row) => row.state === 'in');
    return {
      code: `tools/${kind}`,
      label: `custody:thing.${kind}`,
      values: {},
      expected: here.length,
      measure: 'pieces' as const,
      out: all.length - here.length,
      numbers: here.map(({ toolNo, scanCode }) => ({ no: toolNo, scanCode })),
    };
  });
}

/** Deposits the office holds for tools: they are in the cash box. */
async function deposits({ db }: Look): Promise<Thing[]> {
  const rows = await db
    .selectFrom('tool_loans')
    .select('depositCents')
    .where('state', 'in', ['out', 'lost', 'damaged'])
    .where('depositBackCents', 'is', null)
    .where('depositCents', '>', 0)
    .execute();
  if (rows.length === 0) return [];
  return [
    {
      code: 'toolDeposits',
      label: 'custody:thing.deposits',
      values: {},
      expected: rows.reduce((sum, row) => sum + row.depositCents, 0),
      measure: 'cents',
      out: 0,
      numbers: [],
    },
  ];
}
