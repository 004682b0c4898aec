import { useState } from 'react';
import { dayTimeOf, isoOf, readTime, timeOf } from '../../../shared/dates';
import { useWords } from '../../i18n';
import type { FieldProps } from './props';
import { TextField } from './TextField';

interface TimeFieldProps extends FieldProps<string> {
  /** Clock for tests; default the machine's. */
  now?: () => string;
  autoFocus?: boolean;
}

/** This moment as UTC ISO text. */
export const nowIso = (): string => isoOf(Date.now());

/**
 * A moment as clerks type it: `930`, `-15`, `t`, `昨天 17:20`; empty is now. Holds the typed text; the form sends
 * `instantTyped(text)`. What was understood is written beneath, so a slip of the finger is seen.
 */
export function TimeField({ now = nowIso, ...props }: TimeFieldProps) {
  const { t } = useWords();
  const [left, setLeft] = useState(false);
  const read = readTime(props.value, now());
  const unreadable = props.value.trim() !== '' && read === null;
  return (
    <TextField
      {...props}
      placeholder={props.placeholder ?? t('core:field.timeNow', { time: timeOf(now()) })}
      problem={unreadable && left ? t('core:invalid.time.unreadable') : undefined}
      hint={
        read && props.value.trim() !== '' ? <span className="number">{dayTimeOf(read)}</span> : props.hint
      }
      onBlur={() => setLeft(true)}
      onChange={(text) => {
        setLeft(false);
        props.onChange(text);
      }}
    />
  );
}

/** The instant of a typed time for the operation's input. Unreadable text goes through as it is: the door marks the field. */
export const instantTyped = (typed: string, now: string = nowIso()): string => readTime(typed, now) ?? typed;
