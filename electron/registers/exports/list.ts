import type Database from 'better-sqlite3';
import type { z } from 'zod';
import type { Column, Wording } from '../../../shared/columns';
import type { Permit } from '../../../shared/roles';
import type { ReadDb } from '../../db/context';

/** A page of a list as text. */
export interface TextPage {
  rows: string[][];
  next: string | null;
  total: number;
}
/** A list opened for one export: headings, then pages. */
export interface OpenedList {
  heads: string[];
  page(after: string | null): Promise<TextPage>;
}
/** How an export reads a register, whatever its rows are. */
export interface ExportList {
  permit: Permit;
  /** The register's own filter: a state of another book is no state here. */
  filter: z.ZodType;
  /** Errors: the filter's own when it does not fit. */
  open(filter: unknown, at: Reading): OpenedList;
}
export interface Reading {
  db: ReadDb;
  raw: Database.Database;
  wording: Wording;
  now: string;
}

interface Source<F extends z.ZodType, Row> {
  permit: Permit;
  filter: F;
  columns: readonly Column<Row>[];
  /** Heading and cell of the last column, the state in words; left out where a column says it already. */
  state?: { label: string; of: (row: Row, wording: Wording) => string };
  page(
    filter: z.output<F>,
    after: string | null,
    limit: number,
    at: Reading,
  ): Promise<{ rows: Row[]; next: string | null; total: number }>;
}

const PAGE = 200;

/** A register's list for exports: the same columns and cells as screen and paper, phones masked (trust.md F4, C6). */
export const exportList = <F extends z.ZodType, Row>({
  permit,
  filter,
  columns,
  state,
  page,
}: Source<F, Row>): ExportList => ({
  permit,
  filter,
  open(given, at) {
    const parsed = filter.parse(given);
    // The running line number belongs to a printed page, not to a filtered list.
    const shown = columns.filter((column) => column.kind !== 'line');
    const cells = (row: Row): string[] => [
      ...shown.map((column) => column.cell(row, at.wording)),
      ...(state ? [state.of(row, at.wording)] : []),
    ];
    return {
      heads: [...shown.map((c) => at.wording.t(c.label)), ...(state ? [at.wording.t(state.label)] : [])],
      async page(after) {
        const { rows, next, total } = await page(parsed, after, PAGE, at);
        return { rows: rows.map(cells), next, total };
      },
    };
  },
});
