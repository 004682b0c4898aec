import type { z } from 'zod';
import { registerAccessCard } from '../../../shared/registers/access-cards';
import type { AccessCardCorrectable } from '../../../shared/registers/access-cards.row';
import { InvalidField, Refusal } from '../../../shared/result';
import type { AccessCardsTable } from '../../db/tables';
import { asTyped, correctionOf, seen } from '../../entries/correction';
import { correctionWarnings } from '../../entries/freeze';
import { assertTime, done } from '../../entries/load';
import { isManager } from '../../entries/rights';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { assertCardNoFree, assertComplete, cardOf, moved } from './load';
import { index } from './register';

/** Corrections, voids and looks of cards (trust.md C5). */

type Ops = HandlersFor<'accessCards'>;
type Patch = Partial<Pick<AccessCardsTable, AccessCardCorrectable>>;
const form = registerAccessCard.shape;

/**
 * One field corrected. Errors: `accessCards.wrongState` (filed or void), `.depositGone`, those of `register`,
 * `entry.unchanged`, `.notRecorder`, `.reasonMissing`; InvalidField `value`.
 */
export const correct: Ops['correct'] = async ({ id, version, field, value, reason }, ctx) => {
  const row = await cardOf(ctx.db, id, version);
  if (row.state === 'archived' || row.state === 'voided')
    throw new Refusal('accessCards.wrongState', { state: row.state });
  const patch = patchOf(field, value);
  if (patch[field] === row[field]) throw new Refusal('entry.unchanged');
  const next = { ...row, ...patch };
  assertComplete(next, () => 'value');
  if (field === 'cardNo') await assertCardNoFree(ctx.db, next.cardNo, row.id);
  if (field === 'depositCents' && row.depositOutcome !== null) throw new Refusal('accessCards.depositGone');
  if (field === 'issuedAt') {
    assertTime('value', next.issuedAt, null, ctx.now);
    const before = row.lostAt ?? row.returnedAt;
    if (before !== null && next.issuedAt > before) throw new InvalidField('value', 'time.late');
  }
  const { limits } = await settingsOf(ctx.db);
  const correction = await correctionOf(ctx, 'accessCards', row, field, reason, limits);
  const done1 = ctx.journal.change('accessCards', row, patch, correction);
  await index(ctx, done1);
  return { ...done(done1), warnings: await correctionWarnings(ctx.db, 'accessCards', done1, limits) };
};

function patchOf(field: AccessCardCorrectable, value: string): Patch {
  const schema: z.ZodType = form[field];
  const optional = value === '' && field === 'validToOn';
  if (field !== 'feeCents' && field !== 'depositCents')
    return { [field]: asTyped(schema, optional ? null : value) };
  if (!/^\d{1,9}$/.test(value)) throw new InvalidField('value', 'money.amount');
  return { [field]: asTyped(schema, Number(value)) };
}

/** Number and line stay, printed 作废. A voided replacement gives the lost card its deposit and its place back. */
export const voidCard: Ops['void'] = async ({ id, version, reason }, ctx) => {
  const row = await cardOf(ctx.db, id, version);
  const state = moved(row, 'voided');
  if (row.replacedById !== null) throw new Refusal('accessCards.replaced');
  if (row.returnedAt !== null && !isManager(ctx.actor)) throw new Refusal('entry.managerOnly');
  const next = ctx.journal.change(
    'accessCards',
    row,
    { state, voidReason: reason, voidedAt: ctx.now, voidedByName: ctx.actor.name },
    { kind: 'VOID' },
  );
  if (row.replacesId) {
    const lost = await cardOf(ctx.db, row.replacesId);
    ctx.journal.change(
      'accessCards',
      lost,
      { replacedById: null, ...(lost.depositOutcome === 'carried' ? { depositOutcome: null } : {}) },
      { kind: 'LINK' },
    );
  }
  return done(next);
};

/** Another person opened the entry: ends the recorder's free window, once. */
export const markSeen: Ops['markSeen'] = async ({ id }, ctx) => {
  const row = await cardOf(ctx.db, id);
  await seen(ctx, 'accessCards', row, (await settingsOf(ctx.db)).limits);
  return { seen: true };
};
