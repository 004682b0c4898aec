import type { z } from 'zod';
import { dayOf } from '../../../shared/dates';
import { registerMandate } from '../../../shared/registers/key-mandates';
import { MANDATE_NEXT, type MandateCorrectable } from '../../../shared/registers/key-mandates.row';
import { Refusal } from '../../../shared/result';
import { storyOf } from '../../db/story';
import { asTyped, correctionOf, seen } from '../../entries/correction';
import { correctionWarnings, freeUntil } from '../../entries/freeze';
import { done, movedTo } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { register, renew, withdraw } from './mandate-acts';
import { mandateCounts, mandatePage } from './mandate-filter';
import { mandateOf, toMandateLines } from './mandate-lines';
import { actsOnMandate } from './next';
import { indexMandate } from './words';

/** S04 业主委托钥匙: every operation of the mandate book. */

type Ops = HandlersFor<'keyMandates'>;

const entry: Ops['entry'] = async ({ id }, { db, actor, now }) => {
  const row = await mandateOf(db, id);
  const { limits } = await settingsOf(db);
  const [line] = await toMandateLines(db, [row], now);
  return {
    entry: line!,
    story: await storyOf(db, 'keyMandates', id),
    next: actsOnMandate(row, actor),
    freeUntil: await freeUntil(db, 'keyMandates', row, actor?.staffId, limits, now),
    warnings: [
      ...(line!.expired ? ['mandateExpired'] : []),
      ...(line!.ending ? ['mandateEnding'] : []),
      ...(await correctionWarnings(db, 'keyMandates', row, limits)),
    ],
  };
};

const suggest: Ops['suggest'] = async ({ typed, unitId }, { db, now }) => {
  let query = db
    .selectFrom('key_mandates')
    .innerJoin('units', 'units.id', 'key_mandates.unitId')
    .select([
      'key_mandates.id',
      'key_mandates.serialNo',
      'ownerName',
      'toOn',
      'unitId',
      'units.code as unitCode',
    ])
    .where('key_mandates.state', 'in', ['active', 'renewed'])
    .where('toOn', '>=', dayOf(now));
  if (unitId) query = query.where('unitId', '=', unitId);
  if (typed)
    query = query.where(({ eb, fn, val }) =>
      eb.or([
        eb(fn<number>('instr', ['key_mandates.serialNo', val(typed.toUpperCase())]), '>', 0),
        eb(fn<number>('instr', ['units.code', val(typed)]), '=', 1),
        eb(fn<number>('instr', ['ownerName', val(typed)]), '>', 0),
      ]),
    );
  const rows = await query.orderBy('receivedAt', 'desc').limit(8).execute();
  return rows.map(({ serialNo, ownerName, ...row }) => ({
    ...row,
    value: serialNo,
    hint: [row.unitCode, ownerName].filter(Boolean).join(' · '),
  }));
};

const AS_FIRST_TYPED: Record<MandateCorrectable, z.ZodType<string | null>> = registerMandate.shape;

const correct: Ops['correct'] = async ({ id, version, field, value, reason }, ctx) => {
  const row = await mandateOf(ctx.db, id, version);
  if (row.state === 'voided') throw new Refusal('keyMandates.wrongState', { state: row.state });
  const patch = { [field]: asTyped(AS_FIRST_TYPED[field], value) };
  if (patch[field] === row[field]) throw new Refusal('entry.unchanged');
  const { limits } = await settingsOf(ctx.db);
  const correction = await correctionOf(ctx, 'keyMandates', row, field, reason, limits);
  const next = ctx.journal.change('keyMandates', row, patch, correction);
  indexMandate(ctx, next);
  return { ...done(next), warnings: await correctionWarnings(ctx.db, 'keyMandates', next, limits) };
};

/** Errors: `keyMandates.wrongState`; `keyMandates.hasKeys` while a key hangs on it. */
const voidMandate: Ops['void'] = async ({ id, version, reason }, ctx) => {
  const row = await mandateOf(ctx.db, id, version);
  const state = movedTo(MANDATE_NEXT, row.state, 'voided', 'keyMandates');
  const key = await ctx.db
    .selectFrom('keys')
    .select('keyNo')
    .where('mandateId', '=', id)
    .where('state', '!=', 'voided')
    .executeTakeFirst();
  if (key) throw new Refusal('keyMandates.hasKeys', { keyNo: key.keyNo });
  const patch = { state, voidReason: reason, voidedAt: ctx.now, voidedByName: ctx.actor.name };
  return done(ctx.journal.change('keyMandates', row, patch, { kind: 'VOID' }));
};

const MASKED = ['ownerPhone', 'ownerDocument', 'withdrawnDocument'] as const;

export const keyMandateHandlers: HandlersFor<'keyMandates'> = {
  list: ({ filter, after, limit }, { db, now, door }) =>
    mandatePage(db, door.rawReader, filter, after ?? null, limit, now),
  counts: (_, { db, now }) => mandateCounts(db, now),
  entry,
  suggest,
  register,
  renew,
  withdraw,
  correct,
  void: voidMandate,
  async markSeen({ id }, ctx) {
    await seen(ctx, 'keyMandates', await mandateOf(ctx.db, id), (await settingsOf(ctx.db)).limits);
    return { seen: true };
  },
  async unmask({ id, reason }, { db, journal }) {
    const row = await mandateOf(db, id);
    const fields = MASKED.filter((field) => row[field] !== null);
    journal.note('keyMandates', id, { kind: 'UNMASK', facts: { reason, fields } }, row.serialNo);
    const { ownerPhone, ownerDocument, withdrawnDocument } = row;
    return { ownerPhone, ownerDocument, withdrawnDocument };
  },
};
