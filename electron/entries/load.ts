import { MINUTE_MS, msOf } from '../../shared/dates';
import { InvalidField, Refusal } from '../../shared/result';
import type { ProvenSecond } from '../db/context';

/** What every command of every register checks before it writes. */

/** Typed clocks run a little ahead of the machine's: this much future is no mistake. */
const AHEAD_MS = 2 * MINUTE_MS;

/**
 * The row as it is now, found and unchanged since the form was filled. Errors: Refusal `notFound`; `conflict` when the form
 * was filled against another version (trust.md F10).
 */
export function asFilled<Row extends { version: number }>(row: Row | undefined, version?: number): Row {
  if (!row) throw new Refusal('notFound');
  if (version !== undefined && row.version !== version) throw new Refusal('conflict');
  return row;
}

/** The next state, when the chart allows it. Errors: Refusal `<namespace>.wrongState` with the present state. */
export function movedTo<State extends string>(
  chart: Record<State, readonly State[]>,
  from: State,
  to: State,
  namespace: string,
): State {
  if (!chart[from].includes(to)) throw new Refusal(`${namespace}.wrongState`, { state: from });
  return to;
}

/** A typed instant lies between two others. Errors: InvalidField `time.early` or `time.future`. */
export function assertTime(field: string, at: string, from: string | null, now: string): void {
  if (msOf(at) > msOf(now) + AHEAD_MS) throw new InvalidField(field, 'time.future');
  if (from !== null && msOf(at) < msOf(from)) throw new InvalidField(field, 'time.early');
}

/** A PIN-proven second person; the door has refused everything else already. Errors: Refusal `second.pinNeeded`. */
export function proven(second: ProvenSecond | null): { staffId: string; name: string } {
  if (second?.how !== 'pin') throw new Refusal('second.pinNeeded');
  return second;
}

/** What commands on an entry answer. */
export const done = (row: { id: string; serialNo: string; version: number }) => ({
  id: row.id,
  serialNo: row.serialNo,
  version: row.version,
});

/** 补录: typed more than `minutes` after it happened. */
export const isLate = (happenedAt: string, recordedAt: string, minutes: number): boolean =>
  recordedAt > happenedAt && msOf(recordedAt) - msOf(happenedAt) > minutes * MINUTE_MS;
