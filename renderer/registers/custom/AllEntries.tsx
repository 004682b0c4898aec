import type { Column, ColumnKind } from '../../../shared/columns';
import { dayTimeOf } from '../../../shared/dates';
import { nameIn } from '../../../shared/registers/custom-books.row';
import { CUSTOM_ENTRY_NEEDS } from '../../../shared/registers/custom-entries';
import { CUSTOM_ENTRY_STATES, type CustomEntryLine } from '../../../shared/registers/custom-entries.row';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { daysOf, needOf, textsOf, ticked } from '../../book/filters';
import { StateCell } from '../../book/StateCell';
import { useOpPages } from '../../queries';
import { CUSTOM_ENTRIES } from './own';
import { entryTone } from './tones';

const column = (
  key: string,
  kind: ColumnKind,
  screenPx: number,
  cell: Column<CustomEntryLine>['cell'],
): Column<CustomEntryLine> => ({
  key,
  kind,
  label: `custom-books:column.${key}`,
  paperMm: 0,
  screenPx,
  cell,
  fields: [],
});
const COLUMNS = [
  column('serialNo', 'serial', 150, (row) => row.serialNo),
  column('book', 'text', 200, (row, { lang }) => nameIn(lang, { zh: row.bookZh, en: row.bookEn })),
  column('at', 'dayTime', 150, (row) => dayTimeOf(row.at)),
  column('summary', 'longText', 420, (row) => row.summary),
  column('recorder', 'person', 100, (row) => row.recorderName),
];
const RENDER = {
  serialNo: (row: CustomEntryLine) => <StateCell book={CUSTOM_ENTRIES} row={row} tone={entryTone(row)} />,
};

/** The lines of all own books together: what is open, whichever book it stands in. */
export function AllEntries({ desk, filter, onFilter, onOpen }: BookPageProps) {
  const asked = {
    need: needOf(filter, CUSTOM_ENTRY_NEEDS),
    states: ticked(filter.states, CUSTOM_ENTRY_STATES),
    ...daysOf(filter),
    ...textsOf(filter),
  };
  const list = useOpPages('customEntries.list', { filter: asked, limit: 100 });
  return (
    <BookList<CustomEntryLine>
      book={CUSTOM_ENTRIES}
      desk={desk}
      list={list}
      columns={COLUMNS}
      render={RENDER}
      onOpen={onOpen}
      filters={{ states: CUSTOM_ENTRY_STATES, byPerson: true, value: filter, onChange: onFilter }}
      exported={{ permit: 'customEntries.export', register: 'customEntries', filter: asked }}
    />
  );
}
