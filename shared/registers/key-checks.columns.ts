import type { Column, ColumnKind } from '../columns';
import { dayTimeOf } from '../dates';
import type { KeyCheckLine } from './key-checks.row';

/** The columns of the weekly checks (S09): screen and export. The paper of a check is F15, one each. */

type Row = KeyCheckLine;
const NS = 'keys:';
const column = (key: string, kind: ColumnKind, screenPx: number, cell: Column<Row>['cell']): Column<Row> => ({
  key,
  kind,
  label: `${NS}column.${key}`,
  paperMm: 20,
  screenPx,
  cell,
  fields: [],
});

export const CHECK_COLUMNS: Column<Row>[] = [
  column('serialNo', 'serial', 140, (row) => row.serialNo),
  column('week', 'text', 96, (row) => row.week),
  column('startedAt', 'dayTime', 136, (row) => dayTimeOf(row.startedAt)),
  column('cabinets', 'text', 140, (row) => row.cabinetCodes.join('、')),
  column('book', 'count', 72, (row) => String(row.book)),
  column('real', 'count', 72, (row) => String(row.real)),
  column('out', 'count', 82, (row) => String(row.out)),
  column('differences', 'count', 72, (row) => String(row.differences)),
  column('signer', 'person', 82, (row) => row.signedByName ?? ''),
  column('remark', 'longText', 220, (row, { t }) =>
    row.state === 'voided'
      ? t(`${NS}mark.voided`, { reason: row.voidReason ?? '' })
      : [row.findings, row.measures, row.note].filter(Boolean).join(' '),
  ),
];
