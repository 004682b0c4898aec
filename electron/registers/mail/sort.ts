import { MAIL_WAITING } from '../../../shared/registers/mail-items.row';
import { Refusal } from '../../../shared/result';
import { done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { assertNumberFree, assertUnit, mailItemOf, moved } from './load';
import { index } from './register';
import { shelfFor } from './shelf';

/** Items find their place (S16): from the gate or from nobody's pile, to another addressee or shelf, and back after a mistake. */

type Ops = HandlersFor<'mailItems'>;

/** See `mailItems.sort`. What is not said stays as it is; a unit takes the place of a department and the other way round. */
export const sort: Ops['sort'] = async (input, ctx) => {
  const row = await mailItemOf(ctx.db, input.id, input.version);
  if (!MAIL_WAITING.includes(row.state)) throw new Refusal('mailItems.wrongState', { state: row.state });
  await assertUnit(ctx.db, input.unitId);
  const named = input.unitId !== null || input.department !== null;
  const place = named
    ? { unitId: input.unitId, department: input.department }
    : { unitId: row.unitId, department: row.department };
  if (place.unitId === null && place.department === null) throw new Refusal('mailItems.placeMissing');
  const same = place.unitId === row.unitId && place.department === row.department;
  const { mail } = await settingsOf(ctx.db);
  const shelf = input.shelf ?? (same && row.shelf !== null ? row.shelf : await shelfFor(ctx.db, mail, place));
  // Only another shelf: whoever was told stays told.
  const told = same && row.state === 'notified';
  const next = ctx.journal.change(
    'mailItems',
    row,
    {
      ...place,
      state: told || row.state === 'shelved' ? row.state : moved(row, 'shelved'),
      ...(input.addresseeName ? { addresseeName: input.addresseeName } : {}),
      shelf,
      sortedAt: ctx.now,
      sortedByName: ctx.actor.name,
    },
    { kind: 'CHANGE' },
  );
  const unitCode = await index(ctx, next);
  return { ...done(next), shelf, unitCode };
};

/** See `mailItems.putBack`. The journal keeps who had taken it; the line says where it stands now. */
export const putBack: Ops['putBack'] = async ({ id, version, reason, shelf }, ctx) => {
  const row = await mailItemOf(ctx.db, id, version);
  // The chart's way to the shelf is wider: what waits already is sorted, not put back.
  if (MAIL_WAITING.includes(row.state)) throw new Refusal('mailItems.wrongState', { state: row.state });
  const state = moved(row, 'shelved');
  await assertNumberFree(ctx.db, row.trackingNo, row.id);
  const { mail } = await settingsOf(ctx.db);
  const next = ctx.journal.change(
    'mailItems',
    row,
    {
      state,
      shelf: shelf ?? row.shelf ?? (await shelfFor(ctx.db, mail, row)),
      closedAt: null,
      closedByName: null,
      closure: null,
      takerName: null,
      takerRelation: null,
      takerIdTail: null,
      closeNote: null,
      batchId: null,
    },
    { kind: 'CHANGE', facts: { reason } },
  );
  await index(ctx, next);
  return done(next);
};
