import { Select } from '@mantine/core';
import { useWords } from '../../i18n';
import { useFieldProblem } from '../FormFrame';
import { matchRank, useReader } from '../pinyin';
import { useEarlyKeys } from './early-keys';
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
  /** Undefined while the door is being asked for them: Enter then waits for its line. */
  choices: readonly Choice[] | undefined;
  /** May be emptied again. */
  clearable?: boolean;
  autoFocus?: boolean;
}

/** One of a list, found by typing: Chinese, full pinyin, initials or the hint. Enter takes the highlighted one and goes on. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { label, name, value } = props;
  const choices = props.choices ?? [];
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
  const matching = <O extends { value: string; label: string }>(options: readonly O[], typed: string): O[] =>
    options
      .map((option) => ({ option, rank: rank(option, typed) }))
      .filter((entry) => entry.rank > 0)
      .sort((a, b) => (typed === '' ? 0 : b.rank - a.rank))
      .map((entry) => entry.option);
  const take = (next: string | null) => {
    forget();
    props.onChange(next);
  };
  const early = useEarlyKeys<string | null>({
    // Latin letters are read against the pinyin of the lines, which is loaded with the first choice that is drawn.
    ready: props.choices !== undefined && reader !== null,
    value,
    held: value === null ? '' : (byValue.get(value)?.label ?? ''),
    lineAt: (typed, index) =>
      matching(
        choices.filter((choice) => !choice.disabled),
        typed,
      )[index]?.value,
    take,
  });
  return (
    <Select
      label={<FieldLabel label={label} sticky={props.sticky} />}
      data={choices.map((choice) => ({
        value: choice.value,
        label: choice.label,
        disabled: choice.disabled ?? false,
      }))}
      value={value}
      onChange={take}
      {...early.handlers}
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
      maxDropdownHeight={280}
      filter={({ options, search }) =>
        matching(
          options.flatMap((option) => ('group' in option ? [] : [option])),
          search,
        )
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
