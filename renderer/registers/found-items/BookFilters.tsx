import { Button } from '@mantine/core';
import { useWords } from '../../i18n';
import { DayField } from '../../ui/fields/DayField';
import { TextField } from '../../ui/fields/TextField';
import { CheckMenu } from './CheckMenu';
import type { Desk } from './desk';
import { type BookFilter, NO_FILTER } from './filters';
import { categoryName } from './values';

interface BookFiltersProps {
  desk: Desk;
  /** States of the book with their words. */
  states: readonly { value: string; label: string }[];
  /** The book can be asked for a person's name. */
  byPerson: boolean;
  value: BookFilter;
  onChange: (value: BookFilter) => void;
}

/** Filters of a book: state, category, days, person, text. All joined by AND. */
export function BookFilters({ desk, states, byPerson, value, onChange }: BookFiltersProps) {
  const { t, lang } = useWords();
  const { categories } = desk.settings;
  const set = (part: Partial<BookFilter>) => onChange({ ...value, ...part });
  const any = JSON.stringify(value) !== JSON.stringify(NO_FILTER);
  return (
    <search className="book-filters">
      <CheckMenu
        label={t('found-items:field.foundItems.state')}
        choices={states}
        value={value.states}
        onChange={(next) => set({ states: next })}
      />
      <CheckMenu
        label={t('found-items:field.foundItems.category')}
        choices={categories.map((c) => ({ value: c.code, label: categoryName(categories, c.code, lang) }))}
        value={value.categories}
        onChange={(next) => set({ categories: next })}
      />
      <DayField
        label={t('found-items:screen.from')}
        placeholder={t('found-items:screen.from')}
        width={104}
        value={value.from}
        onChange={(from) => set({ from })}
      />
      <DayField
        label={t('found-items:screen.to')}
        placeholder={t('found-items:screen.to')}
        width={104}
        value={value.to}
        onChange={(to) => set({ to })}
      />
      {byPerson ? (
        <TextField
          label={t('found-items:screen.person')}
          placeholder={t('found-items:screen.person')}
          width={110}
          value={value.person}
          onChange={(person) => set({ person })}
        />
      ) : null}
      <TextField
        label={t('found-items:screen.text')}
        placeholder={t('found-items:screen.text')}
        width={150}
        value={value.search}
        onChange={(search) => set({ search })}
      />
      {any ? (
        <Button variant="subtle" color="gray" onClick={() => onChange(NO_FILTER)}>
          {t('found-items:action.clearFilter')}
        </Button>
      ) : null}
    </search>
  );
}
