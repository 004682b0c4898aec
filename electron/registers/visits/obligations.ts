import { expressionBuilder } from 'kysely';
import { dayTimeOf } from '../../../shared/dates';
import type { Thing } from '../../../shared/registers/obligations';
import { closingYesterday } from '../../../shared/registers/visits.rules';
import type { ReadDb } from '../../db/context';
import type { Tables } from '../../db/tables';
import { rowsOf } from '../../entries/months';
import { type Look, matters, type Obligations } from '../../entries/obligation';
import type { Brief } from '../search/brief';
import { unitCodes } from '../units/briefs';
import { visitBranches } from './filter';
import { disclosureBranches } from './filter-disclosures';
import { passBranches } from './filter-passes';
import { closingOf } from './lines';

/** What the visitor book leaves open (S10, S12): who is still in, passes that did not come back, enquiries to be answered. */

const visit = {
  register: 'visits',
  table: 'visits',
  since: 'visitAt',
  owner: 'recorderName',
  briefs: nameless,
} as const;
const visits = expressionBuilder<Tables, 'visits'>();

export const visitObligations: Obligations = {
  open: [
    matters({
      ...visit,
      label: 'visits:need.visits.in',
      late: ({ now, settings }) => closingYesterday(now, closingOf(settings)),
      branches: ({ now, settings }) => visitBranches({ need: 'in' }, settings, now),
    }),
    matters({
      ...visit,
      label: 'visits:need.visits.consent',
      branches: ({ now, settings }) => visitBranches({ need: 'consent' }, settings, now),
    }),
    matters({
      register: 'visitorPasses',
      table: 'visitor_passes',
      label: 'visits:need.visitorPasses.notBack',
      since: 'since',
      owner: 'recorderName',
      late: 'always',
      briefs: passBriefs,
      branches: ({ db, now }) => passBranches(db, { need: 'notBack' }, now),
    }),
    ...(['waiting', 'toGive'] as const).map((need) =>
      matters({
        register: 'disclosures',
        table: 'disclosures',
        label: `visits:need.disclosures.${need}`,
        since: 'askedAt',
        owner: 'recorderName',
        branches: () => disclosureBranches({ need }),
      }),
    ),
  ],
  due: [
    matters({
      ...visit,
      label: 'visits:need.visits.expected',
      due: 'expectedAt',
      branches: ({ now, until }) => [
        [visits('state', '=', 'expected'), visits('visitAt', '>=', now), visits('visitAt', '<', until)],
      ],
    }),
  ],
  things,
};

/** A sheet is kept for years, visitors' names one (§6.3): the place, the pass and the time say who is meant. */
async function nameless(db: ReadDb, ids: readonly string[]): Promise<Brief[]> {
  const rows = await rowsOf(db, 'visits', ids);
  const codes = await unitCodes(
    db,
    rows.map((row) => row.unitId),
  );
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title:
      [codes.get(row.unitId ?? '') ?? row.hostPlace, row.partySize > 1 && `×${row.partySize}`]
        .filter(Boolean)
        .join(' ') || row.serialNo,
    detail: [row.passNo, row.company, dayTimeOf(row.visitAt)].filter(Boolean).join(' · '),
    state: row.state,
    at: row.visitAt,
    next: null,
  }));
}

/** Passes likewise. */
async function passBriefs(db: ReadDb, ids: readonly string[]): Promise<Brief[]> {
  const rows = await rowsOf(db, 'visitor_passes', ids);
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: row.passNo,
    detail: dayTimeOf(row.since),
    state: row.state,
    at: row.since,
    next: null,
  }));
}

/** The passes in the drawer. */
async function things({ db }: Look): Promise<Thing[]> {
  const rows = await db
    .selectFrom('visitor_passes')
    .select(['passNo', 'scanCode', 'state'])
    .where('state', 'in', ['inStock', 'out'])
    .orderBy('passNo')
    .execute();
  if (rows.length === 0) return [];
  const here = rows.filter(({ state }) => state === 'inStock');
  return [
    {
      code: 'visitorPasses',
      label: 'visits:thing.passes',
      values: {},
      expected: here.length,
      measure: 'pieces',
      out: rows.length - here.length,
      numbers: here.map(({ passNo, scanCode }) => ({ no: passNo, scanCode })),
    },
  ];
}
