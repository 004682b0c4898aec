import { useMemo, useState } from 'react';
import type { CustomBookLine } from '../../../shared/registers/custom-books.row';
import { CUSTOM_ENTRY_NEEDS } from '../../../shared/registers/custom-entries';
import type { CustomEntryLine } from '../../../shared/registers/custom-entries.row';
import { columnsOf } from '../../../shared/registers/custom-values';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { fieldLabel } from '../../book/book';
import { EditorField, TIME, typedText } from '../../book/editors';
import { daysOf, needOf, textsOf, ticked } from '../../book/filters';
import { focusFirst, QuickStrip } from '../../book/QuickStrip';
import { StateCell } from '../../book/StateCell';
import { useWords } from '../../i18n';
import { useCommand, useOpPages } from '../../queries';
import { useDraft } from '../../ui/drafts';
import { instantTyped, nowIso } from '../../ui/fields/TimeField';
import { editorOf, headingOf, ownBook, written } from './own';
import { entryTone } from './tones';

const STATES = {
  record: ['recorded', 'voided'],
  task: ['open', 'done', 'voided'],
  work: ['open', 'doing', 'done', 'voided'],
} as const;

/** One own book: strip, list, papers, export, all from its definition. */
export function OwnBookPage(props: BookPageProps & { line: CustomBookLine }) {
  const { line, desk, filter, onFilter, onOpen } = props;
  const book = ownBook(line);
  const columns = useMemo(() => columnsOf(line, (column) => headingOf(ownBook(line), column)), [line]);
  const states = STATES[line.flow];
  const asked = {
    bookId: line.id,
    need: needOf(filter, CUSTOM_ENTRY_NEEDS),
    states: ticked(filter.states, states),
    ...daysOf(filter),
    ...textsOf(filter),
  };
  const list = useOpPages('customEntries.list', { filter: asked, limit: 100 });
  const render = useMemo(
    () => ({
      serialNo: (row: CustomEntryLine) => <StateCell book={ownBook(line)} row={row} tone={entryTone(row)} />,
    }),
    [line],
  );
  const writes =
    line.state === 'open' &&
    desk.may('customEntries.record') &&
    [...line.writers, 'deptManager'].some((role) => desk.actor.roles.includes(role as never));
  return (
    <>
      {writes ? <OwnStrip {...props} /> : null}
      <BookList<CustomEntryLine>
        book={book}
        desk={desk}
        list={list}
        columns={columns}
        render={render}
        onOpen={onOpen}
        filters={{ states, byPerson: true, value: filter, onChange: onFilter }}
        exported={{ permit: 'customEntries.export', register: 'customEntries', filter: asked }}
        prints={{
          permit: 'customEntries.print',
          months: ['customBook'],
          blank: ['customBook'],
          own: line.id,
        }}
      />
    </>
  );
}

/** The strip of an own book: its columns in the order of the paper. */
function OwnStrip({ line, strip, onBack }: BookPageProps & { line: CustomBookLine }) {
  const { t } = useWords();
  const book = ownBook(line);
  const own = written(line);
  const command = useCommand('customEntries.register');
  const first: Record<string, string> = { at: '', ...Object.fromEntries(own.map(({ slot }) => [slot, ''])) };
  const { values, set, clear } = useDraft(`customEntries.register.${line.id}`, first);
  const [saved, setSaved] = useState<{ serialNo: string; at: string } | null>(null);
  const typed = (name: string): string => values[name] ?? '';
  const save = async () => {
    const result = await command.run({
      bookId: line.id,
      at: instantTyped(typed('at')),
      values: Object.fromEntries(
        own.map((column) => [column.slot, typedText(editorOf(column), typed(column.slot))]),
      ),
    });
    if (!result?.ok) return;
    setSaved({ serialNo: result.data.serialNo, at: nowIso() });
    clear(first);
    focusFirst(strip);
  };
  return (
    <QuickStrip
      label={t('custom-books:screen.quickAdd')}
      place={strip}
      begun={own.some(({ slot }) => typed(slot) !== '') || command.error !== null}
      error={command.error}
      busy={command.busy}
      saved={saved}
      onSave={() => void save()}
      onBack={onBack}
    >
      {own.map((column) => (
        <EditorField
          key={column.slot}
          editor={editorOf(column)}
          label={t(headingOf(book, column))}
          name={`values.${column.slot}`}
          required={column.required}
          value={typed(column.slot)}
          onChange={(text) => set({ [column.slot]: text })}
        />
      ))}
      <EditorField
        editor={TIME}
        label={t(fieldLabel(book, 'at'))}
        name="at"
        value={typed('at')}
        onChange={(at) => set({ at })}
      />
    </QuickStrip>
  );
}
