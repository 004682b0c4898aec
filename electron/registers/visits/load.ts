import type { Settings } from '../../../shared/registers/office';
import { PASS_NEXT, type PassState } from '../../../shared/registers/visitor-passes';
import {
  VISIT_NEXT,
  VISIT_OPEN,
  type VisitPassage,
  type VisitState,
} from '../../../shared/registers/visits.row';
import { InvalidField, Refusal } from '../../../shared/result';
import { among } from '../../db/among';
import type { CommandContext, ReadDb } from '../../db/context';
import type { VisitorPassesTable, VisitPassagesTable, VisitsTable } from '../../db/tables';
import { asFilled, movedTo } from '../../entries/load';

/** What every command of the visitor book checks before it writes. */

/** The visit as it is now. Errors: Refusal `notFound`; `conflict` when the form was filled against another version. */
export async function visitOf(db: ReadDb, id: string, version?: number): Promise<VisitsTable> {
  return asFilled(await db.selectFrom('visits').selectAll().where('id', '=', id).executeTakeFirst(), version);
}

/** The pass as it is now; errors as `visitOf`. */
export async function passOf(db: ReadDb, id: string, version?: number): Promise<VisitorPassesTable> {
  const row = await db.selectFrom('visitor_passes').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

/** The next state of a visit. Errors: Refusal `visits.wrongState`. */
export const movedVisit = (from: VisitState, to: VisitState): VisitState =>
  movedTo(VISIT_NEXT, from, to, 'visits');

/** The next state of a pass. Errors: Refusal `visitorPasses.wrongState`. */
export const movedPass = (from: PassState, to: PassState): PassState =>
  movedTo(PASS_NEXT, from, to, 'visitorPasses');

/** The visitor must be here (or out for a while). Errors: Refusal `visits.wrongState`. */
export function assertHere(row: VisitsTable): void {
  if (!VISIT_OPEN.includes(row.state)) throw new Refusal('visits.wrongState', { state: row.state });
}

/** Passages that count (none taken back) of some visits, oldest first. */
export async function passagesOf(
  db: ReadDb,
  visitIds: readonly string[],
): Promise<Map<string, VisitPassagesTable[]>> {
  const found = new Map<string, VisitPassagesTable[]>();
  if (visitIds.length === 0) return found;
  const rows = await db
    .selectFrom('visit_passages')
    .selectAll()
    .where('visitId', 'in', among(visitIds))
    .where('takenBackAt', 'is', null)
    .orderBy('visitId')
    .orderBy('no')
    .execute();
  for (const row of rows) found.set(row.visitId, [...(found.get(row.visitId) ?? []), row]);
  return found;
}

/** The last passage that counts. Errors: Error when a visitor is in without one (the chart cannot make it). */
export async function lastPassage(db: ReadDb, visitId: string): Promise<VisitPassagesTable> {
  const last = (await passagesOf(db, [visitId])).get(visitId)?.at(-1);
  if (!last) throw new Error(`visit ${visitId} has no passage`);
  return last;
}

/** Writes one entry or exit. */
export async function pass(
  { db, journal, newId, actor }: CommandContext,
  visitId: string,
  direction: VisitPassage['direction'],
  at: string,
  post: string,
): Promise<VisitPassagesTable> {
  const last = await db
    .selectFrom('visit_passages')
    .select((eb) => eb.fn.max('no').as('no'))
    .where('visitId', '=', visitId)
    .executeTakeFirst();
  return journal.create('visitPassages', {
    id: newId(),
    visitId,
    no: (last?.no ?? 0) + 1,
    direction,
    at,
    byId: actor.staffId,
    byName: actor.name,
    post,
    takenBackAt: null,
  });
}

/** Where the clerk stands: as typed, else the first post of the office. */
export const postOf = (typed: string | null | undefined, settings: Pick<Settings, 'posts'>): string =>
  typed ?? settings.posts[0] ?? '前台';

/** The unit and the party a form points at exist. Errors: InvalidField `unitId`, `hostPartyId`. */
export async function assertHost(
  db: ReadDb,
  { unitId, partyId }: { unitId?: string | null; partyId?: string | null },
  partyField = 'hostPartyId',
): Promise<void> {
  if (unitId) {
    const unit = await db.selectFrom('units').select('state').where('id', '=', unitId).executeTakeFirst();
    if (!unit || unit.state === 'voided') throw new InvalidField('unitId', 'id.unknown');
  }
  if (partyId) {
    const party = await db.selectFrom('parties').select('id').where('id', '=', partyId).executeTakeFirst();
    if (!party) throw new InvalidField(partyField, 'id.unknown');
  }
}
