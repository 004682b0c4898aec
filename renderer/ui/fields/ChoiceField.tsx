import { Select } from '@mantine/core';
import { useWords } from '../../i18n';
import { useFieldProblem } from '../FormFrame';
import { matchRank, useReader } from '../pinyin';
import type { FieldProps } from './props';
import { FieldLabel } from './TextField';

export interface Choice {
  value: string;
  label: string;
  /** Initials the office edited, or a number to find it by. */
  search?: string;
  /** Second word on the right, e.g. a staff number. */
  hint?: string;
  disabled?: boolean;
}

interface ChoiceFieldProps extends FieldProps<string | null> {
  choices: readonly Choice[];
  /** May be emptied again. */
  clearable?: boolean;
  autoFocus?: boolean;
}

/** One of a list, found by typing: Chinese, full pinyin, initials or the hint. Enter takes the highlighted one and goes on. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { label, name, choices, value, onChange } = props;
  const { t } = useWords();
  const reader = useReader();
  const { problem, forget } = useFieldProblem(name);
  const byValue = new Map(choices.map((choice) => [choice.value, choice]));
  const rank = (option: { value: string; label: string }, typed: string): number => {
    const choice = byValue.get(option.value);
    return Math.max(
      matchRank(option.label, typed, reader, choice?.search),
      typed !== '' && choice?.hint?.toLowerCase().startsWith(typed.toLowerCase()) ? 4 : 0,
    );
  };
  return (
    <Select
      label={<FieldLabel label={label} sticky={props.sticky} />}
      data={choices.map((choice) => ({
        value: choice.value,
        label: choice.label,
        disabled: choice.disabled ?? false,
      }))}
      value={value}
      onChange={(next) => {
        forget();
        onChange(next);
      }}
      searchable
      selectFirstOptionOnChange
      allowDeselect={false}
      clearable={props.clearable ?? false}
      withAsterisk={props.required ?? false}
      aria-required={props.required ?? false}
      disabled={props.disabled ?? false}
      placeholder={props.placeholder ?? t('core:field.choose')}
      description={problem ? undefined : props.hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={problem}
      w={props.width}
      data-name={name}
      data-choice
      {...(props.autoFocus ? { 'data-autofocus': true } : {})}
      nothingFoundMessage={t('core:field.nothingFound')}
      maxDropdownHeight={320}
      filter={({ options, search }) =>
        options
          .flatMap((option) => ('group' in option ? [] : [option]))
          .map((option) => ({ option, rank: rank(option, search) }))
          .filter((entry) => entry.rank > 0)
          .sort((a, b) => (search === '' ? 0 : b.rank - a.rank))
          .map((entry) => entry.option)
      }
      renderOption={({ option }) => (
        <span className="row apart grow choice-option">
          <span>{option.label}</span>
          <span className="quiet small">{byValue.get(option.value)?.hint}</span>
        </span>
      )}
    />
  );
}
