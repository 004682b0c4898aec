import { z } from 'zod';
import type { Column, ColumnKind } from '../columns';
import { dayTimeOf, isDay } from '../dates';
import { yuan } from '../money';
import { day, instant, text } from '../text';
import { type CustomBookLine, type CustomColumn, type CustomKind, hasValue } from './custom-books.row';
import type { CustomEntryLine } from './custom-entries.row';

/** Values of own columns: as text in one writing per kind, whoever typed them; and the columns of a book on every sheet. */

/** Longest text of each kind in characters a reader counts. */
export const LONGEST: Partial<Record<CustomKind, number>> = {
  text: 60,
  longText: 300,
  person: 40,
  place: 60,
};

const number = (problem: string, most: number) =>
  z
    .string()
    .regex(/^(0|[1-9]\d{0,8})$/, { error: problem })
    .refine((digits) => Number(digits) <= most, { error: 'money.high' });

/** How a value of the column is written; its problems are the fields' own codes. */
function writing(column: Pick<CustomColumn, 'kind' | 'choices'>): z.ZodType<string> {
  switch (column.kind) {
    case 'day':
      return day.refine((value) => isDay(value), { error: 'day.unreadable' });
    case 'time':
      return z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'time.unreadable' });
    case 'dayTime':
      return instant;
    case 'choice':
      return z.string().refine((value) => column.choices.includes(value), { error: 'id.unknown' });
    case 'count':
      return number('count.whole', 1_000_000);
    case 'money':
      return number('money.amount', 999_999_999);
    default:
      return text(LONGEST[column.kind] ?? 60);
  }
}

/** A typed value as it is stored (null: nothing), or the problem the field shows. */
export function readValue(
  column: Pick<CustomColumn, 'kind' | 'choices' | 'required'>,
  typed: string,
): { value: string | null } | { problem: string } {
  if (typed.trim() === '') return column.required ? { problem: 'text.empty' } : { value: null };
  const read = writing(column).safeParse(typed);
  if (read.success) return read.data === '' ? { problem: 'text.empty' } : { value: read.data };
  const message = read.error.issues[0]?.message ?? '';
  return { problem: /^[a-z]+\.[a-zA-Z]+$/.test(message) ? message : 'text.broken' };
}

/** A stored value as people read it: yuan, the office's wall clock, text as it is. */
export function valueIn(kind: CustomKind, value: string | null): string {
  if (value === null || value === '') return '';
  if (kind === 'money') return yuan(Number(value));
  return kind === 'dayTime' ? dayTimeOf(value) : value;
}

/** Least and natural width of each kind on paper in mm. */
const WIDTHS: Record<CustomKind, readonly [least: number, natural: number]> = {
  text: [14, 26],
  longText: [24, 50],
  person: [14, 20],
  place: [16, 26],
  day: [18, 20],
  time: [11, 13],
  dayTime: [24, 26],
  choice: [13, 18],
  count: [11, 14],
  money: [16, 20],
  signature: [18, 24],
};
const LINE_MM = 8;
const SERIAL_MM = 28;
const STATE_MM = 15;
const GRID_MM = 262;
const SCREEN: Partial<Record<CustomKind, number>> = { longText: 240, place: 140, text: 140, signature: 0 };

type Layout = Pick<CustomBookLine, 'columns' | 'flow'>;
const roomOf = ({ flow }: Layout): number =>
  GRID_MM - LINE_MM - SERIAL_MM - (flow === 'record' ? 0 : STATE_MM);

/** The columns fit the sheet, each at least as wide as its kind needs. */
export const fitsSheet = (book: Layout): boolean =>
  book.columns.filter((column) => !column.hidden).reduce((sum, { kind }) => sum + WIDTHS[kind][0], 0) <=
  roomOf(book);

/** The book's columns on screen, paper and export: number, own columns, state; 262 mm in all. `heading`: text or key. */
export function columnsOf(
  book: Layout,
  heading: (column: CustomColumn) => string,
): Column<CustomEntryLine>[] {
  const shown = book.columns.filter((column) => !column.hidden);
  const least = shown.reduce((sum, { kind }) => sum + WIDTHS[kind][0], 0);
  const natural = shown.reduce((sum, { kind }) => sum + WIDTHS[kind][1], 0);
  const spare = roomOf(book) - least;
  const column = (
    key: string,
    kind: ColumnKind,
    label: string,
    [paperMm, screenPx]: readonly [number, number],
    cell: Column<CustomEntryLine>['cell'] = () => '',
    fields: readonly string[] = [],
  ): Column<CustomEntryLine> => ({ key, kind, label, paperMm, screenPx, cell, fields });
  const state = column('state', 'choice', 'custom-books:column.state', [STATE_MM, 90], (row, { t }) =>
    t(`custom-books:state.customEntries.${row.state}`),
  );
  return [
    column('line', 'line', 'custom-books:column.line', [LINE_MM, 0]),
    column('serialNo', 'serial', 'custom-books:column.serialNo', [SERIAL_MM, 128], (row) => row.serialNo),
    ...shown.map((own) => {
      const [min, wish] = WIDTHS[own.kind];
      return column(
        own.slot,
        own.kind,
        heading(own),
        [min + (spare * wish) / natural, SCREEN[own.kind] ?? 104],
        hasValue(own) ? (row) => valueIn(own.kind, row[own.slot]) : () => '',
        hasValue(own) ? [own.slot] : [],
      );
    }),
    ...(book.flow === 'record' ? [] : [state]),
  ];
}
