import { Refusal } from '../../../shared/result';

/** What a brought file may cost (trust.md F5). Beyond any of these it is refused before it is understood. */
export const CAPS = {
  fileBytes: 20 * 1024 * 1024,
  unpackedBytes: 200 * 1024 * 1024,
  /** Unpacked to packed, of any one part of the archive. */
  ratio: 100,
  entries: 1000,
  columns: 200,
  rows: 200_000,
  /** Characters of one cell. */
  cell: 4000,
  parseMs: 20_000,
  heapMb: 512,
} as const;

/** Looks at the clock while a file is read; a file that takes longer than the cap is refused. */
export class Deadline {
  readonly #until: number;
  readonly #cancelled: () => boolean;
  constructor(cancelled: () => boolean, ms: number = CAPS.parseMs) {
    this.#until = performance.now() + ms;
    this.#cancelled = cancelled;
  }
  /** Errors: Refusal `imports.tooSlow`, `imports.cancelled`. */
  check(): void {
    if (performance.now() > this.#until)
      throw new Refusal('imports.tooSlow', { seconds: CAPS.parseMs / 1000 });
    if (this.#cancelled()) throw new Refusal('imports.cancelled');
  }
}

/** One row of a file: its line as a spreadsheet counts, and its cells as text. */
export interface FileRow {
  line: number;
  cells: string[];
}

/** Takes rows under the caps. */
export class Rows {
  readonly all: FileRow[] = [];
  readonly #deadline: Deadline;
  constructor(deadline: Deadline) {
    this.#deadline = deadline;
  }

  /** Errors: Refusal `imports.tooWide`, `imports.tooLong`, `imports.cellTooLong`, and those of the deadline. */
  add(line: number, cells: string[]): void {
    if (cells.length > CAPS.columns) throw new Refusal('imports.tooWide', { max: CAPS.columns });
    if (this.all.length >= CAPS.rows) throw new Refusal('imports.tooLong', { max: CAPS.rows });
    if (cells.some((cell) => cell.length > CAPS.cell)) throw new Refusal('imports.cellTooLong', { line });
    if (this.all.length % 256 === 0) this.#deadline.check();
    if (cells.some((cell) => cell !== '')) this.all.push({ line, cells });
  }
}
