import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { dayTimeOf, timeOf } from '../../../shared/dates';
import type { KnownVisitor } from '../../../shared/registers/visits.forms';
import { useWords } from '../../i18n';
import { useOp } from '../../queries';
import { useFieldProblem } from '../../ui/FormFrame';
import type { FieldProps } from '../../ui/fields/props';
import { FieldLabel } from '../../ui/fields/TextField';
import { isComposing } from '../../ui/keys';

interface VisitorFieldProps extends FieldProps<string> {
  /** Visitors of this unit come first. */
  unitId: string;
  /** A returning visitor was taken from the list. */
  onTake: (known: KnownVisitor) => void;
  /** One is taken already: no list until the text changes. */
  taken: boolean;
}

/** Letters, digits and a single character are searches; a longer name may be that of somebody new. */
const isSearch = (typed: string): boolean => /^[\x20-\x7e]+$/.test(typed) || [...typed].length === 1;

/**
 * Who is at the desk. Two or three letters (pinyin), characters or a phone tail offer those who came before; Enter takes
 * the first. A name written out is a new visitor unless one is chosen with the arrows or Tab (desk-practice.md §4).
 */
export function VisitorField({ unitId, onTake, taken, ...props }: VisitorFieldProps) {
  const { t } = useWords();
  const { problem, forget } = useFieldProblem(props.name);
  const list = useCombobox({ onDropdownClose: () => list.resetSelectedOption() });
  const typed = props.value.trim();
  const asked = useOp(
    'visits.suggestVisitor',
    { typed: typed.slice(0, 40), unitId: unitId || null },
    { keep: true, enabled: typed !== '' && !taken },
  );
  const found = typed === '' || taken ? [] : (asked.data ?? []);
  const [head] = found;
  const latest = useRef({ list, onTake });
  latest.current = { list, onTake };
  /** Enter came before its answer: the first of it is taken when it is here. */
  const awaited = useRef('');
  const answered = !asked.isPlaceholderData && asked.data ? typed : '';
  useEffect(() => {
    // While letters are typed the first of every new answer is Enter's.
    if (!head || answered === '' || !isSearch(answered)) return;
    if (awaited.current === answered) latest.current.onTake(head);
    else latest.current.list.selectFirstOption();
    awaited.current = '';
  }, [head, answered]);
  const take = (from: string) => {
    const known = found.find((one) => one.from === from);
    if (!known) return;
    forget();
    list.closeDropdown();
    onTake(known);
  };
  return (
    <Combobox
      store={list}
      onOptionSubmit={take}
      transitionProps={{ duration: 0 }}
      position="bottom-start"
      width={440}
    >
      <Combobox.Target>
        <TextInput
          label={<FieldLabel label={props.label} sticky={props.sticky} />}
          value={props.value}
          placeholder={props.placeholder}
          withAsterisk={props.required ?? false}
          aria-required={props.required ?? false}
          description={problem ? undefined : props.hint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={problem}
          data-name={props.name}
          data-choice
          spellCheck={false}
          onChange={(event) => {
            forget();
            props.onChange(event.currentTarget.value);
            list.openDropdown();
            awaited.current = '';
            list.resetSelectedOption();
          }}
          onBlur={() => list.closeDropdown()}
          onKeyDown={(event) => {
            if (
              event.key === 'Enter' &&
              !event.ctrlKey &&
              !event.metaKey &&
              isSearch(typed) &&
              answered !== typed
            )
              awaited.current = taken ? '' : typed;
            if (event.key !== 'Tab' || event.shiftKey || isComposing(event) || !list.dropdownOpened || !head)
              return;
            take((found[list.getSelectedOptionIndex()] ?? head).from);
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={found.length === 0}>
        <Combobox.Options aria-label={t('visits:screen.known')}>
          {found.map((known) => (
            <Combobox.Option key={known.from} value={known.from}>
              <KnownLine known={known} />
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** One returning visitor: name and phone tail, then where they go and when they came last. */
function KnownLine({ known }: { known: KnownVisitor }) {
  const { t } = useWords();
  const place = known.unitCode ?? known.hostPlace ?? known.company ?? '';
  return (
    <span className="known-visitor">
      <span className="row apart">
        <span>
          {known.visitorName} <span className="quiet small">{t(`visits:type.${known.type}`)}</span>
        </span>
        <span className="quiet small number">
          {known.phoneTail ? t('visits:screen.phoneTail', { tail: known.phoneTail }) : ''}
        </span>
      </span>
      <span className="quiet small">
        {t('visits:screen.knownLine', {
          place,
          host: known.hostName ?? known.company ?? '',
          times: known.times,
          at: dayTimeOf(known.lastAt),
        })}
      </span>
      <span className="row">
        {known.expected ? (
          <span className="known-mark">
            {t('visits:screen.announced', { at: timeOf(known.expected.at) })}
          </span>
        ) : null}
        {known.openId ? <span className="known-mark">{t('visits:screen.stillIn')}</span> : null}
        {known.watched ? <span className="known-mark watch">{t('visits:screen.watched')}</span> : null}
      </span>
    </span>
  );
}
