import type { Column, ColumnKind } from '../columns';
import type { KeyTransferLine } from './key-transfers.row';

/** The columns of the transfer lists (F07): screen and export. The paper is F07, one each. */

type Row = KeyTransferLine;
const NS = 'keys:';
const column = (
  key: string,
  kind: ColumnKind,
  screenPx: number,
  cell: Column<Row>['cell'],
  fields: readonly string[] = [],
): Column<Row> => ({ key, kind, label: `${NS}column.${key}`, paperMm: 20, screenPx, cell, fields });

export const TRANSFER_COLUMNS: Column<Row>[] = [
  column('serialNo', 'serial', 140, (row) => row.serialNo),
  column('plannedOn', 'day', 96, (row) => row.plannedOn, ['plannedOn']),
  column('fromParty', 'text', 170, (row) => row.fromParty, ['fromParty']),
  column('toParty', 'text', 170, (row) => row.toParty, ['toParty']),
  column('keys', 'count', 66, (row) => String(row.keys)),
  column('pieces', 'count', 76, (row) => String(row.pieces)),
  column('supervisor', 'person', 82, (row) => row.supervisorName ?? ''),
  column(
    'remark',
    'longText',
    220,
    (row, { t }) =>
      row.state === 'voided' ? t(`${NS}mark.voided`, { reason: row.voidReason ?? '' }) : (row.note ?? ''),
    ['note'],
  ),
];
