import type { z } from 'zod';
import { monthOf } from '../../../shared/dates';
import { registerTool } from '../../../shared/registers/tools';
import type { ToolCorrectable } from '../../../shared/registers/tools.row';
import { InvalidField, Refusal } from '../../../shared/result';
import type { ReadDb } from '../../db/context';
import { storyOf } from '../../db/story';
import type { ToolsTable } from '../../db/tables';
import { asTyped, correctionOf, seen } from '../../entries/correction';
import { correctionWarnings, freeUntil } from '../../entries/freeze';
import { done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { toolCounts, toolPage } from './tool-filter';
import { toolActs } from './tool-next';
import { assertToolNoFree, toolMoved, toolOf, toToolLines } from './tools';
import { indexTool } from './words';

/** S18: the inventory of tools and radios. */

type Ops = HandlersFor<'tools'>;
const form = registerTool.shape;

/** Columns that only later acts write. */
export const TOOL_UNTOUCHED = {
  repairReason: null,
  retiredReason: null,
  changedAt: null,
  voidReason: null,
  voidedAt: null,
  voidedByName: null,
} as const;

export const list: Ops['list'] = ({ filter, after, limit }, { db, now, door }) =>
  toolPage(db, door.rawReader, filter, after ?? null, limit, now);

export const counts: Ops['counts'] = (_, { db }) => toolCounts(db);

export const entry: Ops['entry'] = async ({ id }, { db, actor, now }) => {
  const row = await toolOf(db, id);
  const { limits } = await settingsOf(db);
  const [line] = await toToolLines(db, [row], now);
  return {
    entry: line!,
    story: await storyOf(db, 'tools', id),
    next: toolActs(row, actor),
    freeUntil: await freeUntil(db, 'tools', row, actor?.staffId, limits, now),
    warnings: [
      ...(line!.overdue ? ['overdue'] : []),
      ...(await correctionWarnings(db, 'tools', row, limits)),
    ],
  };
};

export const register: Ops['register'] = async (input, ctx) => {
  await assertToolNoFree(ctx.db, input.toolNo, null);
  const { actor, journal, numbers, newId, now } = ctx;
  const { serialNo, scanCode } = numbers.next('tools', monthOf(now));
  const row = journal.create('tools', {
    ...TOOL_UNTOUCHED,
    ...input,
    id: newId(),
    serialNo,
    scanCode,
    state: 'in',
    recordedAt: now,
    recorderId: actor.staffId,
    recorderName: actor.name,
  });
  indexTool(ctx, row);
  return { ...done(row), scanCode };
};

/** The tool while the desk has it: what is out comes back by its loan, never past it. Errors: Refusal `tools.wrongState`. */
async function notOut(db: ReadDb, id: string, version: number): Promise<ToolsTable> {
  const row = await toolOf(db, id, version);
  if (row.state === 'out') throw new Refusal('tools.wrongState', { state: row.state });
  return row;
}

export const repair: Ops['repair'] = async ({ id, version, reason }, ctx) => {
  const row = await notOut(ctx.db, id, version);
  const patch = { state: toolMoved(row, 'repair'), repairReason: reason, changedAt: ctx.now };
  return done(ctx.journal.change('tools', row, patch, { kind: 'CHANGE' }));
};

export const bringBack: Ops['bringBack'] = async ({ id, version, condition }, ctx) => {
  const row = await notOut(ctx.db, id, version);
  const patch = { state: toolMoved(row, 'in'), repairReason: null, condition, changedAt: ctx.now };
  return done(ctx.journal.change('tools', row, patch, { kind: 'CHANGE' }));
};

export const reportMissing: Ops['reportMissing'] = async ({ id, version, reason }, ctx) => {
  const row = await notOut(ctx.db, id, version);
  const patch = { state: toolMoved(row, 'lost'), condition: reason, changedAt: ctx.now };
  return done(ctx.journal.change('tools', row, patch, { kind: 'CHANGE' }));
};

export const retire: Ops['retire'] = async ({ id, version, reason }, ctx) => {
  const row = await notOut(ctx.db, id, version);
  const patch = { state: toolMoved(row, 'retired'), retiredReason: reason, changedAt: ctx.now };
  return done(ctx.journal.change('tools', row, patch, { kind: 'CHANGE' }));
};

/** One field corrected. Errors: `tools.wrongState` (out, retired or void), `.noTaken`; those of every correction. */
export const correct: Ops['correct'] = async ({ id, version, field, value, reason }, ctx) => {
  const row = await toolOf(ctx.db, id, version);
  if (row.state === 'out' || row.state === 'retired' || row.state === 'voided')
    throw new Refusal('tools.wrongState', { state: row.state });
  const patch = patchOf(field, value);
  if (patch[field] === row[field]) throw new Refusal('entry.unchanged');
  if (field === 'toolNo') await assertToolNoFree(ctx.db, patch.toolNo ?? row.toolNo, row.id);
  const { limits } = await settingsOf(ctx.db);
  const correction = await correctionOf(ctx, 'tools', row, field, reason, limits);
  const written = ctx.journal.change('tools', row, patch, correction);
  indexTool(ctx, written);
  return { ...done(written), warnings: await correctionWarnings(ctx.db, 'tools', written, limits) };
};

function patchOf(field: ToolCorrectable, value: string): Partial<Pick<ToolsTable, ToolCorrectable>> {
  const schema: z.ZodType = form[field];
  if (field !== 'lendDays' && field !== 'depositCents') return { [field]: asTyped(schema, value) };
  if (!/^\d{1,9}$/.test(value))
    throw new InvalidField('value', field === 'lendDays' ? 'count.whole' : 'money.amount');
  return { [field]: asTyped(schema, Number(value)) };
}

/** A line written by mistake. What was ever lent is retired instead, so that its loans keep their tool. */
export const voidTool: Ops['void'] = async ({ id, version, reason }, ctx) => {
  const row = await toolOf(ctx.db, id, version);
  const state = toolMoved(row, 'voided');
  const lent = await ctx.db.selectFrom('tool_loans').select('id').where('toolId', '=', id).executeTakeFirst();
  if (lent) throw new Refusal('tools.lentBefore');
  const patch = { state, voidReason: reason, voidedAt: ctx.now, voidedByName: ctx.actor.name };
  return done(ctx.journal.change('tools', row, patch, { kind: 'VOID' }));
};

/** Another person opened the entry: ends the recorder's free window, once. */
export const markSeen: Ops['markSeen'] = async ({ id }, ctx) => {
  const row = await toolOf(ctx.db, id);
  await seen(ctx, 'tools', row, (await settingsOf(ctx.db)).limits);
  return { seen: true };
};
