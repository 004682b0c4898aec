import { PasswordInput } from '@mantine/core';
import { useWords } from '../../i18n';
import { useFieldProblem } from '../FormFrame';

interface SecretFieldProps {
  label: string;
  name?: string;
  value: string;
  onChange: (value: string) => void;
  /** `pin`: digits on a number pad; `passphrase`: any text. Both are hidden unless asked to show. */
  kind: 'pin' | 'passphrase';
  /** Problem to show beneath, besides the door's own. */
  problem?: string | undefined;
  hint?: string;
  required?: boolean;
  disabled?: boolean;
  autoFocus?: boolean;
  width?: number;
}

/** A PIN or passphrase. Never kept in a draft, never suggested, never offered to a password manager. */
export function SecretField(props: SecretFieldProps) {
  const { t } = useWords();
  const { problem, forget } = useFieldProblem(props.name);
  const said = problem ?? props.problem;
  return (
    <PasswordInput
      label={props.label}
      value={props.value}
      onChange={(event) => {
        forget();
        props.onChange(event.currentTarget.value);
      }}
      inputMode={props.kind === 'pin' ? 'numeric' : 'text'}
      autoComplete={props.kind === 'pin' ? 'one-time-code' : 'new-password'}
      spellCheck={false}
      maxLength={200}
      description={said ? undefined : props.hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={said}
      withAsterisk={props.required ?? false}
      disabled={props.disabled ?? false}
      data-name={props.name}
      visibilityToggleButtonProps={{ 'aria-label': t('core:field.showSecret') }}
      w={props.width}
      {...(props.autoFocus ? { 'data-autofocus': true } : {})}
    />
  );
}
