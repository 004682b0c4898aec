import type { Column, ColumnKind } from '../columns';
import { dayTimeOf } from '../dates';
import { yuan } from '../money';
import type { ToolLine } from './tools.row';

/** The inventory of tools and radios (S18), for screen and export; it has no paper of its own. */

type Row = ToolLine;
const NS = 'custody:';

const column = (
  key: string,
  kind: ColumnKind,
  screenPx: number,
  cell: Column<Row>['cell'],
  fields: readonly string[] = [],
): Column<Row> => ({
  key,
  kind,
  label: `${NS}column.tools.${key}`,
  paperMm: 0,
  screenPx,
  cell,
  fields,
});

export const TOOL_COLUMNS: Column<Row>[] = [
  column('toolNo', 'serial', 150, (row) => row.toolNo, ['toolNo']),
  column('name', 'text', 150, (row) => row.name, ['name']),
  column('kind', 'choice', 90, (row, { t }) => t(`${NS}toolKind.${row.kind}`)),
  column('keepPlace', 'place', 130, (row) => row.keepPlace ?? '', ['keepPlace']),
  column('lendDays', 'text', 110, (row, { t }) =>
    row.lendDays === 0 ? t(`${NS}mark.sameDay`) : t(`${NS}mark.days`, { n: row.lendDays }),
  ),
  column('deposit', 'money', 100, (row) => (row.depositCents > 0 ? yuan(row.depositCents) : ''), [
    'depositCents',
  ]),
  column('borrower', 'person', 120, (row) => row.borrowerName ?? ''),
  column('dueAt', 'dayTime', 140, (row) => (row.dueAt ? dayTimeOf(row.dueAt) : '')),
  column(
    'condition',
    'longText',
    220,
    (row) => row.repairReason ?? row.retiredReason ?? row.condition ?? row.note ?? '',
    ['condition', 'note'],
  ),
];
