import { monthOf } from '../../../shared/dates';
import { visitorPasses } from '../../../shared/registers/visitor-passes';
import { InvalidField, Refusal } from '../../../shared/result';
import type { CommandContext } from '../../db/context';
import { storyOf } from '../../db/story';
import type { VisitorPassesTable } from '../../db/tables';
import { asTyped, correctionOf, seen } from '../../entries/correction';
import { correctionWarnings, freeUntil } from '../../entries/freeze';
import { done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { passNeeds, passPage } from './filter-passes';
import { toPassLines } from './lines';
import { movedPass, passOf, visitOf } from './load';
import { actsOnPass } from './next';
import { indexPass } from './words';

/** 访客证: the stock of visitor passes (S10). A card goes out only with a visit (arrive.ts) and mostly comes back with it. */

const form = visitorPasses.add.input.shape;
/** Cards a field offers at a time. */
const SHOWN = 12;

export const visitorPassHandlers: HandlersFor<'visitorPasses'> = {
  list: ({ filter, after, limit }, { db, now, door }) =>
    passPage(db, door.rawReader, filter, after ?? null, limit, now),

  counts: (_, { db, now }) => passNeeds(db, now),

  async entry({ id }, { db, actor, now }) {
    const row = await passOf(db, id);
    const { limits } = await settingsOf(db);
    const [entry] = await toPassLines(db, [row], now);
    return {
      entry: entry!,
      story: await storyOf(db, 'visitorPasses', id),
      next: actsOnPass(row, actor),
      freeUntil: await freeUntil(db, 'visitorPasses', row, actor?.staffId, limits, now),
      warnings: [
        ...(entry!.notBack ? ['notBack'] : []),
        ...(await correctionWarnings(db, 'visitorPasses', row, limits)),
      ],
    };
  },

  async free({ typed }, { db }) {
    const part = typed?.toUpperCase() ?? '';
    return db
      .selectFrom('visitor_passes')
      .select(['id', 'passNo', 'scanCode'])
      .where('state', '=', 'inStock')
      .where((eb) => eb(eb.fn<number>('instr', ['passNo', eb.val(part)]), '>', 0))
      .orderBy('passNo')
      .limit(SHOWN)
      .execute();
  },

  /** Errors: InvalidField `passNo` when a number is taken or no run of that many can begin there. */
  async add({ passNo, count, note }, ctx) {
    const numbers = runFrom(passNo, count);
    const taken = await ctx.db
      .selectFrom('visitor_passes')
      .select('passNo')
      .where('passNo', 'in', numbers)
      .executeTakeFirst();
    if (taken) throw new InvalidField('passNo', 'pass.taken', { no: taken.passNo });
    const passes = numbers.map((number) => {
      const { serialNo, scanCode } = ctx.numbers.next('visitorPasses', monthOf(ctx.now));
      const row = ctx.journal.create('visitorPasses', {
        id: ctx.newId(),
        serialNo,
        scanCode,
        state: 'inStock',
        passNo: number,
        visitId: null,
        since: ctx.now,
        reason: null,
        note,
        recordedAt: ctx.now,
        recorderId: ctx.actor.staffId,
        recorderName: ctx.actor.name,
      });
      indexPass(ctx, row);
      return { ...done(row), passNo: number, scanCode };
    });
    return { passes };
  },

  /** Errors: `visitorPasses.wrongState`; `visits.stillHere` while its visitor is in: the leave brings it back. */
  async takeIn({ id, version }, ctx) {
    const row = await passOf(ctx.db, id, version);
    const state = movedPass(row.state, 'inStock');
    if (row.visitId !== null) await backFrom(ctx, row.visitId);
    return done(changed(ctx, row, { state, visitId: null, reason: null }));
  },

  /** Errors: `visitorPasses.wrongState`. */
  async lose({ id, version, reason }, ctx) {
    const row = await passOf(ctx.db, id, version);
    return done(changed(ctx, row, { state: movedPass(row.state, 'lost'), reason }));
  },

  /** Errors: `visitorPasses.wrongState`. */
  async retire({ id, version, reason }, ctx) {
    const row = await passOf(ctx.db, id, version);
    return done(changed(ctx, row, { state: movedPass(row.state, 'retired'), visitId: null, reason }));
  },

  /** Errors: `visitorPasses.wrongState`, `entry.notRecorder`, `.reasonMissing`, `.unchanged`; InvalidField `value`. */
  async correct({ id, version, field, value, reason }, ctx) {
    const row = await passOf(ctx.db, id, version);
    if (row.state === 'retired') throw new Refusal('visitorPasses.wrongState', { state: row.state });
    const { limits } = await settingsOf(ctx.db);
    const typed = asTyped(form[field], value);
    if (typed === row[field]) throw new Refusal('entry.unchanged');
    if (field === 'passNo') {
      const other = await ctx.db
        .selectFrom('visitor_passes')
        .select('id')
        .where('passNo', '=', String(typed))
        .executeTakeFirst();
      if (other) throw new InvalidField('value', 'pass.taken', { no: String(typed) });
    }
    const correction = await correctionOf(ctx, 'visitorPasses', row, field, reason, limits);
    const next = ctx.journal.change('visitorPasses', row, { [field]: typed }, correction);
    indexPass(ctx, next);
    return { ...done(next), warnings: await correctionWarnings(ctx.db, 'visitorPasses', next, limits) };
  },

  async markSeen({ id }, ctx) {
    await seen(ctx, 'visitorPasses', await passOf(ctx.db, id), (await settingsOf(ctx.db)).limits);
    return { seen: true };
  },
};

const changed = (
  ctx: CommandContext,
  row: VisitorPassesTable,
  patch: Partial<Pick<VisitorPassesTable, 'state' | 'visitId' | 'reason'>>,
): VisitorPassesTable =>
  ctx.journal.change('visitorPasses', row, { ...patch, since: ctx.now }, { kind: 'CHANGE' });

/** The visit that had the card says when it came back. */
async function backFrom(ctx: CommandContext, visitId: string): Promise<void> {
  const visit = await visitOf(ctx.db, visitId);
  if (visit.state === 'in' || visit.state === 'steppedOut')
    throw new Refusal('visits.stillHere', { visit: visit.serialNo });
  if (visit.passBackAt === null)
    ctx.journal.change('visits', visit, { passBackAt: ctx.now }, { kind: 'CHANGE' });
}

/** `A01`, 3 → A01 A02 A03: the digits at the end count on and keep their width. */
function runFrom(first: string, count: number): string[] {
  if (count === 1) return [first];
  const match = /^(.*?)(\d{1,9})$/.exec(first);
  if (!match) throw new InvalidField('passNo', 'pass.run');
  const [head, digits] = [match[1]!, match[2]!];
  return Array.from(
    { length: count },
    (_, i) => `${head}${String(Number(digits) + i).padStart(digits.length, '0')}`,
  );
}
