import type { Column, ColumnKind } from '../../../shared/columns';
import { dayTimeOf } from '../../../shared/dates';
import type { ReleaseRequestLine } from '../../../shared/registers/release-requests.row';

/** Columns of the applications. They stand on no paper: the slip does. */

type Row = ReleaseRequestLine;
const column = (
  key: string,
  kind: ColumnKind,
  screenPx: number,
  cell: Column<Row>['cell'],
  label = `goods-releases:field.releaseRequests.${key}`,
): Column<Row> => ({ key, kind, label, paperMm: 0, screenPx, cell, fields: [] });

export const REQUEST_COLUMNS: Column<Row>[] = [
  column(
    'state',
    'choice',
    124,
    (row, { t }) => t(`goods-releases:state.releaseRequests.${row.state}`),
    'book:field.state',
  ),
  column('recordedAt', 'dayTime', 132, (row) => dayTimeOf(row.recordedAt)),
  column('unitName', 'text', 120, (row) => row.unitName),
  column('ownerName', 'person', 92, (row) => row.ownerName ?? ''),
  column('handlerName', 'person', 92, (row) => row.handlerName ?? ''),
  column('relation', 'choice', 86, (row, { t }) => t(`goods-releases:relation.${row.relation}`)),
  column('summary', 'longText', 300, (row) => row.summary),
  column('submittedByName', 'person', 88, (row) => row.submittedByName ?? row.recorderName),
  column(
    'note',
    'longText',
    170,
    (row, { t }) =>
      [
        row.replacesNo && t('goods-releases:mark.replaces', { no: row.replacesNo }),
        row.sentBackReason && t('goods-releases:mark.sentBack', { reason: row.sentBackReason }),
        row.withdrawnReason,
        row.note,
      ]
        .filter(Boolean)
        .join(' '),
    'book:field.note',
  ),
];
