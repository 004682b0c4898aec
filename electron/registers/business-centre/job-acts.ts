import type { z } from 'zod';
import { dayOf, monthOf } from '../../../shared/dates';
import { priceOn } from '../../../shared/registers/business.setting';
import { registerJob } from '../../../shared/registers/office-jobs';
import type { OfficeJobCorrectable } from '../../../shared/registers/office-jobs.row';
import { InvalidField, Refusal } from '../../../shared/result';
import type { CommandContext } from '../../db/context';
import { storyOf } from '../../db/story';
import type { OfficeJobsTable } from '../../db/tables';
import { asTyped, correctionOf, seen } from '../../entries/correction';
import { correctionWarnings, freeUntil } from '../../entries/freeze';
import { assertTime, done } from '../../entries/load';
import { isManager } from '../../entries/rights';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { unitCodes } from '../units/briefs';
import { jobActs, jobCounts, jobMoved, jobOf, jobPage, seesTitles, toJobLines, withoutTitle } from './jobs';
import { indexJob } from './words';

/** S21: jobs of the business centre, priced by the list of their day, paid or charged; corrections, voids and looks. */

type Ops = HandlersFor<'officeJobs'>;
type Patch = Partial<OfficeJobsTable>;
const form = registerJob.shape;

/** Columns that only later acts write. */
export const JOB_UNTOUCHED = {
  chargedTo: null,
  payWay: null,
  receiptNo: null,
  settledAt: null,
  settledByName: null,
  voidReason: null,
  voidedAt: null,
  voidedByName: null,
} as const;

export const list: Ops['list'] = ({ filter, after, limit }, { db, actor, door }) =>
  jobPage(db, door.rawReader, filter, after ?? null, limit, seesTitles(actor));

export const counts: Ops['counts'] = (_, { db }) => jobCounts(db);

export const entry: Ops['entry'] = async ({ id }, { db, actor, now }) => {
  const row = await jobOf(db, id);
  const settings = await settingsOf(db);
  const titles = seesTitles(actor);
  const [line] = await toJobLines(db, [row], titles, settings);
  const story = await storyOf(db, 'officeJobs', id);
  return {
    entry: line!,
    story: row.confidential === 1 && !titles ? withoutTitle(story) : story,
    next: jobActs(row, actor),
    freeUntil: await freeUntil(db, 'officeJobs', row, actor?.staffId, settings.limits, now),
    warnings: [
      ...(row.confidential === 1 ? ['confidential'] : []),
      ...(await correctionWarnings(db, 'officeJobs', row, settings.limits)),
    ],
  };
};

async function index(ctx: CommandContext, row: OfficeJobsTable): Promise<void> {
  const codes = await unitCodes(ctx.db, [row.unitId]);
  indexJob(ctx, row, codes.get(row.unitId ?? '') ?? null);
}

/** See `officeJobs.register`. */
export const register: Ops['register'] = async (input, ctx) => {
  assertTime('takenAt', input.takenAt, null, ctx.now);
  if (input.kind === 'fax' && input.faxNo === null) throw new Refusal('officeJobs.faxNoMissing');
  if (input.unitId && !(await unitCodes(ctx.db, [input.unitId])).has(input.unitId))
    throw new Refusal('officeJobs.unitUnknown');
  const { business } = await settingsOf(ctx.db);
  const unitCents = priceOn(business.prices, input.kind, input.colour, dayOf(input.takenAt));
  if (unitCents === null) throw new Refusal('officeJobs.noPrice');
  const { actor, journal, numbers, newId, now } = ctx;
  const { serialNo, scanCode } = numbers.next('officeJobs', monthOf(now));
  const row = journal.create('officeJobs', {
    ...JOB_UNTOUCHED,
    ...input,
    confidential: input.confidential ? 1 : 0,
    colour: input.colour ? 1 : 0,
    faxSent: input.kind === 'fax' && input.faxSent !== null ? (input.faxSent ? 1 : 0) : null,
    unitCents,
    amountCents: unitCents * input.originalPages * input.copies,
    id: newId(),
    serialNo,
    scanCode,
    state: 'taken',
    recordedAt: now,
    recorderId: actor.staffId,
    recorderName: actor.name,
  });
  await index(ctx, row);
  return { ...done(row), scanCode, unitCents: row.unitCents, amountCents: row.amountCents };
};

export const pay: Ops['pay'] = async ({ id, version, at, payWay, receiptNo }, ctx) => {
  const row = await jobOf(ctx.db, id, version);
  const state = jobMoved(row, 'paid');
  assertTime('at', at, row.takenAt, ctx.now);
  if (row.amountCents > 0 && receiptNo === null) throw new Refusal('officeJobs.receiptMissing');
  const patch = { state, payWay, receiptNo, settledAt: at, settledByName: ctx.actor.name };
  const next = ctx.journal.change('officeJobs', row, patch, { kind: 'CHANGE' });
  await index(ctx, next);
  return done(next);
};

export const charge: Ops['charge'] = async ({ id, version, chargedTo }, ctx) => {
  const row = await jobOf(ctx.db, id, version);
  const patch = { state: jobMoved(row, 'charged'), chargedTo };
  const next = ctx.journal.change('officeJobs', row, patch, { kind: 'CHANGE' });
  await index(ctx, next);
  return done(next);
};

/**
 * One field corrected; pages and copies bring the amount along. Errors: `officeJobs.wrongState` of a void line,
 * `.paidAlready`, `.titleClosed`, `.faxNoMissing`; those of every correction; InvalidField `value`.
 */
export const correct: Ops['correct'] = async ({ id, version, field, value, reason }, ctx) => {
  const row = await jobOf(ctx.db, id, version);
  if (row.state === 'voided') throw new Refusal('officeJobs.wrongState', { state: row.state });
  if (field === 'documentTitle' && row.confidential === 1 && !seesTitles(ctx.actor))
    throw new Refusal('officeJobs.titleClosed');
  const patch = patchOf(row, field, value);
  if (patch[field] === row[field]) throw new Refusal('entry.unchanged');
  if (patch.amountCents !== undefined && row.state === 'paid') throw new Refusal('officeJobs.paidAlready');
  if (field === 'faxNo' && row.kind === 'fax' && !patch.faxNo) throw new Refusal('officeJobs.faxNoMissing');
  if (patch.takenAt !== undefined) {
    assertTime('value', patch.takenAt, null, ctx.now);
    if (row.settledAt !== null && patch.takenAt > row.settledAt) throw new InvalidField('value', 'time.late');
  }
  const { limits } = await settingsOf(ctx.db);
  const correction = await correctionOf(ctx, 'officeJobs', row, field, reason, limits);
  const written = ctx.journal.change('officeJobs', row, patch, correction);
  await index(ctx, written);
  return { ...done(written), warnings: await correctionWarnings(ctx.db, 'officeJobs', written, limits) };
};

function patchOf(row: OfficeJobsTable, field: OfficeJobCorrectable, value: string): Patch {
  const schema: z.ZodType = form[field];
  if (field !== 'originalPages' && field !== 'copies') return { [field]: asTyped(schema, value) };
  if (!/^\d{1,4}$/.test(value)) throw new InvalidField('value', 'count.whole');
  const typed = asTyped(form[field], Number(value));
  const originalPages = field === 'originalPages' ? typed : row.originalPages;
  const copies = field === 'copies' ? typed : row.copies;
  return { originalPages, copies, amountCents: row.unitCents * originalPages * copies };
}

/** Number and line stay, printed 作废. */
export const voidJob: Ops['void'] = async ({ id, version, reason }, ctx) => {
  const row = await jobOf(ctx.db, id, version);
  const state = jobMoved(row, 'voided');
  if (row.state === 'paid' && !isManager(ctx.actor)) throw new Refusal('entry.managerOnly');
  const patch = { state, voidReason: reason, voidedAt: ctx.now, voidedByName: ctx.actor.name };
  return done(ctx.journal.change('officeJobs', row, patch, { kind: 'VOID' }));
};

/** Another person opened the entry: ends the recorder's free window, once. */
export const markSeen: Ops['markSeen'] = async ({ id }, ctx) => {
  const row = await jobOf(ctx.db, id);
  await seen(ctx, 'officeJobs', row, (await settingsOf(ctx.db)).limits);
  return { seen: true };
};

export const unmask: Ops['unmask'] = async ({ id, reason }, { db, journal }) => {
  const row = await jobOf(db, id);
  const what = { kind: 'UNMASK', facts: { reason, fields: ['customerPhone'] } } as const;
  journal.note('officeJobs', id, what, row.serialNo);
  return { customerPhone: row.customerPhone };
};
