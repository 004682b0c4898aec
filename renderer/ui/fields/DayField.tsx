import { addDays, dayOf, isDay } from '../../../shared/dates';
import { useWords } from '../../i18n';
import type { FieldProps } from './props';
import { TextField } from './TextField';
import { nowIso } from './TimeField';

/** Ways to write a day; what is left out is that of today. */
const WAYS = [
  /^(?<y>\d{4})[-/.年](?<m>\d{1,2})[-/.月](?<d>\d{1,2})日?$/,
  /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$/,
  /^(?<m>\d{1,2})[-/.月](?<d>\d{1,2})日?$/,
  /^(?<m>\d{2})(?<d>\d{2})$/,
  /^(?<d>\d{1,2})日?$/,
];

/**
 * Reads a day as clerks type it: `20` (this month), `1120` or `11-20` (this year), `20261120`, `2026-11-20`, `-7` (seven
 * days ago), `昨天`. Answers `YYYY-MM-DD`, or null when it cannot be read.
 */
export function readDay(typed: string, today: string): string | null {
  const text = typed.trim();
  const word = { 今天: 0, 昨天: -1, 前天: -2 }[text];
  if (word !== undefined) return addDays(today, word);
  if (/^-\d{1,4}$/.test(text)) return addDays(today, Number(text));
  const parts = WAYS.map((way) => way.exec(text)?.groups).find((groups) => groups !== undefined);
  if (!parts) return null;
  const { y = today.slice(0, 4), m = today.slice(5, 7), d = '' } = parts;
  const day = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}

/** The day of a typed text for a filter; null when empty or unreadable. */
export const dayTyped = (typed: string): string | null =>
  typed.trim() ? readDay(typed, dayOf(nowIso())) : null;

/** A day as clerks type it. Holds the typed text; the form sends `dayTyped(text)`. */
export function DayField(props: FieldProps<string>) {
  const { t } = useWords();
  const wrong = props.value.trim() !== '' && dayTyped(props.value) === null;
  return (
    <TextField
      {...props}
      inputMode="numeric"
      problem={wrong ? t('core:invalid.day.unreadable') : undefined}
    />
  );
}
