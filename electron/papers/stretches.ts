import type { NumberedRegister } from '../../shared/ids';
import type { Tables } from '../db/tables';
import { monthRows } from '../entries/months';
import { breathe, type Desk, SLICE } from './desk';

/** Long readings a stretch at a time: other work passes between two stretches. */

/**
 * Reads until a stretch is shorter than `SLICE`. `read` answers up to `SLICE` lines after the one it is given (null: from
 * the first), so it needs an order that never ties.
 */
export async function* stretches<Line>(
  read: (after: Line | null) => Promise<Line[]>,
): AsyncGenerator<Line[]> {
  let after: Line | null = null;
  for (;;) {
    const lines: Line[] = await read(after);
    yield lines;
    if (lines.length < SLICE) return;
    after = lines.at(-1) ?? null;
    await breathe();
  }
}

/** The lines of a register's month in number order, voided ones too; `toLines` turns rows into lines. */
export function monthOf<T extends keyof Tables, Line extends { serialNo: string }>(
  register: NumberedRegister,
  table: T,
  toLines: (desk: Desk, rows: Tables[T][]) => Promise<Line[]>,
): (desk: Desk, month: string) => AsyncGenerator<Line[]> {
  return (desk, month) =>
    stretches<Line>(async (after) =>
      toLines(desk, await monthRows(desk.db, register, table, month, after?.serialNo ?? null, SLICE)),
    );
}
