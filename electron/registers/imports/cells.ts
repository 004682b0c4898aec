import type { ImportProblem } from '../../../shared/registers/imports';
import { MOST_PROBLEMS } from '../../../shared/registers/imports';
import type { FileRow } from './caps';
import type { Read } from './values';

/** What went wrong, row by row; only the first are kept, all are counted. */
export class Problems {
  readonly first: ImportProblem[] = [];
  total = 0;

  add(
    line: number,
    field: string | null,
    code: string,
    found = '',
    params: Record<string, string | number> = {},
  ): void {
    this.total += 1;
    if (this.first.length < MOST_PROBLEMS)
      this.first.push({ line, field, code, found: shown(field, found), params });
  }
}

/** Personal values are not repeated in a list of problems. */
const HIDDEN = [
  'name',
  'document',
  'phone',
  'otherPhone',
  'email',
  'address',
  'contactName',
  'contactPhone',
  'bornOn',
];
const shown = (field: string | null, found: string): string =>
  field !== null && HIDDEN.includes(field) ? '' : [...found].slice(0, 30).join('');

/** What people write where there is nothing. */
const BLANKS = '/-—无';

/** One row as its mapped fields: reads cells, notes problems. */
export class Cells {
  readonly line: number;
  readonly #cells: readonly string[];
  readonly #mapping: ReadonlyMap<string, number>;
  readonly #problems: Problems;
  bad = false;

  constructor(row: FileRow, mapping: ReadonlyMap<string, number>, problems: Problems) {
    this.line = row.line;
    this.#cells = row.cells;
    this.#mapping = mapping;
    this.#problems = problems;
  }

  /** Text of a field's cell; '' when it has no column or nothing stands there. `/` and `-` alone are blanks on paper. */
  text(field: string): string {
    const at = this.#mapping.get(field);
    const cell = at === undefined ? '' : (this.#cells[at] ?? '');
    return cell.length === 1 && BLANKS.includes(cell) ? '' : cell;
  }

  /** The value of a field, undefined when nothing stands there; a value that cannot be read makes the row bad. */
  read<T>(field: string, how: (cell: string) => Read<T>): T | undefined {
    const cell = this.text(field);
    if (cell === '') return undefined;
    const read = how(cell);
    if ('value' in read) return read.value;
    this.wrong(field, read.problem, read.params);
    return undefined;
  }

  wrong(field: string | null, code: string, params: Record<string, string | number> = {}): void {
    this.bad = true;
    this.#problems.add(this.line, field, code, field === null ? '' : this.text(field), params);
  }
}
