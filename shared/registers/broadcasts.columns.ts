import type { Column, ColumnKind, Wording } from '../columns';
import { dayOf, dayTimeOf } from '../dates';
import type { BroadcastLine } from './broadcasts.row';

/** F36 播音记录表, columns as domain.md §3; one list for screen, paper and export. */

type Row = BroadcastLine;
const NS = 'broadcasts:';

const column = (
  key: string,
  kind: ColumnKind,
  [paperMm, screenPx]: readonly [number, number],
  cell: Column<Row>['cell'],
  fields: readonly string[] = [],
): Column<Row> => ({ key, kind, label: `${NS}column.${key}`, paperMm, screenPx, cell, fields });

const listed = (t: Wording['t'], ...parts: (string | null | undefined | false)[]): string =>
  parts.filter(Boolean).join(t(`${NS}mark.comma`));

/** 262 mm in all. */
export const BROADCAST_COLUMNS: Column<Row>[] = [
  column('line', 'line', [8, 0], () => ''),
  column('serialNo', 'serial', [28, 128], (row) => row.serialNo),
  column('fromAt', 'dayTime', [26, 130], (row) => dayTimeOf(row.fromAt)),
  column(
    'kind',
    'choice',
    [20, 120],
    (row, { t }) => listed(t, t(`${NS}kind.${row.kind}`), t(`${NS}purpose.${row.purpose}`)),
    ['purpose'],
  ),
  column('summary', 'longText', [50, 220], (row) => row.summary),
  column('asked', 'person', [28, 140], (row) => `${row.department} ${row.requester}`, [
    'department',
    'requester',
  ]),
  column('approved', 'person', [26, 130], (row) =>
    row.approvedByName && row.approvedAt ? `${row.approvedByName} ${dayOf(row.approvedAt)}` : '',
  ),
  column('played', 'text', [16, 80], (row) => `${row.played} / ${row.repetitions}`),
  column('announcer', 'person', [22, 110], (row, { t }) => listed(t, ...row.announcers)),
  column(
    'result',
    'longText',
    [38, 220],
    (row, { t }) =>
      listed(
        t,
        row.voidedAt && t(`${NS}mark.voided`, { reason: row.voidReason ?? '' }),
        row.refusedAt && t(`${NS}mark.refused`, { reason: row.refusedReason ?? '' }),
        row.result,
        row.notPlayedReason && t(`${NS}mark.notPlayed`, { reason: row.notPlayedReason }),
        row.note,
      ),
    ['note'],
  ),
];
