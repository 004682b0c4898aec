import { addDays, dayOf, isDay } from '../../../shared/dates';
import { useWords } from '../../i18n';
import type { FieldProps } from './props';
import { TextField } from './TextField';
import { nowIso } from './TimeField';

/**
 * Reads a day as clerks type it: `20` (this month), `1120` or `11-20` (this year), `20261120`, `2026-11-20`, `-7` (seven
 * days ago), `昨天`. Answers `YYYY-MM-DD`, or null when it cannot be read.
 */
export function readDay(typed: string, today: string): string | null {
  const text = typed.trim();
  const word = { 今天: 0, 昨天: -1, 前天: -2 }[text];
  if (word !== undefined) return addDays(today, word);
  if (/^-\d{1,4}$/.test(text)) return addDays(today, Number(text));
  const match =
    /^(?:(\d{4})[-/.年]?)?(\d{1,2})[-/.月]?(\d{2}|\d{1,2}(?=日?$))日?$/.exec(text) ??
    /^()()(\d{1,2})$/.exec(text);
  if (!match) return null;
  const year = match[1] || today.slice(0, 4);
  const month = match[2] || today.slice(5, 7);
  const day = `${year}-${month.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`;
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
