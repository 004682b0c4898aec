import type { NumberedRegister } from '../../../shared/ids';
import type { Book } from '../../db/bulk/book';
import type { BookRegister } from '../../db/bulk/sink';
import type { Tale, World } from './world';

/** What a tale of a new line brings: the line itself, and when it goes on first. */
export interface Arriving extends Tale {
  firstDue: number | null;
}

/** The office while it is told: the world, and one book for each register. */
export interface SeedOffice {
  world: World;
  book<R extends BookRegister>(register: R): Book<R>;
  /** Lines that will come into the busiest register: stocks (units, keys, passes) are as large as fits that. */
  size: number;
  /** The first line comes at `from` (ms), nothing happens after `until` (ms). */
  span: { from: number; until: number };
  /** How many lines will come into a register. */
  count(register: NumberedRegister): number;
}

/** A room's registers in the demo office. */
export interface SeedRoom {
  /** Columns of each of its journalled tables: sorted, `version` in, `sealed` out. */
  columns: Partial<Record<BookRegister, readonly string[]>>;
  /** Numbered registers into which lines come over the years; each may be asked for by `--registers`. */
  lines: readonly NumberedRegister[];
  /** Of these, how many come in the last hours, so that the Today board is never empty; a tenth of all at most. */
  lately?: Partial<Record<NumberedRegister, number>>;
  /** Begins the room: `stock` stands before the books begin (called once at `at` ms); `arrive` tells a new line at `at` (ms), the `turn`th. */
  begin(office: SeedOffice): {
    stock?(at: number): void;
    arrive: Partial<Record<NumberedRegister, (at: number, turn: number) => Arriving>>;
  };
}
