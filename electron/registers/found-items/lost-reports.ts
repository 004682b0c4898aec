import { monthOf } from '../../../shared/dates';
import { type LOST_REPORT_CORRECTABLE, lostReports } from '../../../shared/registers/lost-reports';
import { InvalidField, Refusal } from '../../../shared/result';
import { storyOf } from '../../db/story';
import type { LostReportsTable } from '../../db/tables';
import { asTyped, correctionOf, seen } from '../../entries/correction';
import { correctionWarnings, freeUntil } from '../../entries/freeze';
import { assertTime, done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { lostReportPage } from './filter-reports';
import { toLostReportLines } from './lines';
import { movedReport, reportOf } from './load';
import { itemsFor } from './matching';
import { actsOnReport } from './next';
import { indexReport } from './words';

/** S02 失物与寻人登记: the other side of the found-item book. */

type Correctable = (typeof LOST_REPORT_CORRECTABLE)[number];
const form = lostReports.register.input.shape;

export const lostReportHandlers: HandlersFor<'lostReports'> = {
  list: ({ filter, after, limit }, { db, door }) =>
    lostReportPage(db, door.rawReader, filter, after ?? null, limit),

  async entry({ id }, { db, actor, now }) {
    const row = await reportOf(db, id);
    const { limits } = await settingsOf(db);
    const [entry] = await toLostReportLines(db, [row]);
    const warnings = await correctionWarnings(db, 'lostReports', row, limits);
    return {
      entry: entry!,
      story: await storyOf(db, 'lostReports', id),
      next: actsOnReport(row, actor),
      freeUntil: await freeUntil(db, 'lostReports', row, actor?.staffId, limits, now),
      warnings: row.subject === 'person' && row.state === 'open' ? ['incident', ...warnings] : warnings,
    };
  },

  async matches({ id }, { db }) {
    return itemsFor(db, await reportOf(db, id));
  },

  /** Errors: `lostReports.unknownCategory`; InvalidField for a window that ends before it begins or lies ahead. */
  async register(input, ctx) {
    const { db, now, actor, journal, numbers, newId } = ctx;
    await assertCategory(ctx.db, input.category);
    assertTime('lostFrom', input.lostFrom, null, now);
    assertTime('lostTo', input.lostTo, input.lostFrom, now);
    const { serialNo, scanCode } = numbers.next('lostReports', monthOf(now));
    const row = journal.create('lostReports', {
      ...input,
      id: newId(),
      serialNo,
      scanCode,
      state: 'open',
      foundItemId: null,
      result: null,
      closedAt: null,
      closedByName: null,
      voidReason: null,
      voidedAt: null,
      voidedByName: null,
      recordedAt: now,
      recorderId: actor.staffId,
      recorderName: actor.name,
    });
    indexReport(ctx, row);
    return { ...done(row), scanCode, matches: await itemsFor(db, row) };
  },

  async close({ id, version, result }, ctx) {
    const row = await reportOf(ctx.db, id, version);
    const next = ctx.journal.change(
      'lostReports',
      row,
      { state: movedReport(row, 'closed'), result, closedAt: ctx.now, closedByName: ctx.actor.name },
      { kind: 'CHANGE' },
    );
    return done(next);
  },

  /** Errors: `lostReports.wrongState`, `.notRecorder`, `.reasonMissing`, `.unchanged`; InvalidField `value`. */
  async correct({ id, version, field, value, reason }, ctx) {
    const row = await reportOf(ctx.db, id, version);
    if (row.state === 'closed' || row.state === 'voided')
      throw new Refusal('lostReports.wrongState', { state: row.state });
    const { limits } = await settingsOf(ctx.db);
    const typed = asTyped(form[field], value);
    if (field === 'category') await assertCategory(ctx.db, value);
    assertWindow(field, { ...row, [field]: typed }, ctx.now);
    if (typed === row[field]) throw new Refusal('lostReports.unchanged');
    const correction = await correctionOf(ctx, 'lostReports', row, field, reason, limits);
    const next = ctx.journal.change('lostReports', row, { [field]: typed }, correction);
    indexReport(ctx, next);
    return { ...done(next), warnings: await correctionWarnings(ctx.db, 'lostReports', next, limits) };
  },

  /** Number and line stay; the item it was matched with is free again. */
  async void({ id, version, reason }, ctx) {
    const row = await reportOf(ctx.db, id, version);
    const next = ctx.journal.change(
      'lostReports',
      row,
      {
        state: movedReport(row, 'voided'),
        voidReason: reason,
        voidedAt: ctx.now,
        voidedByName: ctx.actor.name,
        foundItemId: null,
      },
      { kind: 'VOID' },
    );
    if (row.foundItemId) {
      const item = await ctx.db
        .selectFrom('found_items')
        .selectAll()
        .where('id', '=', row.foundItemId)
        .where('lostReportId', '=', id)
        .executeTakeFirst();
      if (item) ctx.journal.change('foundItems', item, { lostReportId: null }, { kind: 'LINK' });
    }
    return done(next);
  },

  async markSeen({ id }, ctx) {
    const row = await reportOf(ctx.db, id);
    await seen(ctx, 'lostReports', row, (await settingsOf(ctx.db)).limits);
    return { seen: true };
  },

  async unmask({ id, reason }, ctx) {
    const row = await reportOf(ctx.db, id);
    const what = { kind: 'UNMASK', facts: { reason, fields: ['reporterPhone'] } } as const;
    ctx.journal.note('lostReports', id, what, row.serialNo);
    return { reporterPhone: row.reporterPhone };
  },
};

async function assertCategory(db: Parameters<typeof settingsOf>[0], code: string): Promise<void> {
  const { categories } = await settingsOf(db);
  if (!categories.some((category) => category.code === code))
    throw new Refusal('lostReports.unknownCategory');
}

function assertWindow(
  field: Correctable,
  { lostFrom, lostTo }: Pick<LostReportsTable, 'lostFrom' | 'lostTo'>,
  now: string,
): void {
  if (field === 'lostFrom') {
    assertTime('value', lostFrom, null, now);
    if (lostFrom > lostTo) throw new InvalidField('value', 'time.late');
  }
  if (field === 'lostTo') assertTime('value', lostTo, lostFrom, now);
}
