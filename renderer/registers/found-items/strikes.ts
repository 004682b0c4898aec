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
    title: words.t('found-items:screen.struckBy', {
      by: strike.by,
      at: dayTimeOf(strike.at),
      reason: strike.reason,
    }),
  };
}

/** Struck values of one cell of the register. */
export const cellStrikes = <Row extends { strikes: readonly Strike[] }>(
  book: Book,
  row: Row,
  column: Column<Row>,
  words: Wording,
  categories: readonly Category[],
): Struck[] =>
  row.strikes
    .filter((strike) => column.fields.includes(strike.field))
    .map((strike) => struckOf(book, strike, words, categories));
