import type { Column, ColumnKind, Wording } from '../columns';
import { dayOf } from '../dates';
import type { MandateKeys } from './key-mandates';
import type { KeyMandateLine } from './key-mandates.row';

/** The columns of the mandate book (S04): screen and export. The paper of a mandate is F08, one each. */

type Row = KeyMandateLine;
const NS = 'keys:';
const column = (
  key: string,
  kind: ColumnKind,
  screenPx: number,
  cell: Column<Row>['cell'],
  fields: readonly string[] = [],
): Column<Row> => ({ key, kind, label: `${NS}column.${key}`, paperMm: 20, screenPx, cell, fields });

/** `入户门 ×2、信箱 ×1`. */
export const keyListText = (keyList: string): string =>
  (JSON.parse(keyList) as MandateKeys).map(({ name, pieces }) => `${name} ×${pieces}`).join('、');

/** Days to the end, or how many days over; empty when the mandate is no longer in force. */
export function daysText(row: Pick<Row, 'daysLeft'>, { t }: Wording): string {
  if (row.daysLeft === null) return '';
  return row.daysLeft < 0
    ? t(`${NS}mark.expired`, { n: -row.daysLeft })
    : t(`${NS}mark.days`, { n: row.daysLeft });
}

export const MANDATE_COLUMNS: Column<Row>[] = [
  column('serialNo', 'serial', 128, (row) => row.serialNo),
  column('unit', 'text', 96, (row) => row.unitCode),
  column('owner', 'person', 82, (row) => row.ownerName ?? '', ['ownerName']),
  column('purpose', 'longText', 150, (row) => row.purpose, ['purpose']),
  column('keyList', 'longText', 170, (row) => keyListText(row.keyList)),
  column('pieces', 'count', 66, (row) => String(row.pieces)),
  column('period', 'text', 190, (row) => `${row.fromOn} – ${row.toOn}`),
  column('daysLeft', 'text', 96, daysText),
  column('allowedPersons', 'longText', 120, (row) => row.allowedPersons ?? '', ['allowedPersons']),
  column('receiver', 'person', 74, (row) => row.receivedByName),
  column('receivedAt', 'day', 96, (row) => dayOf(row.receivedAt)),
  column(
    'remark',
    'longText',
    130,
    (row, { t }) =>
      row.state === 'voided' ? t(`${NS}mark.voided`, { reason: row.voidReason ?? '' }) : (row.note ?? ''),
    ['note'],
  ),
];
