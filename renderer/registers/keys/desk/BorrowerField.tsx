import { Autocomplete } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Wording } from '../../../../shared/columns';
import type { KnownBorrower } from '../../../../shared/registers/key-loans';
import { useWords } from '../../../i18n';
import { useOp } from '../../../queries';
import { useFieldProblem } from '../../../ui/FormFrame';
import type { FieldProps } from '../../../ui/fields/props';
import { FieldLabel } from '../../../ui/fields/TextField';
import { nowIso } from '../../../ui/fields/TimeField';
import { isComposing } from '../../../ui/keys';
import { whenText } from '../../../ui/When';

interface BorrowerFieldProps extends FieldProps<string> {
  /** Unit of the keys: its people come first. */
  unitId: string | null;
  /** A known person was taken: class, company, number and phone come along. */
  onKnown: (known: KnownBorrower) => void;
}

/**
 * Who takes the keys. Three or four letters of the pinyin, the phone's tail or the staff number find somebody who took keys
 * before; Enter takes the first while letters or digits stand there, never while a name does.
 */
export function BorrowerField({ unitId, onKnown, ...props }: BorrowerFieldProps) {
  const { label, name, value, onChange } = props;
  const words = useWords();
  const { problem, forget } = useFieldProblem(name);
  const typed = value.slice(0, 40);
  const asked = useOp(
    'keyLoans.suggestBorrower',
    { typed, unitId },
    { keep: true, enabled: typed.trim() !== '' },
  );
  const known = typed.trim() === '' ? [] : (asked.data ?? []);
  const byOption = new Map(known.map((one) => [optionOf(one), one]));
  const isQuery = /^[a-z0-9]+$/i.test(value.trim());
  /** Enter came before the door's answer: the first of it is taken when it is there, if nothing was typed since. */
  const awaited = useRef<string | null>(null);
  const first = known[0];
  useEffect(() => {
    if (awaited.current === null || asked.isPlaceholderData || asked.data === undefined) return;
    if (awaited.current === typed && first) onKnown(first);
    awaited.current = null;
  });
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    awaited.current = null;
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || isComposing(event) || !isQuery) return;
    // An option the clerk went to with the arrow keys is taken by the list itself.
    if (event.currentTarget.getAttribute('aria-activedescendant')) return;
    if (asked.isPlaceholderData || asked.data === undefined) awaited.current = typed;
    else if (first) {
      event.preventDefault();
      onKnown(first);
    }
  };
  const take = (text: string) => {
    forget();
    const one = byOption.get(text);
    if (one) onKnown(one);
    else onChange(text);
  };
  return (
    <Autocomplete
      label={<FieldLabel label={label} />}
      data={[...byOption.keys()].filter((option) => byOption.get(option)?.borrowerName !== value)}
      // The door already chose and ordered them.
      filter={({ options }) => options}
      selectFirstOptionOnChange={isQuery}
      limit={8}
      value={value}
      onChange={take}
      onKeyDown={onKeyDown}
      withAsterisk={props.required ?? false}
      aria-required={props.required ?? false}
      placeholder={props.placeholder}
      description={problem ? undefined : props.hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={problem}
      data-name={name}
      data-choice
      spellCheck={false}
      comboboxProps={{ transitionProps: { duration: 0 }, width: 'max-content', position: 'bottom-start' }}
      renderOption={({ option }) => {
        const one = byOption.get(option.value);
        return (
          <span className="row apart grow choice-option">
            <span>{one?.borrowerName}</span>
            <span className="quiet small">{one ? hintOf(one, words) : null}</span>
          </span>
        );
      }}
    />
  );
}

/** Namesakes differ by phone or number; the option's text never reaches the field. */
const optionOf = (known: KnownBorrower): string =>
  [known.borrowerName, known.phoneTail ?? known.staffNo ?? known.borrowerOrg, known.loanId.slice(-4)].join(
    ' ',
  );

/** What tells namesakes apart: company, phone tail, how often and when last. */
const hintOf = (known: KnownBorrower, words: Wording): string =>
  [
    known.borrowerOrg,
    known.phoneTail ? words.t('key-desk:screen.phoneTail', { tail: known.phoneTail }) : known.staffNo,
    words.t('key-desk:screen.lastTaken', {
      times: known.times,
      at: whenText(known.lastAt, nowIso(), words),
    }),
  ]
    .filter(Boolean)
    .join(' · ');
