import { addDays, monthOf } from '../../../shared/dates';
import { MOST_SLOTS, type RosterSlot } from '../../../shared/registers/rosters.row';
import { InvalidField, Refusal } from '../../../shared/result';
import type { CommandContext } from '../../db/context';
import type { RostersTable } from '../../db/tables';
import { realDay } from '../../entries/listing';
import { done } from '../../entries/load';
import { isManager } from '../../entries/rights';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { cellsOf, putOn, setPlace } from './cells';
import { rosterMoved, rosterOf } from './load';
import { firstSlots, gapsOf, mondayOf, slotsOf } from './week';
import { indexRoster } from './words';

/** Planning a week (S81, L20): a draft, copied from the week before; published; changed afterwards only with a mark. */

type Ops = HandlersFor<'rosters'>;

/** Columns that only later acts write. */
export const UNTOUCHED = {
  shortReason: null,
  publishedAt: null,
  publishedById: null,
  publishedByName: null,
  voidReason: null,
  voidedAt: null,
  voidedByName: null,
} as const;

export const register: Ops['register'] = async ({ weekOn, copy, note }, ctx) => {
  realDay('weekOn', weekOn);
  if (mondayOf(weekOn) !== weekOn) throw new InvalidField('weekOn', 'day.notMonday');
  const there = await ctx.db
    .selectFrom('rosters')
    .select('serialNo')
    .where('weekOn', '=', weekOn)
    .where('state', '<>', 'voided')
    .executeTakeFirst();
  if (there) throw new Refusal('rosters.weekTaken', { weekOn, serialNo: there.serialNo });
  const last = await lastBefore(ctx, weekOn);
  const source = copy && last?.weekOn === addDays(weekOn, -7) ? last : null;
  if (copy && !source) throw new Refusal('rosters.nothingToCopy');
  const demand = last?.demand ?? JSON.stringify(firstSlots(await settingsOf(ctx.db)));
  const { serialNo, scanCode } = ctx.numbers.next('rosters', monthOf(ctx.now));
  const row = ctx.journal.create('rosters', {
    ...UNTOUCHED,
    id: ctx.newId(),
    serialNo,
    scanCode,
    state: 'draft',
    weekOn,
    demand,
    copiedFromId: source?.id ?? null,
    note,
    recordedAt: ctx.now,
    recorderId: ctx.actor.staffId,
    recorderName: ctx.actor.name,
  });
  const copied = source ? await copyCells(ctx, source, row) : 0;
  indexRoster(ctx, row);
  return { ...done(row), scanCode, copied };
};

/** The latest roster before a week that still counts. */
const lastBefore = ({ db }: CommandContext, weekOn: string): Promise<RostersTable | undefined> =>
  db
    .selectFrom('rosters')
    .selectAll()
    .where('weekOn', '<', weekOn)
    .where('state', '<>', 'voided')
    .orderBy('weekOn', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Takes over who stood where; colleagues who left meanwhile are left out. */
async function copyCells(ctx: CommandContext, from: RostersTable, to: RostersTable): Promise<number> {
  const active = await ctx.db.selectFrom('staff').select('id').where('active', '=', 1).execute();
  const here = new Set(active.map((person) => person.id));
  let copied = 0;
  for (const { state, post, shift, dayOn, staffId } of await cellsOf(ctx.db, from.id)) {
    if (state !== 'planned' || !here.has(staffId)) continue;
    await putOn(ctx, to.id, { post, shift, dayOn: addDays(dayOn, 7) }, staffId, null);
    copied += 1;
  }
  return copied;
}

/** A draft may be planned freely. Errors: Refusal `rosters.published`, `rosters.wrongState`. */
function assertDraft(row: RostersTable): void {
  if (row.state === 'published') throw new Refusal('rosters.published');
  if (row.state !== 'draft') throw new Refusal('rosters.wrongState', { state: row.state });
}

export const need: Ops['need'] = async ({ id, version, post, shift, people }, ctx) => {
  const row = await rosterOf(ctx.db, id, version);
  assertDraft(row);
  const slots = slotsOf(row);
  const at = slots.findIndex((slot) => slot.post === post && slot.shift === shift);
  const next = await slotsWith(ctx, row, slots, at, { post, shift, people });
  const demand = JSON.stringify(next);
  if (demand === row.demand) throw new Refusal('rosters.unchanged');
  return done(ctx.journal.change('rosters', row, { demand }, { kind: 'CHANGE' }));
};

async function slotsWith(
  ctx: CommandContext,
  row: RostersTable,
  slots: readonly RosterSlot[],
  at: number,
  { post, shift, people }: { post: string; shift: string; people: number | null },
): Promise<RosterSlot[]> {
  if (people === null) {
    if (at < 0) throw new Refusal('rosters.slotMissing', { post });
    const used = (await cellsOf(ctx.db, row.id)).some(
      (cell) => cell.state === 'planned' && cell.post === post && cell.shift === shift,
    );
    if (used) throw new Refusal('rosters.slotUsed', { post });
    return slots.filter((_, index) => index !== at);
  }
  if (at >= 0) return slots.map((slot, index) => (index === at ? { post, shift, people } : slot));
  const { shifts } = await settingsOf(ctx.db);
  if (!shifts.some(({ code }) => code === shift)) throw new Refusal('rosters.shiftUnknown');
  if (slots.length >= MOST_SLOTS) throw new Refusal('rosters.tooManySlots', { most: MOST_SLOTS });
  // A post's shifts stay together, in the order of the day.
  const order = (slot: RosterSlot) => shifts.findIndex(({ code }) => code === slot.shift);
  const posts = [...new Set([...slots.map((slot) => slot.post), post])];
  return posts.flatMap((name) =>
    [...slots, { post, shift, people }]
      .filter((slot) => slot.post === name)
      .sort((a, b) => order(a) - order(b)),
  );
}

export const assign: Ops['assign'] = async ({ rosterId, staffIds, had, ...place }, ctx) => {
  const row = await rosterOf(ctx.db, rosterId);
  assertDraft(row);
  await setPlace(ctx, row, place, { staffIds, had }, null);
  return { rosterId, staffIds: [...new Set(staffIds)] };
};

export const amend: Ops['amend'] = async ({ rosterId, staffIds, had, reason, ...place }, ctx) => {
  const row = await rosterOf(ctx.db, rosterId);
  if (row.state !== 'published') throw new Refusal('rosters.notPublished');
  const mark = { changedAt: ctx.now, changedByName: ctx.actor.name, changeReason: reason, swapId: null };
  const told = await setPlace(ctx, row, place, { staffIds, had }, mark);
  // The change belongs to the story of the week as well.
  const facts = { set: { ...place, ...told }, reason };
  ctx.journal.note('rosters', row.id, { kind: 'CHANGE', facts }, row.serialNo);
  return { rosterId, staffIds: [...new Set(staffIds)] };
};

export const publish: Ops['publish'] = async ({ id, version, shortReason }, ctx) => {
  const row = await rosterOf(ctx.db, id, version);
  const state = rosterMoved(row, 'published');
  const cells = await cellsOf(ctx.db, row.id);
  if (!cells.some((cell) => cell.state === 'planned')) throw new Refusal('rosters.nobodyOn');
  const gaps = gapsOf(row, cells);
  const [first] = gaps;
  if (first && shortReason === null)
    throw new Refusal('rosters.belowMinimum', {
      gaps: gaps.length,
      dayOn: first.dayOn,
      post: first.post,
    });
  const next = ctx.journal.change(
    'rosters',
    row,
    {
      state,
      publishedAt: ctx.now,
      publishedById: ctx.actor.staffId,
      publishedByName: ctx.actor.name,
      shortReason: first ? shortReason : null,
    },
    { kind: 'CHANGE' },
  );
  indexRoster(ctx, next);
  return done(next);
};

/** Number and sheet stay. A published week is the manager's; its undecided swaps cannot be approved any more. */
export const voidRoster: Ops['void'] = async ({ id, version, reason }, ctx) => {
  const row = await rosterOf(ctx.db, id, version);
  const state = rosterMoved(row, 'voided');
  if (row.publishedAt !== null && !isManager(ctx.actor)) throw new Refusal('entry.managerOnly');
  const patch = { state, voidReason: reason, voidedAt: ctx.now, voidedByName: ctx.actor.name };
  return done(ctx.journal.change('rosters', row, patch, { kind: 'VOID' }));
};
