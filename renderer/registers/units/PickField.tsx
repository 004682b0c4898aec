import { Select } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../i18n';
import { useFieldProblem } from '../../ui/FormFrame';
import { useEarlyKeys } from '../../ui/fields/early-keys';
import type { FieldProps } from '../../ui/fields/props';
import { FieldLabel } from '../../ui/fields/TextField';

/** One thing the archive knows: its id, how it is written, what tells it from its neighbours. */
export interface Pick {
  id: string;
  label: string;
  hint: string | null;
}

interface PickFieldProps extends FieldProps<string> {
  /** What the door answers for the typed text, best first. */
  found: readonly Pick[];
  /** The door was asked for the typed text and has not answered: `found` answers an earlier one. */
  asking: boolean;
  /** The one that is held now, as the door names it. */
  held: Pick | null;
  /** Called with the text as it is typed; the caller asks the door. */
  onTyped: (typed: string) => void;
  autoFocus?: boolean;
}

/** One of the archive, found by typing; the value is its id. Enter takes the highlighted one and goes on; Esc closes the list. */
export function PickField(props: PickFieldProps) {
  const { label, name, value, onChange, found, held } = props;
  const { t } = useWords();
  const { problem, forget } = useFieldProblem(name);
  const [typed, setTyped] = useState('');
  const shown = held && !found.some((one) => one.id === held.id) ? [held, ...found] : found;
  const hints = new Map(shown.map((one) => [one.id, one.hint]));
  const type = (text: string) => {
    setTyped(text);
    props.onTyped(text);
  };
  const take = (id: string) => {
    forget();
    onChange(id);
  };
  const early = useEarlyKeys({
    ready: !props.asking,
    stale: props.asking,
    value,
    held: held?.label ?? '',
    lineAt: (_, index) => found[index]?.id,
    take,
    missed: () => type(''),
  });
  return (
    <Select
      label={<FieldLabel label={label} sticky={props.sticky} />}
      data={shown.map((one) => ({ value: one.id, label: one.label }))}
      value={value || null}
      onChange={(next) => {
        if (!early.refuses()) take(next ?? '');
      }}
      {...early.handlers}
      searchable
      searchValue={typed}
      onSearchChange={(text) => {
        // Left by Enter before the answer: the text is still asked for.
        if (!early.awaits()) type(text);
      }}
      // The door already chose and ordered them.
      filter={({ options }) => options}
      selectFirstOptionOnChange
      allowDeselect={false}
      clearable={!props.required}
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
      {...(props.autoFocus ? { 'data-autofocus': true } : {})}
      nothingFoundMessage={typed.trim() === '' ? null : t('units:field.nothingFound')}
      maxDropdownHeight={280}
      comboboxProps={{ transitionProps: { duration: 0 } }}
      renderOption={({ option }) => (
        <span className="row apart grow choice-option">
          <span>{option.label}</span>
          <span className="quiet small">{hints.get(option.value)}</span>
        </span>
      )}
    />
  );
}
