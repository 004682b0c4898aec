import type { Column, ColumnKind, Wording } from '../columns';
import { dayOf } from '../dates';
import type { NoticeLine } from './notices.row';

/** F34 LED/公告发布申请表, columns as domain.md §3; one list for screen, paper and export. */

type Row = NoticeLine;
const NS = 'notices:';

const column = (
  key: string,
  kind: ColumnKind,
  [paperMm, screenPx]: readonly [number, number],
  cell: Column<Row>['cell'],
  fields: readonly string[] = [],
): Column<Row> => ({ key, kind, label: `${NS}column.${key}`, paperMm, screenPx, cell, fields });

/** Parts of a cell one after the other, as its language separates them. */
const listed = (t: Wording['t'], ...parts: (string | null | undefined | false)[]): string =>
  parts.filter(Boolean).join(t(`${NS}mark.comma`));
const signed = (name: string | null, at: string | null): string => (name && at ? `${name} ${dayOf(at)}` : '');

/** 262 mm in all. */
export const NOTICE_COLUMNS: Column<Row>[] = [
  column('line', 'line', [8, 0], () => ''),
  column('serialNo', 'serial', [28, 128], (row) => row.serialNo),
  column('title', 'longText', [46, 220], (row) => row.title),
  column('kind', 'choice', [18, 88], (row, { t }) => t(`${NS}kind.${row.kind}`), ['kind']),
  column(
    'place',
    'text',
    [38, 180],
    (row, { t }) => listed(t, t(`${NS}medium.${row.medium}`), row.postedPlace ?? row.place, row.plays),
    ['plays'],
  ),
  column('term', 'text', [24, 184], (row) => `${row.fromOn} – ${row.toOn}`),
  column('asked', 'person', [22, 96], (row) => listed(() => ' ', row.department, row.recorderName), [
    'department',
  ]),
  column('approved', 'person', [24, 130], (row) => signed(row.approvedByName, row.approvedAt)),
  column('posted', 'person', [24, 130], (row) => signed(row.postedByName, row.postedAt)),
  column(
    'removed',
    'longText',
    [30, 200],
    (row, { t }) =>
      listed(
        t,
        row.voidedAt && t(`${NS}mark.voided`, { reason: row.voidReason ?? '' }),
        row.state === 'withdrawn' && t(`${NS}mark.withdrawn`, { reason: row.withdrawnReason ?? '' }),
        signed(row.removedByName, row.removedAt),
        row.note,
      ),
    ['note'],
  ),
];
