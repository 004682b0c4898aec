import { dayOf, MINUTE_MS, msOf } from '../../../shared/dates';
import { TAKE_BACK_MINUTES } from '../../../shared/registers/visits.rules';
import { InvalidField, Refusal } from '../../../shared/result';
import { lengthOf } from '../../../shared/text';
import type { CommandContext } from '../../db/context';
import type { VisitsTable } from '../../db/tables';
import { assertTime, done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { written } from './arrive';
import { assertHere, lastPassage, movedVisit, pass, passOf, visitOf } from './load';
import { givePass, takePass } from './passes-out';

/** Leaving (S10, desk-practice.md §2.3): passages are added, never overwritten; an unknown exit is said, never made up. */

type Ops = HandlersFor<'visits'>;

/** Errors: `visits.wrongState`; InvalidField `at` before the last passage or in the future. */
export const stepOut: Ops['stepOut'] = async ({ id, version, at }, ctx) => {
  const row = await visitOf(ctx.db, id, version);
  const state = movedVisit(row.state, 'steppedOut');
  await passNow(ctx, row, 'out', at ?? ctx.now);
  return done(ctx.journal.change('visits', row, { state }, { kind: 'CHANGE' }));
};

/** Errors as `stepOut`; a visitor who left for good needs a new line. */
export const comeBack: Ops['comeBack'] = async ({ id, version, at }, ctx) => {
  const row = await visitOf(ctx.db, id, version);
  if (row.state !== 'steppedOut') throw new Refusal('visits.wrongState', { state: row.state });
  await passNow(ctx, row, 'in', at ?? ctx.now);
  return done(ctx.journal.change('visits', row, { state: 'in' }, { kind: 'CHANGE' }));
};

/** See `visits.leave`. Errors as `stepOut`. */
export const leave: Ops['leave'] = async ({ id, version, at, passBack }, ctx) =>
  done(await gone(ctx, await visitOf(ctx.db, id, version), at ?? null, passBack));

/** See `visits.leaveMany`. Errors as `leave`, of the first line that cannot. */
export const leaveMany: Ops['leaveMany'] = async ({ visits, at, passBack }, ctx) => {
  const left: VisitsTable[] = [];
  for (const { id, version } of visits)
    left.push(await gone(ctx, await visitOf(ctx.db, id, version), at ?? null, passBack));
  return { visits: left.map(done) };
};

/**
 * Ends a visit with its exit. Who had stepped out left then: the exit that is already written stands, no second one is
 * made up.
 */
async function gone(
  ctx: CommandContext,
  row: VisitsTable,
  at: string | null,
  passBack: boolean,
): Promise<VisitsTable> {
  assertHere(row);
  const state = movedVisit(row.state, 'left');
  const leftAt =
    row.state === 'steppedOut'
      ? (await lastPassage(ctx.db, row.id)).at
      : (await passNow(ctx, row, 'out', at ?? ctx.now)).at;
  const back = passBack && (await takePass(ctx, row, ctx.now));
  return ctx.journal.change(
    'visits',
    row,
    { state, leftAt, ...closedNow(ctx), ...(back ? { passBackAt: ctx.now } : {}) },
    { kind: 'CHANGE' },
  );
}

/** See `visits.takeBackLeave`. Errors: `visits.wrongState`, `visits.takeBackLate`, `visits.passGone`. */
export const takeBackLeave: Ops['takeBackLeave'] = async ({ id, version }, ctx) => {
  const row = await visitOf(ctx.db, id, version);
  if (row.state !== 'left' || row.closedAt === null)
    throw new Refusal('visits.wrongState', { state: row.state });
  const own = row.closedById === ctx.actor.staffId;
  if (!own || msOf(ctx.now) - msOf(row.closedAt) > TAKE_BACK_MINUTES * MINUTE_MS)
    throw new Refusal('visits.takeBackLate', { minutes: TAKE_BACK_MINUTES });
  const last = await lastPassage(ctx.db, id);
  // Written with the leave, or before it when the visitor had only stepped out: ids carry the moment of writing.
  const withLeave = await writtenAt(ctx, last.id, row.closedAt);
  if (withLeave) ctx.journal.change('visitPassages', last, { takenBackAt: ctx.now }, { kind: 'CHANGE' });
  if (row.passId !== null && row.passBackAt === row.closedAt) {
    const stock = await passOf(ctx.db, row.passId);
    if (stock.state !== 'inStock') throw new Refusal('visits.passGone', { no: stock.passNo });
    givePass(ctx, stock, id, row.arrivedAt ?? ctx.now);
  }
  const next = ctx.journal.change(
    'visits',
    row,
    {
      state: movedVisit('left', withLeave ? 'in' : 'steppedOut'),
      leftAt: null,
      closedAt: null,
      closedById: null,
      closedByName: null,
      ...(row.passBackAt === row.closedAt ? { passBackAt: null } : {}),
    },
    { kind: 'CHANGE' },
  );
  return done(next);
};

/** The journal knows when a passage was written. */
async function writtenAt({ db }: CommandContext, passageId: string, at: string): Promise<boolean> {
  const line = await db
    .selectFrom('journal')
    .select('at')
    .where('register', '=', 'visitPassages')
    .where('entryId', '=', passageId)
    .where('entryVersion', '=', 1)
    .executeTakeFirst();
  return line?.at === at;
}

/** See `visits.closeDay`. Errors: `visits.wrongState`, `conflict`: nothing is closed then. */
export const closeDay: Ops['closeDay'] = async ({ visits, noShows }, ctx) => {
  if (visits.length + noShows.length === 0) throw new Refusal('visits.nothingToClose');
  for (const { id, version } of visits) {
    const row = await visitOf(ctx.db, id, version);
    assertHere(row);
    ctx.journal.change(
      'visits',
      row,
      { state: movedVisit(row.state, 'closedByDesk'), ...closedNow(ctx) },
      { kind: 'CHANGE' },
    );
  }
  for (const { id, version } of noShows) didNotCome(ctx, await visitOf(ctx.db, id, version), dayOf(ctx.now));
  return { closed: visits.length, noShows: noShows.length };
};

/** Errors: `visits.wrongState`; `visits.notYetDue` before the announced time. */
export const noShow: Ops['noShow'] = async ({ id, version }, ctx) =>
  done(didNotCome(ctx, await visitOf(ctx.db, id, version), null));

/** At closing, everybody announced for that day may be written off; at other times only those whose hour has passed. */
function didNotCome(ctx: CommandContext, row: VisitsTable, closingDay: string | null): VisitsTable {
  const state = movedVisit(row.state, 'noShow');
  const expectedAt = row.expectedAt ?? row.visitAt;
  const due = closingDay === null ? expectedAt <= ctx.now : dayOf(expectedAt) <= closingDay;
  if (!due) throw new Refusal('visits.notYetDue');
  return ctx.journal.change('visits', row, { state, ...closedNow(ctx) }, { kind: 'CHANGE' });
}

/** See `visits.refuse`. Whatever the type asks of a visitor who enters is not asked of one who does not. */
export const refuse: Ops['refuse'] = async ({ reason, at, ...form }, ctx) => {
  const settings = await settingsOf(ctx.db);
  const arrivedAt = at ?? ctx.now;
  assertTime('at', arrivedAt, null, ctx.now);
  const row = await written(ctx, settings, form, 'refused', {
    arrivedAt,
    refusedReason: reason,
    ...closedNow(ctx),
  });
  return { ...done(row), scanCode: row.scanCode };
};

/** See `visits.turnAway`. Errors: `visits.wrongState`. */
export const turnAway: Ops['turnAway'] = async ({ id, version, reason, at }, ctx) => {
  const row = await visitOf(ctx.db, id, version);
  const state = movedVisit(row.state, 'refused');
  const arrivedAt = at ?? ctx.now;
  assertTime('at', arrivedAt, null, ctx.now);
  const next = ctx.journal.change(
    'visits',
    row,
    { state, refusedReason: reason, arrivedAt, visitAt: arrivedAt, ...closedNow(ctx) },
    { kind: 'CHANGE' },
  );
  return done(next);
};

/** See `visits.supplement`. Errors: `visits.onlyUnknownExit`. */
export const supplement: Ops['supplement'] = async ({ id, version, text }, ctx) => {
  const row = await visitOf(ctx.db, id, version);
  if (row.state !== 'closedByDesk') throw new Refusal('visits.onlyUnknownExit');
  const all = row.supplement === null ? text : `${row.supplement}；${text}`;
  if (lengthOf(all) > 600) throw new InvalidField('text', 'text.long');
  return done(ctx.journal.change('visits', row, { supplement: all }, { kind: 'CHANGE' }));
};

/** One more passage, after the last one. */
async function passNow(ctx: CommandContext, row: VisitsTable, direction: 'in' | 'out', at: string) {
  const last = await lastPassage(ctx.db, row.id);
  if (last.direction === direction) throw new Refusal('visits.wrongState', { state: row.state });
  assertTime('at', at, last.at, ctx.now);
  return await pass(ctx, row.id, direction, at, row.post);
}

const closedNow = ({ now, actor }: CommandContext) => ({
  closedAt: now,
  closedById: actor.staffId,
  closedByName: actor.name,
});
