import { hasValue } from '../../../shared/registers/custom-books.row';
import type { CustomEntryLine } from '../../../shared/registers/custom-entries.row';
import type { EntryPageProps } from '../../book/BookTab';
import { ActForm } from '../../book/dialogs/ActForm';
import type { ActProps } from '../../book/dialogs/act';
import type { EntryField } from '../../book/EntryFields';
import { EntryPage } from '../../book/EntryPage';
import { type Editor, LONG_TEXT, TIME } from '../../book/editors';
import { useOp } from '../../queries';
import { CUSTOM_ENTRIES, editorOf, ownBook, written } from './own';
import { entryTone } from './tones';

type Act = ActProps<CustomEntryLine>;
const base = ({ entry, onClose, onDone }: Act) => ({
  book: CUSTOM_ENTRIES,
  entry,
  about: [entry.serialNo, entry.summary].join('  '),
  onClose,
  onDone,
});
const Start = (props: Act) => <ActForm op="customEntries.start" {...base(props)} />;
const Finish = (props: Act) => (
  <ActForm
    op="customEntries.finish"
    {...base(props)}
    fields={[{ name: 'note', editor: LONG_TEXT, first: props.entry.note ?? '' }]}
  />
);
const DIALOGS = { start: Start, finish: Finish };
const ifAny = (field: string): EntryField => ({ field, ifAny: true });

/** One line of an own book with its acts and its story. */
export function OwnEntry({ id, desk, action, onBack }: EntryPageProps) {
  const asked = useOp('customEntries.entry', { id }, { keep: true });
  const line = asked.data?.book;
  const own = line ? line.columns.filter(hasValue) : [];
  const editors: Record<string, Editor> = {
    ...Object.fromEntries(own.map((column) => [column.slot, editorOf(column)])),
    at: TIME,
    note: LONG_TEXT,
  };
  return (
    <EntryPage<CustomEntryLine>
      book={line ? ownBook(line) : CUSTOM_ENTRIES}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(entry) => entry.summary}
      tone={entryTone}
      fields={() => [
        ...own.map(({ slot, hidden, kind }) => ({ field: slot, ifAny: hidden, wide: kind === 'longText' })),
        { field: 'at' },
        ...[
          'startedAt',
          'startedByName',
          'doneAt',
          'doneByName',
          'voidReason',
          'voidedAt',
          'voidedByName',
        ].map(ifAny),
        { field: 'note', ifAny: true, wide: true },
        { field: 'recordedAt' },
        { field: 'recorderName' },
      ]}
      dialogs={DIALOGS}
      correct={{
        fields: () => [...(line ? written(line) : []).map(({ slot }) => slot), 'at', 'note'],
        editors,
      }}
    />
  );
}
