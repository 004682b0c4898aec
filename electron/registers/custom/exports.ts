import type { Column } from '../../../shared/columns';
import { dayTimeOf } from '../../../shared/dates';
import { nameIn } from '../../../shared/registers/custom-books.row';
import { customEntryFilter } from '../../../shared/registers/custom-entries';
import type { CustomEntryLine } from '../../../shared/registers/custom-entries.row';
import { columnsOf } from '../../../shared/registers/custom-values';
import type { CustomBooksTable } from '../../db/tables';
import { type ExportList, exportList, type Reading } from '../exports/list';
import { bookLine } from './books';
import { entryPage } from './filter';

/** Own books as CSV and XLSX: one book with its own columns, or all books with what they share. */

const base = {
  permit: 'customEntries.export',
  filter: customEntryFilter,
  state: {
    label: 'custom-books:column.state',
    of: (row: CustomEntryLine, { t }: Reading['wording']) =>
      t(`custom-books:state.customEntries.${row.state}`),
  },
  page: (filter, after, limit, { db, raw }) => entryPage(db, raw, filter, after, limit),
} as const satisfies Omit<
  Parameters<typeof exportList<typeof customEntryFilter, CustomEntryLine>>[0],
  'columns'
>;

const column = (key: string, cell: Column<CustomEntryLine>['cell']): Column<CustomEntryLine> => ({
  key,
  kind: 'text',
  label: `custom-books:column.${key}`,
  paperMm: 0,
  screenPx: 0,
  cell,
  fields: [],
});
const SHARED: readonly Column<CustomEntryLine>[] = [
  column('serialNo', (row) => row.serialNo),
  column('book', (row, { lang }) => nameIn(lang, { zh: row.bookZh, en: row.bookEn })),
  column('at', (row) => dayTimeOf(row.at)),
  column('summary', (row) => row.summary),
  column('recorder', (row) => row.recorderName),
];

const list: ExportList = {
  permit: base.permit,
  filter: base.filter,
  open(given, at) {
    const { bookId } = base.filter.parse(given);
    const row = bookId
      ? (at.raw.prepare('SELECT * FROM custom_books WHERE id = ?').get(bookId) as
          | CustomBooksTable
          | undefined)
      : undefined;
    const columns = row
      ? columnsOf(bookLine(row), (own) => nameIn(at.wording.lang, own)).filter(
          ({ key, kind }) => key !== 'state' && kind !== 'signature',
        )
      : SHARED;
    return exportList({ ...base, columns }).open(given, at);
  },
};

export const customExports = { customEntries: list };
