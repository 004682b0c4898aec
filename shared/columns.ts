/**
 * The column kinds a register may have. One typed list per register feeds the screen table, the printed month book,
 * the export and the import: the paper and the screen are the same book (architecture.md §2).
 */
export type ColumnKind =
  | 'line' // 序号, counted on the page
  | 'serial' // 编号
  | 'text'
  | 'longText'
  | 'person'
  | 'place'
  | 'day'
  | 'time'
  | 'dayTime'
  | 'choice'
  | 'count'
  | 'money'
  | 'signature'; // a hand signs here; the cell shows who is expected or how it was proven

/** What a cell needs to become text: language and the translation of a key. */
export interface Wording {
  lang: 'zh-CN' | 'en';
  t: (key: string, params?: Record<string, string | number>) => string;
}

/** One column of a register. `Row` is the register's line shape. */
export interface Column<Row> {
  key: string;
  kind: ColumnKind;
  /** i18n key of the heading, e.g. `found-items:column.foundOn`. */
  label: string;
  /** Width on paper in mm (register pages: A4 landscape, 262 mm between margins). */
  paperMm: number;
  /** First width on screen in px; the user's own is remembered. 0 keeps it off the screen (a signature cell). */
  screenPx: number;
  /** Text of the cell. Empty text prints as `/` where the paper wants struck blanks. */
  cell: (row: Row, wording: Wording) => string;
  /** Row fields this cell shows: a correction of one of them is struck through here. */
  fields: readonly string[];
  /** Sum at the foot of the page (本页合计/承前页/过次页). */
  sum?: (row: Row) => number;
}
