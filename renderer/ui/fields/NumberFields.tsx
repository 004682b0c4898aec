import { useWords } from '../../i18n';
import type { FieldProps } from './props';
import { TextField } from './TextField';

/** Full-width digits, as a Chinese input method makes them, become plain ones. */
const plainDigits = (text: string): string =>
  text
    .replace(/[０-９]/g, (d) => String.fromCharCode(d.charCodeAt(0) - 0xfee0))
    .replace(/[＋﹢]/g, '+')
    .replace(/[－—]/g, '-');

interface CountFieldProps extends FieldProps<string> {
  /** Word behind the number: 件, 天, 分钟. */
  unit?: string;
}

/** A whole count. Holds the typed text; the form sends `countTyped(text)`. */
export function CountField({ unit, ...props }: CountFieldProps) {
  const { t } = useWords();
  const wrong = props.value.trim() !== '' && !/^\d+$/.test(props.value.trim());
  return (
    <TextField
      {...props}
      right
      inputMode="numeric"
      rightSection={unit ? <span className="quiet small">{unit}</span> : undefined}
      problem={wrong ? t('core:invalid.count.whole') : undefined}
      onChange={(text) => props.onChange(plainDigits(text))}
    />
  );
}

/** The number of a typed count for the operation's input; NaN when it is none, so the door marks the field. */
export const countTyped = (typed: string): number =>
  /^\d+$/.test(typed.trim()) ? Number(typed.trim()) : Number.NaN;

/** A telephone number as typed: digits, spaces, plus, dashes. */
export function PhoneField(props: FieldProps<string>) {
  return <TextField {...props} inputMode="tel" onChange={(text) => props.onChange(plainDigits(text))} />;
}
