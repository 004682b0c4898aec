import type { Column, Wording } from '../../../shared/columns';
import { dayTimeOf } from '../../../shared/dates';
import type { Strike } from '../../../shared/registers/found-items.row';
import type { Category } from '../../../shared/registers/office';
import type { Struck } from '../../ui/RegisterTable';
import { type Book, valueText } from './values';

/** Old value of a correction with who, when and why, as it stands struck before the new one. */
export function struckOf(
  book: Book,
  strike: Strike,
  words: Wording,
  categories: readonly Category[],
): Struck {
  return {
    old: valueText(book, strike.field, strike.old, words, categories) || '/',
    title: struckTitle(strike, words),
  };
}

const struckTitle = ({ by, at, reason }: Strike, { t }: Wording): string =>
  t('found-items:screen.struckBy', { by, at: dayTimeOf(at), reason });

/** Struck values of one cell of the register, in the cell's own words: the day alone, the time alone, name and department. */
export const cellStrikes = <Row extends { strikes: readonly Strike[] }>(
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
