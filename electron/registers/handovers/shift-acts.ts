import { dayOf, monthOf } from '../../../shared/dates';
import { countDiffers, DESK_CHECK } from '../../../shared/registers/handovers.cells';
import type { CountLine, ShiftSheet } from '../../../shared/registers/handovers.row';
import { shiftAt } from '../../../shared/registers/shifts';
import { InvalidField, Refusal } from '../../../shared/result';
import { lengthOf } from '../../../shared/text';
import type { CommandContext, ReadDb } from '../../db/context';
import type { HandoversTable } from '../../db/tables';
import { assertTime, done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { assertState, handoverOf, moved, partsOf } from './load';
import { mattersIn, sheetOf } from './sheet';
import { indexHandover } from './words';

/** A shift from its beginning to the count: opened, written in, drafted at t0, counted (desk-practice.md §2.9). */

type Ops = HandlersFor<'handovers'>;

/** Events, questions and supplements of one sheet. */
export const MOST_LINES = 60;

/** Columns that only later acts write. */
export const UNTOUCHED = {
  draftedAt: null,
  draftSeq: null,
  snapshot: null,
  matters: null,
  counts: null,
  checks: null,
  differences: null,
  countedAt: null,
  countedByName: null,
  events: '[]',
  questions: '[]',
  supplements: '[]',
  outSignedAt: null,
  cashByName: null,
  incomingId: null,
  incomingName: null,
  inSignedAt: null,
  refusedAt: null,
  refusedById: null,
  refusedByName: null,
  refusedReason: null,
  reportedTo: null,
  decision: null,
  decidedAt: null,
  decidedById: null,
  decidedByName: null,
  decisionReason: null,
  reviewedAt: null,
  reviewedById: null,
  reviewedByName: null,
  reviewNote: null,
  voidReason: null,
  voidedAt: null,
  voidedByName: null,
} as const;

/** Begins the shift of somebody at a desk. `fromSeq`: the journal's line after which its work begins. */
export function beginShift(
  ctx: CommandContext,
  shift: Pick<
    HandoversTable,
    | 'post'
    | 'shiftCode'
    | 'shiftOn'
    | 'startedAt'
    | 'fromSeq'
    | 'previousId'
    | 'outgoingId'
    | 'outgoingName'
    | 'note'
  >,
): HandoversTable {
  const { serialNo, scanCode } = ctx.numbers.next('handovers', monthOf(ctx.now));
  const row = ctx.journal.create('handovers', {
    ...UNTOUCHED,
    ...shift,
    id: ctx.newId(),
    serialNo,
    scanCode,
    state: 'open',
    recordedAt: ctx.now,
    recorderId: ctx.actor.staffId,
    recorderName: ctx.actor.name,
  });
  indexHandover(ctx, row);
  return row;
}

/** See `handovers.open`. */
export const open: Ops['open'] = async ({ post, note }, ctx) => {
  const settings = await settingsOf(ctx.db);
  if (!settings.posts.includes(post)) throw new InvalidField('post', 'id.unknown');
  const on = await onAt(ctx.db, post);
  if (on) throw new Refusal('handovers.alreadyOpen', { serialNo: on.serialNo, name: on.outgoingName });
  const last = await ctx.db
    .selectFrom('handovers')
    .select(['id'])
    .where('state', 'in', ['sealed', 'reviewed'])
    .where('post', '=', post)
    .orderBy('startedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const here = shiftAt(settings.shifts, ctx.now);
  const row = beginShift(ctx, {
    post,
    shiftCode: here?.shift.code ?? settings.shifts[0]!.code,
    shiftOn: dayOf(here?.from ?? ctx.now),
    startedAt: ctx.now,
    fromSeq: ctx.journal.head.seq,
    previousId: last?.id ?? null,
    outgoingId: ctx.actor.staffId,
    outgoingName: ctx.actor.name,
    note,
  });
  return done(row);
};

/** See `handovers.writeEvent`. */
export const writeEvent: Ops['writeEvent'] = async ({ id, version, no, ...input }, ctx) => {
  const row = await handoverOf(ctx.db, id, version);
  assertState(row, 'open', 'drafted', 'counted');
  const { events } = partsOf(row);
  assertTime('at', input.at, null, ctx.now);
  if (no && !events.some((event) => event.no === no)) throw new Refusal('notFound');
  if (!no && events.length >= MOST_LINES) throw new Refusal('handovers.tooMany', { n: MOST_LINES });
  const line = { ...input, no: no ?? events.length + 1, by: ctx.actor.name };
  const next = no ? events.map((event) => (event.no === no ? line : event)) : [...events, line];
  return changed(ctx, row, { events: JSON.stringify(next) });
};

/** See `handovers.draft`. A count that was made stays as it was typed; it is confirmed against the new sheet. */
export const draft: Ops['draft'] = async ({ id, version }, ctx) => {
  const row = await handoverOf(ctx.db, id, version);
  assertState(row, 'open', 'drafted', 'counted');
  const settings = await settingsOf(ctx.db);
  const draftSeq = ctx.journal.head.seq;
  const sheet = await sheetOf(ctx.db, row, draftSeq, settings, ctx.now);
  return changed(ctx, row, {
    state: row.state === 'drafted' ? 'drafted' : moved(row, 'drafted'),
    draftedAt: ctx.now,
    draftSeq,
    snapshot: JSON.stringify(sheet),
    matters: mattersIn(sheet.open),
    differences: null,
  });
};

/** See `handovers.count`. */
export const count: Ops['count'] = async ({ id, version, counts, checks }, ctx) => {
  const row = await handoverOf(ctx.db, id, version);
  assertState(row, 'drafted', 'counted');
  const { sheet } = partsOf(row);
  if (!sheet) throw new Refusal('handovers.wrongState', { state: row.state });
  const lines = sheet.things.map((thing) => countOf(thing, counts));
  if (counts.some(({ code }) => !sheet.things.some((thing) => thing.code === code)))
    throw new Refusal('handovers.unknownThing');
  const { equipment } = (await settingsOf(ctx.db)).handover;
  for (const name of [DESK_CHECK, ...equipment])
    if (!checks.some((check) => check.name === name))
      throw new Refusal('handovers.uncounted', { what: name });
  const broken = checks.filter((check) => !check.ok);
  const silent = broken.find((check) => check.note === null);
  if (silent) throw new Refusal('handovers.unexplained', { what: silent.name });
  const differences = lines.filter((line, i) => countDiffers(sheet.things[i]!, line)).length + broken.length;
  const answer = await changed(ctx, row, {
    state: row.state === 'counted' ? 'counted' : moved(row, 'counted'),
    counts: JSON.stringify(lines),
    checks: JSON.stringify(checks),
    differences,
    countedAt: ctx.now,
    countedByName: ctx.actor.name,
  });
  return { ...answer, differences };
};

type Thing = ShiftSheet['things'][number];
type Typed = Parameters<Ops['count']>[0]['counts'];

/** What was counted of a thing. Errors: `handovers.uncounted`, `.unexplained`. */
function countOf(thing: Thing, counts: Typed): CountLine {
  const typed = counts.find(({ code }) => code === thing.code);
  const what = { what: thing.values.name ?? thing.values.code ?? thing.code };
  const line: CountLine = {
    code: thing.code,
    counted: thing.measure === 'range' ? null : (typed?.counted ?? null),
    text: typed?.text ?? null,
    missing: typed?.missing ?? [],
    note: typed?.note ?? null,
  };
  const value = thing.measure === 'range' ? line.text : line.counted;
  if (value === null) throw new Refusal('handovers.uncounted', what);
  if (countDiffers(thing, line) && lengthOf(line.note ?? '') < 2)
    throw new Refusal('handovers.unexplained', what);
  return line;
}

/** See `handovers.ask`. */
export const ask: Ops['ask'] = async ({ id, version, no, question, answer }, ctx) => {
  const row = await handoverOf(ctx.db, id, version);
  assertState(row, 'counted', 'outSigned');
  const { questions } = partsOf(row);
  if (no && !questions.some((one) => one.no === no)) throw new Refusal('notFound');
  if (!no && questions.length >= MOST_LINES) throw new Refusal('handovers.tooMany', { n: MOST_LINES });
  const line = { no: no ?? questions.length + 1, question, answer, at: ctx.now, by: ctx.actor.name };
  const next = no ? questions.map((one) => (one.no === no ? line : one)) : [...questions, line];
  return changed(ctx, row, { questions: JSON.stringify(next) });
};

/** See `handovers.void`. */
export const voidHandover: Ops['void'] = async ({ id, version, reason }, ctx) => {
  const row = await handoverOf(ctx.db, id, version);
  const state = moved(row, 'voided');
  const patch = { state, voidReason: reason, voidedAt: ctx.now, voidedByName: ctx.actor.name };
  return done(ctx.journal.change('handovers', row, patch, { kind: 'VOID' }));
};

/** The shift that is on at a desk. */
export const onAt = (db: ReadDb, post: string) =>
  db
    .selectFrom('handovers')
    .select(['id', 'serialNo', 'outgoingName'])
    .where('post', '=', post)
    .where('state', 'in', ['open', 'drafted', 'counted', 'outSigned', 'refused'])
    .executeTakeFirst();

/** Writes a change, and the words with it. */
export async function changed(
  ctx: CommandContext,
  row: HandoversTable,
  patch: Partial<Omit<HandoversTable, 'version' | 'sealed'>>,
  facts: Record<string, unknown> = {},
) {
  const next = ctx.journal.change('handovers', row, patch, { kind: 'CHANGE', facts });
  indexHandover(ctx, next);
  return done(next);
}
