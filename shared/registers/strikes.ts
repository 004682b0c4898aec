import type { Column, Wording } from '../columns';
import { dayOf, dayTimeOf, timeOf } from '../dates';
import { type CashCount, cashTotalCents, yuan } from '../money';
import type { Strike } from './found-items.row';

/** Names of category codes in the reader's language; a code no longer in the settings shows itself. */
export type CategoryName = (code: string) => string;

/** A recorded value as people read it: instants on the office's wall, cash as its sum, a category by name. */
export function valueText(
  field: string,
  value: string | null,
  t: Wording['t'],
  category: CategoryName,
): string {
  if (value === null || value === '') return '';
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return dayTimeOf(value);
  if (field === 'cash')
    return t('found-items:mark.cash', { yuan: yuan(cashTotalCents(JSON.parse(value) as CashCount)) });
  if (field === 'category') return category(value);
  return value;
}

/**
 * The struck text a correction leaves in one cell (single strike, old text legible: trust.md C5); null when this cell
 * shows nothing of it. A corrected instant touches only the cell whose part changed: the day's or the time's.
 * `said` puts other recorded values into words.
 */
export function struckIn<Row>(
  column: Column<Row>,
  strike: Strike,
  said: (field: string, value: string) => string,
): string | null {
  if (!column.fields.includes(strike.field) || strike.old === null) return null;
  if (column.kind === 'day' || column.kind === 'time') {
    const part = column.kind === 'day' ? dayOf : timeOf;
    const old = part(strike.old);
    return strike.new !== null && part(strike.new) === old ? null : old;
  }
  return said(strike.field, strike.old);
}

/** `struckIn` in the words of found items. */
export const struckText = <Row>(
  column: Column<Row>,
  strike: Strike,
  wording: Wording,
  category: CategoryName,
): string | null => struckIn(column, strike, (field, value) => valueText(field, value, wording.t, category));
