import type { z } from 'zod';
import {
  type CheckLine,
  type CountLine,
  checkLine,
  countLine,
  HANDOVER_NEXT,
  type HandoverState,
  type ShiftSheet,
  shiftEvent,
  shiftQuestion,
  shiftSheet,
  supplement,
} from '../../../shared/registers/handovers.row';
import { Refusal } from '../../../shared/result';
import type { ReadDb } from '../../db/context';
import type { HandoversTable } from '../../db/tables';
import { asFilled, movedTo } from '../../entries/load';

/** What every command of a shift checks before it writes, and the parts of its sheet. */

/** The shift as it is now. Errors: Refusal `notFound`; `conflict` (trust.md F10). */
export async function handoverOf(db: ReadDb, id: string, version?: number): Promise<HandoversTable> {
  const row = await db.selectFrom('handovers').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

/** The next state, when the chart allows it. Errors: Refusal `handovers.wrongState`. */
export const moved = (row: HandoversTable, to: HandoverState): HandoverState =>
  movedTo(HANDOVER_NEXT, row.state, to, 'handovers');

/** One of these states. Errors: Refusal `handovers.wrongState`. */
export function assertState(row: HandoversTable, ...states: HandoverState[]): void {
  if (!states.includes(row.state)) throw new Refusal('handovers.wrongState', { state: row.state });
}

/** Nobody judges a handover of their own. Errors: Refusal `handovers.party`. */
export function assertNoParty(row: HandoversTable, staffId: string): void {
  if (row.outgoingId === staffId || row.incomingId === staffId || row.refusedById === staffId)
    throw new Refusal('handovers.party');
}

interface Parts {
  sheet: ShiftSheet | null;
  counts: CountLine[];
  checks: CheckLine[];
  events: z.infer<typeof shiftEvent>[];
  questions: z.infer<typeof shiftQuestion>[];
  supplements: z.infer<typeof supplement>[];
}

/** The parts of a sheet out of their JSON; an erased part is empty. */
export const partsOf = (row: HandoversTable): Parts => ({
  sheet: row.snapshot === null ? null : shiftSheet.parse(JSON.parse(row.snapshot)),
  counts: listOf(countLine, row.counts),
  checks: listOf(checkLine, row.checks),
  events: listOf(shiftEvent, row.events),
  questions: listOf(shiftQuestion, row.questions),
  supplements: listOf(supplement, row.supplements),
});

const listOf = <S extends z.ZodType>(schema: S, text: string | null): z.output<S>[] =>
  text === null ? [] : schema.array().parse(JSON.parse(text));
