import type { z } from 'zod';
import type { Settings } from '../../../shared/registers/office';
import { visits } from '../../../shared/registers/visits';
import { arriveVisit } from '../../../shared/registers/visits.forms';
import type { Visit, VisitCorrectable } from '../../../shared/registers/visits.row';
import { missingFields } from '../../../shared/registers/visits.rules';
import { InvalidField, Refusal } from '../../../shared/result';
import type { CommandContext } from '../../db/context';
import type { VisitsTable } from '../../db/tables';
import { asTyped, type Correction, correctionOf, seen } from '../../entries/correction';
import { correctionWarnings } from '../../entries/freeze';
import { assertTime, done } from '../../entries/load';
import { isManager } from '../../entries/rights';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { assertHost, movedVisit, passagesOf, visitOf } from './load';
import { takePass } from './passes-out';
import { indexVisit } from './words';

/** Corrections, voids and looks of visits (trust.md C5). */

type Ops = HandlersFor<'visits'>;
type Patch = Partial<Omit<Visit, 'version'>>;

/**
 * One field corrected. Errors: `visits.wrongState` (void lines), `entry.notRecorder`, `.reasonMissing`, `.unchanged`,
 * `.notYetWritten`, `visits.documentOff`; InvalidField `value`, also when the type needs what would be cleared.
 */
export const correct: Ops['correct'] = async ({ id, version, field, value, reason }, ctx) => {
  const row = await visitOf(ctx.db, id, version);
  if (row.state === 'voided') throw new Refusal('visits.wrongState', { state: row.state });
  const settings = await settingsOf(ctx.db);
  const patch = await patchOf(field, value, row, settings, ctx);
  if (patch[field] === row[field]) throw new Refusal('entry.unchanged');
  assertStillComplete(row, patch, settings);
  const correction = await correctionOf(ctx, 'visits', row, field, reason, settings.limits);
  if (field === 'arrivedAt' || field === 'leftAt') await movePassage(ctx, row, field, patch, correction);
  const next = ctx.journal.change('visits', row, patch, correction);
  await indexVisit(ctx, next);
  return { ...done(next), warnings: await correctionWarnings(ctx.db, 'visits', next, settings.limits) };
};

/** Number and line stay, printed 作废; the pass goes back into the stock. Errors: `entry.managerOnly` for ended lines. */
export const voidVisit: Ops['void'] = async ({ id, version, reason }, ctx) => {
  const row = await visitOf(ctx.db, id, version);
  const state = movedVisit(row.state, 'voided');
  if (row.closedAt !== null && !isManager(ctx.actor)) throw new Refusal('entry.managerOnly');
  const back = await takePass(ctx, row, ctx.now);
  const next = ctx.journal.change(
    'visits',
    row,
    {
      state,
      voidReason: reason,
      voidedAt: ctx.now,
      voidedByName: ctx.actor.name,
      ...(back ? { passBackAt: ctx.now } : {}),
    },
    { kind: 'VOID' },
  );
  return done(next);
};

/** See `seen`. */
export const markSeen: Ops['markSeen'] = async ({ id }, ctx) => {
  await seen(ctx, 'visits', await visitOf(ctx.db, id), (await settingsOf(ctx.db)).limits);
  return { seen: true };
};

const form = arriveVisit.shape;
const reason = visits.refuse.input.shape.reason;
type Plain = Exclude<VisitCorrectable, 'partySize' | 'unitId' | 'expectedAt' | 'arrivedAt' | 'leftAt'>;
/** The plain fields and the schema that took them the first time. */
const AS_FIRST_TYPED: Record<Plain, z.ZodType<string | null>> = {
  visitorName: form.visitorName,
  companions: form.companions,
  company: form.company,
  visitorPhone: form.visitorPhone,
  visitorDocument: form.visitorDocument,
  hostName: form.hostName,
  hostPlace: form.hostPlace,
  purpose: form.purpose,
  belongings: form.belongings,
  plate: form.plate,
  permitNo: form.permitNo,
  carrier: form.carrier,
  refusedReason: reason,
  note: form.note,
};

async function patchOf(
  field: VisitCorrectable,
  value: string,
  row: VisitsTable,
  settings: Settings,
  ctx: CommandContext,
): Promise<Patch> {
  switch (field) {
    case 'partySize': {
      const digits = value.normalize('NFKC').trim();
      if (!/^\d{1,4}$/.test(digits)) throw new InvalidField('value', 'count.whole');
      return { partySize: asTyped(form.partySize, Number(digits)) };
    }
    case 'unitId': {
      const unitId = value === '' ? null : value;
      await assertHost(ctx.db, { unitId });
      // The party of the old unit is not the party of the new one.
      return { unitId, ...(unitId === row.unitId ? {} : { hostPartyId: null }) };
    }
    case 'expectedAt': {
      if (row.expectedAt === null) throw new Refusal('entry.notYetWritten');
      const expectedAt = asTyped(visits.expect.input.shape.expectedAt, value);
      return { expectedAt, ...(row.arrivedAt === null ? { visitAt: expectedAt } : {}) };
    }
    case 'arrivedAt':
    case 'leftAt': {
      if (row[field] === null) throw new Refusal('entry.notYetWritten');
      const at = asTyped(visits.expect.input.shape.expectedAt, value);
      assertTime('value', at, null, ctx.now);
      return field === 'arrivedAt' ? { arrivedAt: at, visitAt: at } : { leftAt: at };
    }
    case 'refusedReason':
      if (row.refusedReason === null) throw new Refusal('entry.notYetWritten');
      return { refusedReason: asTyped(reason, value) };
    case 'visitorDocument': {
      const visitorDocument = asTyped(AS_FIRST_TYPED.visitorDocument, value);
      if (visitorDocument !== null && settings.visits.document === 'off')
        throw new Refusal('visits.documentOff');
      return { visitorDocument };
    }
    default:
      return { [field]: asTyped(AS_FIRST_TYPED[field], value) };
  }
}

/** A correction may not take away what the type of visit asks for; what was missing already stays as it is. */
function assertStillComplete(row: VisitsTable, patch: Patch, { visits: rules }: Settings): void {
  if (row.state === 'refused' || row.state === 'expected') return;
  const before = missingFields(row.type, row, rules);
  const missing = missingFields(row.type, { ...row, ...patch }, rules).filter(
    (name) => !before.includes(name),
  );
  if (missing.length > 0) throw new InvalidField('value', 'text.empty');
}

/** The first entry or the last exit moves with the line's own time, between its neighbours. */
async function movePassage(
  ctx: CommandContext,
  row: VisitsTable,
  field: 'arrivedAt' | 'leftAt',
  patch: Patch,
  correction: Correction,
): Promise<void> {
  const all = (await passagesOf(ctx.db, [row.id])).get(row.id) ?? [];
  const at = patch[field] ?? ctx.now;
  const moved = field === 'arrivedAt' ? all[0] : all.at(-1);
  if (!moved) return;
  const before = field === 'arrivedAt' ? null : (all.at(-2)?.at ?? null);
  const after = field === 'arrivedAt' ? (all[1]?.at ?? null) : null;
  if (before !== null && at < before) throw new InvalidField('value', 'time.early');
  if (after !== null && at > after) throw new InvalidField('value', 'time.late');
  const what =
    correction.kind === 'EDIT' ? correction : { ...correction, facts: { ...correction.facts, field: 'at' } };
  ctx.journal.change('visitPassages', moved, { at }, what);
}
