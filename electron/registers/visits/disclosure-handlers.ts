import { monthOf } from '../../../shared/dates';
import { disclosures } from '../../../shared/registers/disclosures';
import { Refusal } from '../../../shared/result';
import { holds } from '../../../shared/roles';
import { storyOf } from '../../db/story';
import { asTyped, correctionOf, seen } from '../../entries/correction';
import { correctionWarnings, freeUntil } from '../../entries/freeze';
import { assertTime, done } from '../../entries/load';
import { isManager } from '../../entries/rights';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { disclosureOf, movedDisclosure } from './disclosure-load';
import { disclosureNeeds, disclosurePage } from './filter-disclosures';
import { toDisclosureLines } from './lines';
import { assertHost } from './load';
import { actsOnDisclosure } from './next';
import { indexDisclosure } from './words';

/** S12 业主信息查询登记: identity first, then the leader's permission, then at most what was permitted. */

const form = disclosures.ask.input.shape;

export const disclosureHandlers: HandlersFor<'disclosures'> = {
  list: ({ filter, after, limit }, { db, door }) =>
    disclosurePage(db, door.rawReader, filter, after ?? null, limit),

  counts: (_, { db }) => disclosureNeeds(db),

  async entry({ id }, { db, actor, now }) {
    const row = await disclosureOf(db, id);
    const settings = await settingsOf(db);
    const [entry] = await toDisclosureLines(db, [row], settings);
    const warnings = await correctionWarnings(db, 'disclosures', row, settings.limits);
    const unchecked = row.state === 'asked' && row.identityHow === 'notChecked';
    return {
      entry: entry!,
      story: await storyOf(db, 'disclosures', id),
      next: actsOnDisclosure(row, actor),
      freeUntil: await freeUntil(db, 'disclosures', row, actor?.staffId, settings.limits, now),
      warnings: [
        ...(unchecked ? ['identity'] : []),
        ...(row.state === 'asked' ? ['waiting'] : []),
        ...warnings,
      ],
    };
  },

  /** Errors: InvalidField `unitId`, `partyId`, `askedAt`. */
  async ask(input, ctx) {
    const { db, now, actor, journal, numbers, newId } = ctx;
    const askedAt = input.askedAt ?? now;
    assertTime('askedAt', askedAt, null, now);
    await assertHost(db, { unitId: input.unitId, partyId: input.partyId }, 'partyId');
    const { serialNo, scanCode } = numbers.next('disclosures', monthOf(now));
    const row = journal.create('disclosures', {
      ...input,
      unitId: input.unitId ?? null,
      partyId: input.partyId ?? null,
      askedAt,
      id: newId(),
      serialNo,
      scanCode,
      state: 'asked',
      approverId: null,
      approverName: null,
      approvedAt: null,
      given: null,
      givenAt: null,
      givenByName: null,
      refusedReason: null,
      refusedAt: null,
      refusedByName: null,
      voidReason: null,
      voidedAt: null,
      voidedByName: null,
      recordedAt: now,
      recorderId: actor.staffId,
      recorderName: actor.name,
    });
    await indexDisclosure(ctx, row);
    return { ...done(row), scanCode };
  },

  /** Errors: `disclosures.wrongState`. */
  async refuse({ id, version, reason }, ctx) {
    const row = await disclosureOf(ctx.db, id, version);
    const next = ctx.journal.change(
      'disclosures',
      row,
      {
        state: movedDisclosure(row.state, 'refused'),
        refusedReason: reason,
        refusedAt: ctx.now,
        refusedByName: ctx.actor.name,
      },
      { kind: 'CHANGE' },
    );
    return done(next);
  },

  /** Errors: `disclosures.wrongState`, `.identityFirst`, `.ownEnquiry`; `second.missing` without a leader. */
  async approve({ id, version }, ctx) {
    const row = await disclosureOf(ctx.db, id, version);
    const state = movedDisclosure(row.state, 'approved');
    if (row.identityHow === 'notChecked') throw new Refusal('disclosures.identityFirst');
    const approver = leaderOf(ctx);
    if (approver.staffId === row.recorderId) throw new Refusal('disclosures.ownEnquiry');
    const next = ctx.journal.change(
      'disclosures',
      row,
      { state, approverId: approver.staffId, approverName: approver.name, approvedAt: ctx.now },
      { kind: 'CO_CONFIRM' },
    );
    return done(next);
  },

  /** Errors: `disclosures.wrongState` (anything not approved); InvalidField `at` before the approval. */
  async give({ id, version, given, at }, ctx) {
    const row = await disclosureOf(ctx.db, id, version);
    const state = movedDisclosure(row.state, 'given');
    const givenAt = at ?? ctx.now;
    assertTime('at', givenAt, row.approvedAt, ctx.now);
    const next = ctx.journal.change(
      'disclosures',
      row,
      { state, given, givenAt, givenByName: ctx.actor.name },
      { kind: 'CHANGE' },
    );
    return done(next);
  },

  /** Errors: `disclosures.wrongState` once answered; `entry.notRecorder`, `.reasonMissing`, `.unchanged`; InvalidField `value`. */
  async correct({ id, version, field, value, reason }, ctx) {
    const row = await disclosureOf(ctx.db, id, version);
    if (row.state !== 'asked' && row.state !== 'approved')
      throw new Refusal('disclosures.wrongState', { state: row.state });
    // What a leader has permitted must stay what it was.
    if (row.state === 'approved' && field !== 'note') throw new Refusal('disclosures.alreadyApproved');
    const { limits } = await settingsOf(ctx.db);
    const typed = (asTyped(form[field], value === '' ? null : value) ?? null) as string | null;
    if (field === 'unitId') await assertHost(ctx.db, { unitId: typed });
    if (typed === row[field]) throw new Refusal('entry.unchanged');
    const correction = await correctionOf(ctx, 'disclosures', row, field, reason, limits);
    const next = ctx.journal.change('disclosures', row, { [field]: typed }, correction);
    await indexDisclosure(ctx, next);
    return { ...done(next), warnings: await correctionWarnings(ctx.db, 'disclosures', next, limits) };
  },

  /** Errors: `disclosures.wrongState`; `entry.managerOnly` once it is answered. */
  async void({ id, version, reason }, ctx) {
    const row = await disclosureOf(ctx.db, id, version);
    const state = movedDisclosure(row.state, 'voided');
    if ((row.state === 'given' || row.state === 'refused') && !isManager(ctx.actor))
      throw new Refusal('entry.managerOnly');
    const next = ctx.journal.change(
      'disclosures',
      row,
      { state, voidReason: reason, voidedAt: ctx.now, voidedByName: ctx.actor.name },
      { kind: 'VOID' },
    );
    return done(next);
  },

  async markSeen({ id }, ctx) {
    await seen(ctx, 'disclosures', await disclosureOf(ctx.db, id), (await settingsOf(ctx.db)).limits);
    return { seen: true };
  },

  async unmask({ id, reason }, { db, journal }) {
    const row = await disclosureOf(db, id);
    journal.note(
      'disclosures',
      id,
      { kind: 'UNMASK', facts: { reason, fields: ['askerPhone'] } },
      row.serialNo,
    );
    return { askerPhone: row.askerPhone };
  },
};

/** The leader who permits: proven by PIN beside the clerk, or signed in themselves. */
function leaderOf(ctx: Parameters<HandlersFor<'disclosures'>['approve']>[1]): {
  staffId: string;
  name: string;
} {
  if (ctx.second?.how === 'pin') return ctx.second;
  if (!holds(ctx.actor.roles, 'disclosures.approve')) throw new Refusal('second.missing');
  return ctx.actor;
}
