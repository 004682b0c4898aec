import type { Column } from '../../shared/columns';
import { dayOf, dayTimeOf } from '../../shared/dates';
import type { PrintCell, PrintColumn } from '../../shared/print/forms';
import { paperText } from '../../shared/print/measure';
import type { Strike } from '../../shared/registers/found-items.row';
import { struckIn } from '../../shared/registers/strikes';
import type { Desk } from './desk';

/** Lines of a register as cells of paper: text that the fonts can draw, struck corrections, `/` where nothing will come. */

/** What every line of every register has, as far as paper needs it. */
export interface PaperLine {
  id: string;
  serialNo: string;
  scanCode: string;
  /** `voided` is stamped 作废; other states are the register's own. */
  state: string;
  /** 补录: typed late. */
  late?: boolean;
  strikes: Strike[];
}

type Strikes = NonNullable<PrintCell['strikes']>;

/** Time of a correction as it stands beside the new value; the year only when it is not that of the entry. */
const signedAt = (at: string, year: string): string =>
  dayOf(at).startsWith(year) ? dayTimeOf(at).slice(5) : dayTimeOf(at);

const yearOf = (line: PaperLine): string => line.serialNo.slice(2, 6);

const strikeOf = (old: string, strike: Strike, year: string): Strikes[number] => ({
  old: paperText(old),
  by: paperText(strike.by),
  at: signedAt(strike.at, year),
});

const CENTRED = new Set([
  'line',
  'serial',
  'day',
  'time',
  'dayTime',
  'choice',
  'count',
  'person',
  'signature',
]);

/** A column of the register as a column of paper. */
export function paperColumn<Row>(column: Column<Row>, { wording }: Pick<Desk, 'wording'>): PrintColumn {
  return {
    key: column.key,
    label: wording.t(column.label),
    mm: column.paperMm,
    align: column.kind === 'money' ? 'right' : CENTRED.has(column.kind) ? 'center' : 'left',
    sign: column.kind === 'signature',
    ...(column.sum ? { sum: true } : {}),
  };
}

/** Columns without text that a hand fills or may still fill: never struck `/`. */
export type AwaitsHand<Line> = (column: Column<Line>, line: Line) => boolean;

/** One cell of a line. `lineNo` fills the 序号 column. */
export function cellOf<Line extends PaperLine>(
  column: Column<Line>,
  line: Line,
  lineNo: number,
  desk: Desk,
  awaitsHand: AwaitsHand<Line> = () => false,
): PrintCell {
  if (column.kind === 'line') return { text: String(lineNo) };
  const text = paperText(column.cell(line, desk.wording));
  const strikes = line.strikes.flatMap((strike) => {
    const old = struckIn(column, strike, desk.said);
    return old === null ? [] : [strikeOf(old, strike, yearOf(line))];
  });
  return {
    text: text || (byHand(column, line, awaitsHand) ? '' : '/'),
    ...(strikes.length > 0 ? { strikes } : {}),
  };
}

function byHand<Line extends PaperLine>(
  column: Column<Line>,
  line: Line,
  awaitsHand: AwaitsHand<Line>,
): boolean {
  if (line.state === 'voided') return false;
  // Off the screen: only the paper has it, somebody signs there in any case.
  return (column.kind === 'signature' && column.screenPx === 0) || awaitsHand(column, line);
}

/** Struck values of some fields of an entry, for a slip's field that shows them together. */
export function strikesOf(line: PaperLine, fields: readonly string[], desk: Desk): Strikes | undefined {
  const strikes = line.strikes.flatMap((strike) =>
    fields.includes(strike.field) && strike.old !== null
      ? [strikeOf(desk.said(strike.field, strike.old), strike, yearOf(line))]
      : [],
  );
  return strikes.length > 0 ? strikes : undefined;
}
