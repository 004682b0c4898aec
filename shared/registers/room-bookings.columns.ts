import type { Column, ColumnKind, Wording } from '../columns';
import { dayOf, timeOf } from '../dates';
import { yuan } from '../money';
import type { RoomBookingLine } from './room-bookings.row';

/** 会议室使用登记 (S22) for screen and export; its papers are the slip F29 and the week board F30. */

type Row = RoomBookingLine;
const NS = 'business:';

const column = (
  key: string,
  kind: ColumnKind,
  screenPx: number,
  cell: Column<Row>['cell'],
  fields: readonly string[] = [],
): Column<Row> => ({
  key,
  kind,
  label: `${NS}column.roomBookings.${key}`,
  paperMm: 0,
  screenPx,
  cell,
  fields,
});

/** `2026-11-21 09:00–11:00`. */
export const hoursOf = ({ fromAt, toAt }: Pick<Row, 'fromAt' | 'toAt'>): string =>
  `${dayOf(fromAt)} ${timeOf(fromAt)}–${timeOf(toAt)}`;

const money = (row: Row, { t }: Wording): string =>
  [yuan(row.feeCents + (row.overtimeCents ?? 0)), row.settlement && t(`${NS}settlement.${row.settlement}`)]
    .filter(Boolean)
    .join(' ');

export const BOOKING_COLUMNS: Column<Row>[] = [
  column('serialNo', 'serial', 128, (row) => row.serialNo),
  column('hours', 'text', 190, hoursOf),
  column('room', 'place', 120, (row) => row.roomName),
  column('subject', 'text', 200, (row) => row.subject, ['subject']),
  column('customer', 'person', 150, (row) => row.customerName, ['customerName']),
  column('contact', 'person', 150, (row) => [row.contactName, row.contactPhone].filter(Boolean).join(' '), [
    'contactName',
  ]),
  column('people', 'count', 64, (row) => String(row.people), ['people']),
  column('fee', 'money', 130, money),
  column('remarks', 'longText', 220, (row) => row.damageList ?? row.cancelReason ?? row.note ?? '', ['note']),
];
