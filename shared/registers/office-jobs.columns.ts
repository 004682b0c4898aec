import type { Column, ColumnKind, Wording } from '../columns';
import { dayTimeOf } from '../dates';
import { yuan } from '../money';
import type { OfficeJobLine } from './office-jobs.row';

/** F28 打字复印传真登记表, columns as domain.md; one list for screen, paper and export. The document's title is on none of them. */

type Row = OfficeJobLine;
const NS = 'business:';

const column = (
  key: string,
  kind: ColumnKind,
  [paperMm, screenPx]: readonly [number, number],
  cell: Column<Row>['cell'],
  fields: readonly string[] = [],
): Column<Row> => ({
  key,
  kind,
  label: `${NS}column.officeJobs.${key}`,
  paperMm,
  screenPx,
  cell,
  fields,
});

const listed = (t: Wording['t'], ...parts: (string | null | undefined | false)[]): string =>
  parts.filter(Boolean).join(t(`${NS}mark.comma`));

/** 结算. */
export const settled = (row: Row, { t }: Wording): string =>
  listed(
    t,
    row.payWay && t(`${NS}pay.${row.payWay}`),
    row.receiptNo,
    row.state === 'charged' && row.chargedTo,
  );

/** 262 mm in all. */
export const OFFICE_JOB_COLUMNS: Column<Row>[] = [
  column('line', 'line', [8, 0], () => ''),
  column('serialNo', 'serial', [27, 128], (row) => row.serialNo),
  column('takenAt', 'dayTime', [28, 136], (row) => dayTimeOf(row.takenAt), ['takenAt']),
  column('customer', 'person', [34, 160], (row) => row.customerName ?? row.unitCode ?? '', ['customerName']),
  column('kind', 'choice', [26, 120], (row, { t }) =>
    [t(`${NS}kind.${row.kind}`), row.colour === 1 && t(`${NS}mark.colour`)].filter(Boolean).join(' '),
  ),
  column('pages', 'count', [15, 76], (row) => String(row.originalPages), ['originalPages']),
  column('copies', 'count', [14, 70], (row) => String(row.copies), ['copies']),
  column('unitPrice', 'money', [17, 84], (row) => yuan(row.unitCents)),
  column('amount', 'money', [20, 96], (row) => yuan(row.amountCents)),
  column('settled', 'text', [29, 150], settled),
  column('clerk', 'person', [18, 90], (row) => row.recorderName),
  column('signature', 'signature', [26, 0], () => ''),
];
