import { monthOf } from '../../../shared/dates';
import type { KeyIncident, KeyIncidentKind } from '../../../shared/registers/key-incidents.row';
import type { CommandContext } from '../../db/context';
import type { KeyIncidentsTable, KeyLoansTable, KeysTable } from '../../db/tables';
import { indexIncident } from './words';

/** What is known when a loss, damage or shortage comes to light (F14). */
export interface Incident {
  kind: KeyIncidentKind;
  foundOutAt: string;
  place: string | null;
  course: string;
  reporterName: string | null;
  reporterPhone: string | null;
  note: string | null;
}

/** Opens an incident of a key, with the loan it happened on. Used by the report and by a return that is not in good order. */
export async function openIncident(
  ctx: CommandContext,
  key: KeysTable,
  loan: KeyLoansTable | null,
  what: Incident,
): Promise<KeyIncidentsTable> {
  const { serialNo, scanCode } = ctx.numbers.next('keyIncidents', monthOf(ctx.now));
  const row = ctx.journal.create('keyIncidents', {
    ...NOTHING_DONE,
    id: ctx.newId(),
    serialNo,
    scanCode,
    state: 'open',
    keyId: key.id,
    keyNo: key.keyNo,
    keyName: key.label,
    unitId: key.unitId ?? loan?.unitId ?? null,
    cabinetId: key.cabinetId,
    loanId: loan?.id ?? null,
    ...what,
    recordedAt: ctx.now,
    recorderId: ctx.actor.staffId,
    recorderName: ctx.actor.name,
  });
  indexIncident(ctx, row);
  return row;
}

/** Everything a fresh incident leaves empty. */
export const NOTHING_DONE = {
  superiorId: null,
  superiorName: null,
  superiorAt: null,
  measures: null,
  measureNote: null,
  measuredAt: null,
  costCents: null,
  bearer: null,
  opinion: null,
  ending: null,
  closedAt: null,
  closedById: null,
  closedByName: null,
  foundAt: null,
  foundPlace: null,
  foundByName: null,
  voidReason: null,
  voidedAt: null,
  voidedByName: null,
} as const satisfies Partial<KeyIncident>;
