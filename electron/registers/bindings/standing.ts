import { monthOf } from '../../../shared/dates';
import { BOUND_BOOKS, type BoundRegister, type Stop } from '../../../shared/registers/month-bindings';
import type { ReadDb } from '../../db/context';
import { bindingsOf } from './load';

export const BOUND_REGISTERS = Object.keys(BOUND_BOOKS) as readonly BoundRegister[];

/** A month of a book with lines, and how it stands. */
export interface MonthStanding {
  month: string;
  lines: number;
  binding: { id: string; serialNo: string; boundAt: string } | null;
  stop: Stop;
}

/**
 * The months of a book that have numbers, oldest first. A month is bound when it is over and, once a book has begun to be bound, when the
 * months before it are: the first binding may begin anywhere, older paper is in the binder already.
 */
export async function standingOf(db: ReadDb, register: BoundRegister, now: string): Promise<MonthStanding[]> {
  const numbers = await db
    .selectFrom('serials')
    .select(['month', 'last'])
    .where('register', '=', register)
    .orderBy('month')
    .execute();
  const bound = await bindingsOf(db, register);
  const latest = bound[0]?.month ?? null;
  let openBefore = false;
  return numbers.map(({ month, last }) => {
    const found = bound.find((row) => row.month === month);
    const binding = found ? { id: found.id, serialNo: found.serialNo, boundAt: found.boundAt } : null;
    const stop: Stop = binding
      ? 'bound'
      : month >= monthOf(now)
        ? 'notOver'
        : latest !== null && (month < latest || openBefore)
          ? 'earlierOpen'
          : null;
    // A month before the first binding was left out on purpose.
    if (!binding && latest !== null && month > latest) openBefore = true;
    return { month, lines: last, binding, stop };
  });
}

/** Months that are over, follow a bound one and are not bound: what the Today board asks for. */
export async function toBind(db: ReadDb, now: string): Promise<number> {
  let count = 0;
  for (const register of BOUND_REGISTERS) {
    const months = await standingOf(db, register, now);
    if (months.some(({ binding }) => binding))
      count += months.filter(({ stop, binding }) => !binding && stop === null).length;
  }
  return count;
}
