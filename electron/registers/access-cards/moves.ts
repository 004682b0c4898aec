import { dayOf } from '../../../shared/dates';
import { Refusal } from '../../../shared/result';
import { lengthOf } from '../../../shared/text';
import { realDay } from '../../entries/listing';
import { assertTime, done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { assertCardNoFree, assertComplete, cardOf, heldCents, moved } from './load';
import { index, issueCard } from './register';

/** What happens to a card after it was issued (S32): longer, back, lost, blocked, found again, replaced, filed. */

type Ops = HandlersFor<'accessCards'>;

export const renew: Ops['renew'] = async ({ id, version, validToOn, note }, ctx) => {
  const row = await cardOf(ctx.db, id, version);
  if (row.state !== 'issued') throw new Refusal('accessCards.wrongState', { state: row.state });
  realDay('validToOn', validToOn);
  if (row.validToOn === null || validToOn <= row.validToOn || validToOn < dayOf(ctx.now))
    throw new Refusal('accessCards.notLonger', { validToOn: row.validToOn ?? '' });
  const patch = { validToOn, ...(note ? { note } : {}) };
  const next = ctx.journal.change('accessCards', row, patch, { kind: 'CHANGE' });
  await index(ctx, next);
  return done(next);
};

export const takeBack: Ops['return'] = async (input, ctx) => {
  const { id, version, at, condition, depositBackCents, depositReason, refundReceiptNo } = input;
  const row = await cardOf(ctx.db, id, version);
  const state = moved(row, 'returned');
  assertTime('at', at, row.issuedAt, ctx.now);
  const held = heldCents(row);
  if (depositBackCents > held) throw new Refusal('accessCards.tooMuchBack');
  if (depositBackCents < held && lengthOf(depositReason ?? '') < 2)
    throw new Refusal('accessCards.reasonMissing');
  const repaid = depositBackCents === held ? 'repaid' : depositBackCents > 0 ? 'partly' : 'kept';
  const next = ctx.journal.change(
    'accessCards',
    row,
    {
      state,
      returnedAt: at,
      returnerName: input.returnerName ?? row.holderName,
      returnCondition: condition,
      takenBackByName: ctx.actor.name,
      ...(held > 0 ? { depositOutcome: repaid, depositBackCents, depositReason, refundReceiptNo } : {}),
    },
    { kind: 'CHANGE' },
  );
  await index(ctx, next);
  return done(next);
};

export const reportLoss: Ops['reportLoss'] = async ({ id, version, at, reporterName, blocked }, ctx) => {
  const row = await cardOf(ctx.db, id, version);
  const state = moved(row, 'lost');
  assertTime('at', at, row.issuedAt, ctx.now);
  const next = ctx.journal.change(
    'accessCards',
    row,
    {
      state,
      lostAt: at,
      lossReporterName: reporterName ?? row.holderName,
      blockedAt: blocked === 'now' ? ctx.now : null,
      blockedByName: blocked === 'now' ? ctx.actor.name : null,
      recoveredAt: null,
    },
    { kind: 'CHANGE' },
  );
  return done(next);
};

export const block: Ops['block'] = async ({ id, version, at }, ctx) => {
  const row = await cardOf(ctx.db, id, version);
  if (row.state !== 'lost') throw new Refusal('accessCards.wrongState', { state: row.state });
  if (row.blockedAt !== null) throw new Refusal('accessCards.alreadyBlocked');
  assertTime('at', at, row.lostAt, ctx.now);
  const patch = { blockedAt: at, blockedByName: ctx.actor.name };
  return done(ctx.journal.change('accessCards', row, patch, { kind: 'CHANGE' }));
};

export const recover: Ops['recover'] = async ({ id, version, at }, ctx) => {
  const row = await cardOf(ctx.db, id, version);
  // Only the chart's way back from `lost`; a replaced card is handed in instead.
  if (row.state !== 'lost') throw new Refusal('accessCards.wrongState', { state: row.state });
  if (row.replacedById !== null) throw new Refusal('accessCards.replaced');
  assertTime('at', at, row.lostAt, ctx.now);
  const next = ctx.journal.change(
    'accessCards',
    row,
    { state: moved(row, 'issued'), recoveredAt: at, blockedAt: null, blockedByName: null },
    { kind: 'CHANGE' },
  );
  return done(next);
};

export const replace: Ops['replace'] = async (input, ctx) => {
  const { id, version, cardNo, at, feeCents, note } = input;
  const carries = input.deposit === 'carried';
  const row = await cardOf(ctx.db, id, version);
  if (row.state !== 'lost') throw new Refusal('accessCards.wrongState', { state: row.state });
  if (row.replacedById !== null) throw new Refusal('accessCards.replaced');
  if (row.blockedAt === null) throw new Refusal('accessCards.notBlocked');
  assertTime('at', at, row.lostAt, ctx.now);
  await assertCardNoFree(ctx.db, cardNo, null);
  const held = heldCents(row);
  const card = {
    kind: row.kind,
    cardNo,
    unitId: row.unitId,
    partyId: row.partyId,
    holderName: row.holderName,
    holderPhone: row.holderPhone,
    relation: row.relation,
    plate: row.plate,
    issuedAt: at,
    validFromOn: dayOf(at) > (row.validToOn ?? dayOf(at)) ? row.validFromOn : dayOf(at),
    validToOn: row.validToOn,
    feeCents,
    depositCents: carries ? held : input.depositCents,
    receiptNo: input.receiptNo ?? (carries && feeCents === 0 ? row.receiptNo : null),
    note,
  };
  assertComplete(card);
  const next = await issueCard(ctx, card, row.id);
  ctx.journal.change(
    'accessCards',
    row,
    { replacedById: next.id, ...(carries && held > 0 ? { depositOutcome: 'carried' as const } : {}) },
    { kind: 'LINK' },
  );
  return { ...done(next), scanCode: next.scanCode };
};

export const archive: Ops['archive'] = async ({ id, version }, ctx) => {
  const row = await cardOf(ctx.db, id, version);
  const patch = { state: moved(row, 'archived'), archivedAt: ctx.now, archivedByName: ctx.actor.name };
  return done(ctx.journal.change('accessCards', row, patch, { kind: 'CHANGE' }));
};
