import { keyIncidents } from '../../../shared/registers/key-incidents';
import type { KeyIncidentCorrectable } from '../../../shared/registers/key-incidents.row';
import { Refusal } from '../../../shared/result';
import { instant } from '../../../shared/text';
import type { CommandContext } from '../../db/context';
import { storyOf } from '../../db/story';
import type { KeyIncidentsTable } from '../../db/tables';
import { asTyped, correctionOf, seen } from '../../entries/correction';
import { correctionWarnings, freeUntil } from '../../entries/freeze';
import { countBranches } from '../../entries/listing';
import { assertTime, done } from '../../entries/load';
import { isManager } from '../../entries/rights';
import type { HandlersFor } from '../handlers';
import { keyOf, moveKey } from '../keys/moves';
import { settingsOf } from '../office/settings';
import { wholeOf } from './copies';
import { incidentBranches } from './filter';
import { relockDue } from './incidents';
import { toKeyIncidentLines } from './lines';
import { incidentMoved, incidentOf, loanMoved, loanOf } from './load';
import { actsOnIncident } from './next';
import { incidentPage } from './pages';
import { indexIncident } from './words';

/** Reading, correcting and voiding incidents (F14). */

type Ops = HandlersFor<'keyIncidents'>;

export const list: Ops['list'] = ({ filter, after, limit }, { db, door }) =>
  incidentPage(db, door.rawReader, filter, after, limit);

/** Open incidents, and those no superior has heard of. */
export const counts: Ops['counts'] = async (_, { db }) => ({
  open: await countBranches(db, 'key_incidents', incidentBranches({ need: 'open' })),
  superior: await countBranches(db, 'key_incidents', incidentBranches({ need: 'superior' })),
});

export const entry: Ops['entry'] = async ({ id }, { db, actor, now }) => {
  const row = await incidentOf(db, id);
  const { limits } = await settingsOf(db);
  const [line] = await toKeyIncidentLines(db, [row]);
  return {
    entry: line!,
    story: await storyOf(db, 'keyIncidents', id),
    next: actsOnIncident(row, actor),
    freeUntil: await freeUntil(db, 'keyIncidents', row, actor?.staffId, limits, now),
    warnings: [
      ...(row.state === 'open' && row.superiorAt === null ? ['superior'] : []),
      ...(row.state === 'open' && row.measuredAt === null ? ['measures'] : []),
      ...((await relockDue(db, row, now)) ? ['relock'] : []),
      ...(await correctionWarnings(db, 'keyIncidents', row, limits)),
    ],
  };
};

const form = keyIncidents.report.input.shape;

/** One field corrected. Errors: `keyIncidents.wrongState`; `entry.*`; InvalidField `value`. */
export const correct: Ops['correct'] = async ({ id, version, field, value, reason }, ctx) => {
  const row = await incidentOf(ctx.db, id, version);
  if (row.state === 'voided') throw new Refusal('keyIncidents.wrongState', { state: row.state });
  const { limits } = await settingsOf(ctx.db);
  const patch = patchOf(field, value, row, ctx);
  if (patch[field] === row[field]) throw new Refusal('entry.unchanged');
  const correction = await correctionOf(ctx, 'keyIncidents', row, field, reason, limits);
  const next = ctx.journal.change('keyIncidents', row, patch, correction);
  indexIncident(ctx, next);
  return { ...done(next), warnings: await correctionWarnings(ctx.db, 'keyIncidents', next, limits) };
};

function patchOf(
  field: KeyIncidentCorrectable,
  value: string,
  row: KeyIncidentsTable,
  ctx: CommandContext,
): Partial<Pick<KeyIncidentsTable, KeyIncidentCorrectable>> {
  const measured = keyIncidents.measure.input.shape;
  switch (field) {
    case 'foundOutAt': {
      const foundOutAt = asTyped(instant, value);
      assertTime('value', foundOutAt, null, row.superiorAt ?? ctx.now);
      return { foundOutAt };
    }
    case 'measureNote':
    case 'costCents':
      if (row.measuredAt === null) throw new Refusal('entry.notYetWritten');
      return field === 'measureNote'
        ? { measureNote: asTyped(measured.measureNote, value) }
        : { costCents: asTyped(measured.costCents, wholeOf(value)) ?? null };
    default:
      return { [field]: asTyped(form[field], value) };
  }
}

/**
 * The manager voids what was no incident: a key still out of service is as before, on its hook or with its borrower.
 * Errors: `entry.managerOnly`, `keyIncidents.wrongState`.
 */
export const voidIncident: Ops['void'] = async ({ id, version, reason }, ctx) => {
  const row = await incidentOf(ctx.db, id, version);
  const state = incidentMoved(row, 'voided');
  if (!isManager(ctx.actor)) throw new Refusal('entry.managerOnly');
  const next = ctx.journal.change(
    'keyIncidents',
    row,
    { state, voidReason: reason, voidedAt: ctx.now, voidedByName: ctx.actor.name },
    { kind: 'VOID' },
  );
  if (row.state === 'open') await asBefore(ctx, row);
  return done(next);
};

async function asBefore(ctx: CommandContext, row: KeyIncidentsTable): Promise<void> {
  const what = { kind: 'CHANGE', facts: { incident: row.serialNo } } as const;
  let key = await keyOf(ctx.db, row.keyId);
  if (key.state !== 'lost' && key.state !== 'damaged') return;
  key = await moveKey(ctx, key, 'inStock', { piecesOut: 0 }, what);
  const loan = row.loanId === null ? null : await loanOf(ctx.db, row.loanId);
  if (loan?.state !== 'lost') return;
  ctx.journal.change('keyLoans', loan, { state: loanMoved(loan, 'out'), lostAt: null }, what);
  await moveKey(ctx, key, 'out', { piecesOut: loan.pieces - loan.piecesReturned }, what);
}

export const markSeen: Ops['markSeen'] = async ({ id }, ctx) => {
  await seen(ctx, 'keyIncidents', await incidentOf(ctx.db, id), (await settingsOf(ctx.db)).limits);
  return { seen: true };
};

/** The reporter's phone in full, with the reason in the journal. */
export const unmask: Ops['unmask'] = async ({ id, reason }, { db, journal }) => {
  const row = await incidentOf(db, id);
  const fields = row.reporterPhone === null ? [] : ['reporterPhone'];
  journal.note('keyIncidents', id, { kind: 'UNMASK', facts: { reason, fields } }, row.serialNo);
  return { reporterPhone: row.reporterPhone };
};
