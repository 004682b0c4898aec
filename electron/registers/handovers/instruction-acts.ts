import { dayOf, monthOf } from '../../../shared/dates';
import { registerInstruction } from '../../../shared/registers/instructions';
import { INSTRUCTION_NEXT } from '../../../shared/registers/instructions.row';
import { InvalidField, Refusal } from '../../../shared/result';
import type { CommandContext, ReadDb } from '../../db/context';
import type { InstructionsTable } from '../../db/tables';
import { asTyped, correctionOf, seen } from '../../entries/correction';
import { correctionWarnings } from '../../entries/freeze';
import { realDay } from '../../entries/listing';
import { asFilled, done, movedTo } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { indexInstruction } from './words';

/** 上级指示: written down, read by everybody who takes a shift over, renewed or ended by its day. */

type Ops = HandlersFor<'instructions'>;
interface Reader {
  staffId: string;
  name: string;
}

/** The instruction as it is now. Errors: Refusal `notFound`; `conflict` (trust.md F10). */
export async function instructionOf(db: ReadDb, id: string, version?: number): Promise<InstructionsTable> {
  const row = await db.selectFrom('instructions').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

/** See `instructions.register`. */
export const register: Ops['register'] = async (input, ctx) => {
  assertDays(input, dayOf(ctx.now));
  const { serialNo, scanCode } = ctx.numbers.next('instructions', monthOf(ctx.now));
  const row = ctx.journal.create('instructions', {
    ...input,
    id: ctx.newId(),
    serialNo,
    scanCode,
    state: 'active',
    round: 1,
    endedReason: null,
    endedAt: null,
    endedByName: null,
    voidReason: null,
    voidedAt: null,
    voidedByName: null,
    recordedAt: ctx.now,
    recorderId: ctx.actor.staffId,
    recorderName: ctx.actor.name,
  });
  indexInstruction(ctx, row);
  tick(ctx, row, ctx.actor, null);
  return done(row);
};

/** Given until today at the latest, renewed on that day or later. Errors: InvalidField `<field>`, or `value` of a correction. */
function assertDays(
  row: { givenOn: string; renewOn: string | null },
  today: string,
  field: (name: string) => string = (name) => name,
): void {
  realDay('givenOn', row.givenOn);
  if (row.givenOn > today) throw new InvalidField(field('givenOn'), 'time.future');
  if (row.renewOn === null) return;
  realDay('renewOn', row.renewOn);
  if (row.renewOn < row.givenOn) throw new InvalidField(field('renewOn'), 'day.early');
}

/** See `instructions.acknowledge`. */
export const acknowledge: Ops['acknowledge'] = async ({ id }, ctx) => {
  const row = await instructionOf(ctx.db, id);
  assertActive(row);
  if (await hasRead(ctx.db, row, ctx.actor.staffId)) throw new Refusal('instructions.alreadyRead');
  tick(ctx, row, ctx.actor, null);
  return done(row);
};

/** Counts instructions of a sheet as read by somebody; those read already stay as they are, and what ended meanwhile too. */
export async function readBy(
  ctx: CommandContext,
  ids: readonly string[],
  reader: Reader,
  handoverId: string,
): Promise<void> {
  for (const id of new Set(ids)) {
    const row = await instructionOf(ctx.db, id);
    if (!(await hasRead(ctx.db, row, reader.staffId))) tick(ctx, row, reader, handoverId);
  }
}

const hasRead = async (db: ReadDb, row: InstructionsTable, staffId: string): Promise<boolean> =>
  (await db
    .selectFrom('instruction_acks')
    .select('id')
    .where('instructionId', '=', row.id)
    .where('round', '=', row.round)
    .where('staffId', '=', staffId)
    .executeTakeFirst()) !== undefined;

function tick(ctx: CommandContext, row: InstructionsTable, reader: Reader, handoverId: string | null): void {
  ctx.journal.create('instructionAcks', {
    id: ctx.newId(),
    instructionId: row.id,
    round: row.round,
    staffId: reader.staffId,
    staffName: reader.name,
    at: ctx.now,
    handoverId,
  });
}

/** See `instructions.renew`. */
export const renew: Ops['renew'] = async ({ id, version, renewOn }, ctx) => {
  const row = await instructionOf(ctx.db, id, version);
  assertActive(row);
  if (renewOn !== null) {
    realDay('renewOn', renewOn);
    if (renewOn < dayOf(ctx.now) || (row.renewOn !== null && renewOn <= row.renewOn))
      throw new Refusal('instructions.notLater', { renewOn: row.renewOn ?? '' });
  }
  const next = ctx.journal.change('instructions', row, { renewOn, round: row.round + 1 }, { kind: 'CHANGE' });
  tick(ctx, next, ctx.actor, null);
  return done(next);
};

/** See `instructions.end`. */
export const end: Ops['end'] = async ({ id, version, reason }, ctx) => {
  const row = await instructionOf(ctx.db, id, version);
  const state = movedTo(INSTRUCTION_NEXT, row.state, 'ended', 'instructions');
  const patch = { state, endedReason: reason, endedAt: ctx.now, endedByName: ctx.actor.name };
  return done(ctx.journal.change('instructions', row, patch, { kind: 'CHANGE' }));
};

/** One field corrected (trust.md C5). Errors: `instructions.wrongState`, `entry.unchanged`, `.notRecorder`, `.reasonMissing`. */
export const correct: Ops['correct'] = async ({ id, version, field, value, reason }, ctx) => {
  const row = await instructionOf(ctx.db, id, version);
  assertActive(row);
  const typed = asTyped(registerInstruction.shape[field], field === 'renewOn' && value === '' ? null : value);
  const patch = { [field]: typed } as Partial<InstructionsTable>;
  if (patch[field] === row[field]) throw new Refusal('entry.unchanged');
  assertDays({ ...row, ...patch }, dayOf(ctx.now), () => 'value');
  const { limits } = await settingsOf(ctx.db);
  const correction = await correctionOf(ctx, 'instructions', row, field, reason, limits);
  const next = ctx.journal.change('instructions', row, patch, correction);
  indexInstruction(ctx, next);
  return { ...done(next), warnings: await correctionWarnings(ctx.db, 'instructions', next, limits) };
};

/** See `instructions.void`. */
export const voidInstruction: Ops['void'] = async ({ id, version, reason }, ctx) => {
  const row = await instructionOf(ctx.db, id, version);
  const state = movedTo(INSTRUCTION_NEXT, row.state, 'voided', 'instructions');
  const patch = { state, voidReason: reason, voidedAt: ctx.now, voidedByName: ctx.actor.name };
  return done(ctx.journal.change('instructions', row, patch, { kind: 'VOID' }));
};

/** Another person opened the entry: ends the recorder's free window, once. */
export const markSeen: Ops['markSeen'] = async ({ id }, ctx) => {
  await seen(ctx, 'instructions', await instructionOf(ctx.db, id), (await settingsOf(ctx.db)).limits);
  return { seen: true };
};

function assertActive({ state }: InstructionsTable): void {
  if (state !== 'active') throw new Refusal('instructions.wrongState', { state });
}
