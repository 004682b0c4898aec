import { Button } from '@mantine/core';
import { useWords } from '../i18n';
import { DayField } from '../ui/fields/DayField';
import { TextField } from '../ui/fields/TextField';
import { type Book, fieldLabel, stateLabel } from './book';
import { CheckMenu } from './CheckMenu';
import { type BookFilter, isFiltered, NO_FILTER } from './filters';

/** One more select of a book's filters: 类别, 钥匙柜. */
export interface FilterSelect {
  /** Its ticks stand in `filter.picks[name]`. */
  name: string;
  /** Its words, already in the reader's language. */
  label: string;
  choices: readonly { value: string; label: string }[];
}

export interface BookFiltersProps {
  book: Book;
  states: readonly string[];
  selects?: readonly FilterSelect[];
  /** The book is asked by day; default true. */
  byDay?: boolean;
  /** The book can be asked for a person's name. */
  byPerson?: boolean;
  value: BookFilter;
  onChange: (value: BookFilter) => void;
}

/** Filters of a book: state, own selects, days, person, text. All joined by AND. */
export function BookFilters({ book, states, selects, byDay, byPerson, value, onChange }: BookFiltersProps) {
  const { t } = useWords();
  const set = (part: Partial<BookFilter>) => onChange({ ...value, ...part });
  const day = (name: 'from' | 'to') => (
    <DayField
      label={t(`book:screen.${name}`)}
      placeholder={t(`book:screen.${name}`)}
      width={104}
      value={value[name]}
      onChange={(typed) => set({ [name]: typed })}
    />
  );
  const text = (name: 'person' | 'search', width: number) => (
    <TextField
      label={t(`book:screen.${name}`)}
      placeholder={t(`book:screen.${name}`)}
      width={width}
      value={value[name]}
      onChange={(typed) => set({ [name]: typed })}
    />
  );
  return (
    <search className="book-filters">
      {states.length > 0 ? (
        <CheckMenu
          label={t(fieldLabel(book, 'state'))}
          choices={states.map((state) => ({ value: state, label: t(stateLabel(book, state)) }))}
          value={value.states}
          onChange={(next) => set({ states: next })}
        />
      ) : null}
      {selects?.map(({ name, label, choices }) => (
        <CheckMenu
          key={name}
          label={label}
          choices={choices}
          value={value.picks[name] ?? []}
          onChange={(next) => set({ picks: { ...value.picks, [name]: next } })}
        />
      ))}
      {byDay === false ? null : (
        <>
          {day('from')}
          {day('to')}
        </>
      )}
      {byPerson ? text('person', 110) : null}
      {text('search', 150)}
      {isFiltered(value) ? (
        <Button variant="subtle" color="gray" onClick={() => onChange(NO_FILTER)}>
          {t('book:action.clearFilter')}
        </Button>
      ) : null}
    </search>
  );
}
