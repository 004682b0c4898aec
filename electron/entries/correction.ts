import type { z } from 'zod';
import type { NumberedRegister } from '../../shared/ids';
import type { Settings } from '../../shared/registers/office';
import { InvalidField, Refusal } from '../../shared/result';
import { lengthOf } from '../../shared/text';
import type { CommandContext } from '../db/context';
import { freeUntil, isFixed, type Recorded, windowEnd } from './freeze';
import { mayCorrect } from './rights';

/** What corrections of all registers share (trust.md C5): free edit or strike-through, who may, and the value as typed. */

/** How a correction is journalled: what was changed silently inside the free window, or struck through with a reason. */
export type Correction = { kind: 'EDIT' } | { kind: 'CORRECT'; facts: { field: string; reason: string } };

/**
 * Decides between EDIT and CORRECT. Errors: `entry.notRecorder` for anybody but the recorder, supervisor or manager;
 * `entry.reasonMissing` when the free window is over and no reason of two characters came.
 */
export async function correctionOf(
  ctx: CommandContext,
  register: NumberedRegister,
  row: Recorded,
  field: string,
  reason: string | null,
  limits: Settings['limits'],
): Promise<Correction> {
  if ((await freeUntil(ctx.db, register, row, ctx.actor.staffId, limits, ctx.now)) !== null)
    return { kind: 'EDIT' };
  if (!mayCorrect(row.recorderId, ctx.actor)) throw new Refusal('entry.notRecorder');
  if (reason === null || lengthOf(reason) < 2) throw new Refusal('entry.reasonMissing');
  return { kind: 'CORRECT', facts: { field, reason } };
}

/** The value as the register form would have taken it. Errors: InvalidField `value` with the form's own problem. */
export function asTyped<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const message = parsed.error.issues[0]?.message ?? '';
  throw new InvalidField('value', /^[a-z]+\.[a-zA-Z]+$/.test(message) ? message : 'text.broken');
}

/**
 * Another person opened the entry: ends the recorder's free window, once. Errors: Refusal `entry.alreadyFrozen` when
 * there is nothing left to end; the screen need not care, it only calls while the window is open.
 */
export async function seen(
  ctx: CommandContext,
  register: NumberedRegister,
  row: Recorded,
  limits: Settings['limits'],
): Promise<void> {
  const over = ctx.actor.staffId === row.recorderId || ctx.now >= windowEnd(row, limits);
  if (over || (await isFixed(ctx.db, register, row))) throw new Refusal('entry.alreadyFrozen');
  ctx.journal.note(register, row.id, { kind: 'VIEW' }, row.serialNo);
}
