import { Textarea, TextInput, type TextInputProps } from '@mantine/core';
import type { HTMLAttributes, KeyboardEvent } from 'react';
import { lengthOf } from '../../../shared/text';
import { useWords } from '../../i18n';
import { useFieldProblem } from '../FormFrame';
import type { FieldProps } from './props';

interface TextFieldProps extends FieldProps<string> {
  /** Longest text in characters a reader counts; shown when the end comes near, never cut. */
  max?: number;
  /** Several lines; Enter still goes on, Shift+Enter makes a line. */
  lines?: number;
  /** One entry per line: Enter makes the next line instead of going on. */
  list?: boolean;
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  /** Numbers stand right. */
  right?: boolean;
  onBlur?: () => void;
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  /** Problem found by the field itself, before the door says one. */
  problem?: string | undefined;
  rightSection?: TextInputProps['rightSection'];
  autoFocus?: boolean;
}

/** Label with star and the mark of a carried-over value. */
export function FieldLabel({ label, sticky }: { label: string; sticky?: boolean | undefined }) {
  const { t } = useWords();
  return (
    <>
      {label}
      {sticky ? (
        <span className="sticky-mark" title={t('core:field.sticky')}>
          {' '}
          ↻
        </span>
      ) : null}
    </>
  );
}

/** Text as typed. The same field for a name, a place, a note. */
export function TextField(props: TextFieldProps) {
  const { label, name, value, onChange, max, lines } = props;
  const { t } = useWords();
  const { problem, forget } = useFieldProblem(name);
  const used = max ? lengthOf(value) : 0;
  const over = max !== undefined && used > max;
  const said = problem ?? props.problem ?? (over ? t('core:invalid.text.tooLong', { used, max }) : undefined);
  const shared = {
    label: <FieldLabel label={label} sticky={props.sticky} />,
    value,
    withAsterisk: props.required ?? false,
    'aria-required': props.required ?? false,
    disabled: props.disabled ?? false,
    placeholder: props.placeholder,
    description: said ? undefined : props.hint,
    inputWrapperOrder: [
      'label',
      'input',
      'description',
      'error',
    ] as const satisfies TextInputProps['inputWrapperOrder'],
    error: said,
    w: props.width,
    'data-name': name,
    'data-enter': props.list ? 'line' : undefined,
    spellCheck: false,
    ...(props.autoFocus ? { 'data-autofocus': true } : {}),
  };
  const change = (text: string) => {
    forget();
    onChange(text);
  };
  if (lines && lines > 1)
    return (
      <Textarea
        {...shared}
        autosize
        minRows={lines}
        maxRows={lines + 4}
        onBlur={props.onBlur}
        onChange={(e) => change(e.currentTarget.value)}
      />
    );
  return (
    <TextInput
      {...shared}
      inputMode={props.inputMode}
      classNames={props.right ? { input: 'field-right' } : undefined}
      rightSection={props.rightSection}
      rightSectionWidth={props.rightSection ? 48 : undefined}
      onBlur={props.onBlur}
      onKeyDown={props.onKeyDown}
      onChange={(e) => change(e.currentTarget.value)}
    />
  );
}
