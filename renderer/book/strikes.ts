import type { Column, Wording } from '../../shared/columns';
import { dayTimeOf } from '../../shared/dates';
import type { Struck } from '../ui/RegisterTable';
import type { Book, LineStrike } from './book';
import type { Desk } from './desk';
import { valueText } from './values';

/** Old value of a correction with who, when and why, as it stands struck before the new one. */
export function struckOf(book: Book, strike: LineStrike, words: Wording, desk: Desk): Struck {
  return {
    old: valueText(book, strike.field, strike.old, words, desk) || '/',
    title: struckTitle(strike, words),
  };
}

const struckTitle = ({ by, at, reason }: LineStrike, { t }: Wording): string =>
  t('book:screen.struckBy', { by, at: dayTimeOf(at), reason });

/** Struck values of one cell of the register, in the cell's own words: the day alone, the time alone, name and department. */
export const cellStrikes = <Row extends { strikes: readonly LineStrike[] }>(
  row: Row,
  column: Column<Row>,
  words: Wording,
): Struck[] =>
  row.strikes
    .filter((strike) => column.fields.includes(strike.field))
    .flatMap((strike) => {
      const old = column.cell({ ...row, [strike.field]: strike.old }, words);
      // A corrected time of day leaves the day's cell as it was.
      if (old === column.cell({ ...row, [strike.field]: strike.new }, words)) return [];
      return [{ old: old || '/', title: struckTitle(strike, words) }];
    });
