import { Autocomplete } from '@mantine/core';
import { useFieldProblem } from '../FormFrame';
import { isComposing } from '../keys';
import type { FieldProps } from './props';
import { FieldLabel } from './TextField';

export interface Suggestion {
  value: string;
  /** What tells namesakes apart: phone tail, last time. */
  hint: string | null;
}

interface SuggestFieldProps extends FieldProps<string> {
  /** Best first, for what is typed now; the caller asks the door. */
  suggestions: readonly Suggestion[];
  autoFocus?: boolean;
}

/**
 * Free text with what was typed before as help. Tab accepts the first (or highlighted) suggestion; Enter never does,
 * unless the clerk went into the list with the arrow keys.
 */
export function SuggestField(props: SuggestFieldProps) {
  const { label, name, value, onChange, suggestions } = props;
  const { problem, forget } = useFieldProblem(name);
  const hints = new Map(suggestions.map((s) => [s.value, s.hint]));
  const offered = [...hints.keys()].filter((s) => s !== value);
  const take = (text: string) => {
    forget();
    onChange(text);
  };
  return (
    <Autocomplete
      label={<FieldLabel label={label} sticky={props.sticky} />}
      data={offered}
      // The door already chose and ordered them.
      filter={({ options }) => options}
      limit={8}
      value={value}
      onChange={take}
      onKeyDown={(event) => {
        const list = event.currentTarget.getAttribute('aria-expanded') === 'true';
        if (event.key !== 'Tab' || event.shiftKey || isComposing(event) || !list || value.trim() === '')
          return;
        const active = document.getElementById(
          event.currentTarget.getAttribute('aria-activedescendant') ?? '',
        );
        const chosen = active?.getAttribute('value') ?? offered[0];
        if (chosen) take(chosen);
      }}
      openOnFocus={false}
      withAsterisk={props.required ?? false}
      aria-required={props.required ?? false}
      disabled={props.disabled ?? false}
      placeholder={props.placeholder}
      description={problem ? undefined : props.hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={problem}
      w={props.width}
      data-name={name}
      data-choice
      spellCheck={false}
      comboboxProps={{ transitionProps: { duration: 0 } }}
      {...(props.autoFocus ? { 'data-autofocus': true } : {})}
      renderOption={({ option }) => (
        <span className="row apart grow choice-option">
          <span>{option.value}</span>
          <span className="quiet small">{hints.get(option.value)}</span>
        </span>
      )}
    />
  );
}
