import type { Column, ColumnKind } from '../../../shared/columns';
import { dayOf } from '../../../shared/dates';
import type { SignedPaperLine } from '../../../shared/registers/signed-papers.row';
import { formLabel } from '../../book/book';

const NS = 'signed-papers:';
type Row = SignedPaperLine;

const column = (key: string, kind: ColumnKind, screenPx: number, cell: Column<Row>['cell']): Column<Row> => ({
  key,
  kind,
  label: `${NS}column.${key}`,
  paperMm: 0,
  screenPx,
  cell,
  fields: [],
});

/** The list on screen; the paper itself lies in the binder. */
export const SIGNED_PAPER_COLUMNS: Column<Row>[] = [
  column('entryNo', 'serial', 140, (row) => row.entryNo),
  column('form', 'text', 190, (row, { t }) => t(formLabel(row.form))),
  column('state', 'choice', 100, (row, { t }) => t(`${NS}state.signedPapers.${row.state}`)),
  column('printed', 'day', 104, (row) => dayOf(row.printedAt)),
  column('printedBy', 'person', 96, (row) => row.printedByName),
  column('copies', 'count', 72, (row) => String(row.copies)),
  column('days', 'count', 88, (row) => (row.days === null ? '' : String(row.days))),
  column('place', 'text', 150, (row, { t }) =>
    row.binder === null ? '' : t(`${NS}place`, { binder: row.binder, page: row.page ?? '' }),
  ),
  column('filed', 'text', 170, (row) =>
    row.filedAt === null ? '' : `${dayOf(row.filedAt)} ${row.filedByName ?? ''}`,
  ),
  column('reason', 'longText', 200, (row) => row.reason ?? ''),
];
