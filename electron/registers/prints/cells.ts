import type { Column } from '../../../shared/columns';
import { dayOf, dayTimeOf } from '../../../shared/dates';
import type { PrintCell, PrintColumn } from '../../../shared/print/forms';
import { paperText } from '../../../shared/print/measure';
import type { FoundItemLine, Strike } from '../../../shared/registers/found-items.row';
import { struckText, valueText } from '../../../shared/registers/strikes';
import type { Desk } from './head';

/** Lines of a register as cells of paper: text that the fonts can draw, struck corrections, `/` where nothing will come. */

type Strikes = NonNullable<PrintCell['strikes']>;

/** Time of a correction as it stands beside the new value; the year only when it is not that of the entry. */
const signedAt = (at: string, year: string): string =>
  dayOf(at).startsWith(year) ? dayTimeOf(at).slice(5) : dayTimeOf(at);

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
  };
}

/** Cells of an item still in the office that its end will fill. */
const STILL_TO_COME = new Set(['notified', 'outcome', 'outcomeOn']);

/** Columns without text that a hand fills or may still fill: never struck `/`. */
function awaitsHand(column: Column<FoundItemLine>, line: FoundItemLine): boolean {
  if (line.state === 'voided') return false;
  // Off the screen: only the paper has it, somebody signs there in any case.
  if (column.kind === 'signature' && column.screenPx === 0) return true;
  const open = line.outcome === null;
  return open && (column.kind === 'signature' || STILL_TO_COME.has(column.key));
}

/** One cell of a line. `lineNo` fills the 序号 column. */
export function cellOf(
  column: Column<FoundItemLine>,
  line: FoundItemLine,
  lineNo: number,
  desk: Desk,
): PrintCell {
  if (column.kind === 'line') return { text: String(lineNo) };
  const text = paperText(column.cell(line, desk.wording));
  const year = line.serialNo.slice(2, 6);
  const strikes = line.strikes.flatMap((strike) => {
    const old = struckText(column, strike, desk.wording, desk.category);
    return old === null ? [] : [strikeOf(old, strike, year)];
  });
  return {
    text: text || (awaitsHand(column, line) ? '' : '/'),
    ...(strikes.length > 0 ? { strikes } : {}),
  };
}

/** Struck values of some fields of an entry, for a slip's field that shows them together. */
export function strikesOf(line: FoundItemLine, fields: readonly string[], desk: Desk): Strikes | undefined {
  const year = line.serialNo.slice(2, 6);
  const strikes = line.strikes
    .filter((strike) => fields.includes(strike.field) && strike.old !== null)
    .map((strike) =>
      strikeOf(valueText(strike.field, strike.old, desk.wording.t, desk.category), strike, year),
    );
  return strikes.length > 0 ? strikes : undefined;
}
