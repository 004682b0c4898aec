import type { z } from 'zod';
import { registerMailItem, sendMailItem } from '../../../shared/registers/mail-items';
import type { MailItemCorrectable } from '../../../shared/registers/mail-items.row';
import { InvalidField, Refusal } from '../../../shared/result';
import type { MailItemsTable } from '../../db/tables';
import { asTyped, correctionOf, seen } from '../../entries/correction';
import { correctionWarnings } from '../../entries/freeze';
import { assertTime, done } from '../../entries/load';
import { isManager } from '../../entries/rights';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { assertComplete, assertNumberFree, mailItemOf, moved } from './load';
import { index } from './register';

/** Corrections, voids and looks of mail (trust.md C5). */

type Ops = HandlersFor<'mailItems'>;
type Patch = Partial<Pick<MailItemsTable, MailItemCorrectable>>;
const form = registerMailItem.shape;

/**
 * One field corrected. Errors: `mailItems.wrongState` (void), those of `register`, `entry.unchanged`, `.notYetWritten`,
 * `.notRecorder`, `.reasonMissing`; InvalidField `value`.
 */
export const correct: Ops['correct'] = async ({ id, version, field, value, reason }, ctx) => {
  const row = await mailItemOf(ctx.db, id, version);
  if (row.state === 'voided') throw new Refusal('mailItems.wrongState', { state: row.state });
  const patch = patchOf(row, field, value);
  if (patch[field] === row[field]) throw new Refusal('entry.unchanged');
  const next = { ...row, ...patch };
  assertComplete(next);
  if (field === 'trackingNo' && row.direction === 'in' && row.closedAt === null)
    await assertNumberFree(ctx.db, next.trackingNo, row.id);
  if (field === 'receivedAt') {
    assertTime('value', next.receivedAt, null, ctx.now);
    const before = row.notifiedAt ?? row.closedAt;
    if (before !== null && next.receivedAt > before) throw new InvalidField('value', 'time.late');
  }
  const { limits } = await settingsOf(ctx.db);
  const correction = await correctionOf(ctx, 'mailItems', row, field, reason, limits);
  const changed = ctx.journal.change('mailItems', row, patch, correction);
  await index(ctx, changed);
  return { ...done(changed), warnings: await correctionWarnings(ctx.db, 'mailItems', changed, limits) };
};

function patchOf(row: MailItemsTable, field: MailItemCorrectable, value: string): Patch {
  if (field === 'pieces') {
    if (!/^\d{1,3}$/.test(value)) throw new InvalidField('value', 'count.whole');
    return { pieces: asTyped(form.pieces, Number(value)) };
  }
  if (field === 'takerName' || field === 'destination') {
    // Written by an act; before it there is nothing to correct.
    if (row[field] === null) throw new Refusal('entry.notYetWritten');
    const schema =
      field === 'destination' ? sendMailItem.shape.destination : sendMailItem.shape.addresseeName;
    return { [field]: asTyped(schema, value) };
  }
  const schema: z.ZodType =
    row.direction === 'out' && field === 'addresseeName' ? sendMailItem.shape.addresseeName : form[field];
  return { [field]: asTyped(schema, value) };
}

/** Number and line stay, printed 作废; what left the office only by the manager. */
export const voidItem: Ops['void'] = async ({ id, version, reason }, ctx) => {
  const row = await mailItemOf(ctx.db, id, version);
  const state = moved(row, 'voided');
  if (row.closedAt !== null && !isManager(ctx.actor)) throw new Refusal('entry.managerOnly');
  const patch = { state, voidReason: reason, voidedAt: ctx.now, voidedByName: ctx.actor.name };
  return done(ctx.journal.change('mailItems', row, patch, { kind: 'VOID' }));
};

/** Another person opened the entry: ends the recorder's free window, once. */
export const markSeen: Ops['markSeen'] = async ({ id }, ctx) => {
  const row = await mailItemOf(ctx.db, id);
  await seen(ctx, 'mailItems', row, (await settingsOf(ctx.db)).limits);
  return { seen: true };
};
