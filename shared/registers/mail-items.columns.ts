import type { Column, ColumnKind, Wording } from '../columns';
import { dayOf, dayTimeOf, timeOf } from '../dates';
import type { MailItemLine } from './mail-items.row';

/** F22 邮件(快递)收发登记表, columns as domain.md §3.5; one list for screen, paper and export. */

type Row = MailItemLine;
const NS = 'mail:';

const column = (
  key: string,
  kind: ColumnKind,
  [paperMm, screenPx]: readonly [number, number],
  cell: Column<Row>['cell'],
  fields: readonly string[] = [],
): Column<Row> => ({ key, kind, label: `${NS}column.${key}`, paperMm, screenPx, cell, fields });

const at = (instant: string | null): string => (instant ? dayTimeOf(instant) : '');

/** 类别: an out-going item says so first, for both stand in one book. */
const kindText = ({ direction, kind }: Row, { t }: Wording): string => {
  const word = t(`${NS}kind.${kind}`);
  return direction === 'out' ? t(`${NS}mark.out`, { kind: word }) : word;
};

/** 退件/备注: what became of it, damage, care, and why. */
export function fate(row: Row, { t }: Wording): string {
  const parts: (string | null | false)[] = [
    row.voidedAt && t(`${NS}mark.voided`, { reason: row.voidReason ?? '' }),
    row.perishable === 1 && t(`${NS}mark.perishable`),
    row.valuable === 1 && t(`${NS}mark.valuable`),
    row.cod === 1 && t(`${NS}mark.cod`),
    row.damage && t(`${NS}mark.damage`, { what: row.damage, courier: row.courierName ?? '' }),
    row.state === 'unsigned' && row.closure && t(`${NS}mark.${row.closure}`),
    row.state === 'returned' &&
      t(`${NS}mark.returned`, { reason: t(`${NS}returnReason.${row.returnReason ?? 'unclaimed'}`) }),
    row.state === 'forwarded' && t(`${NS}mark.forwarded`, { to: row.destination ?? '' }),
    row.state === 'lost' && t(`${NS}mark.lost`),
    row.direction === 'out' && t(`${NS}mark.to`, { to: row.destination ?? '' }),
    row.state === 'withdrawn' && t(`${NS}mark.withdrawn`),
    row.closeNote,
    row.note,
  ];
  return parts.filter(Boolean).join(t(`${NS}mark.semicolon`));
}

/** Who took it, as a reminder beside the ink; what was left says that nobody signed. */
const taker = (row: Row, { t }: Wording): string =>
  row.state === 'unsigned' ? t(`${NS}mark.unsigned`) : (row.takerName ?? '');

const relation = (row: Row, { t }: Wording): string => {
  if (row.takerRelation === null) return '';
  const word = t(`${NS}relation.${row.takerRelation}`);
  return row.takerIdTail ? `${word} *${row.takerIdTail}` : word;
};

/** 262 mm in all; signature cells have no width on screen. */
export const MAIL_ITEM_COLUMNS: Column<Row>[] = [
  column('line', 'line', [7, 0], () => ''),
  column('serialNo', 'serial', [22, 128], (row) => row.serialNo),
  column('receivedOn', 'day', [16, 90], (row) => dayOf(row.receivedAt), ['receivedAt']),
  column('receivedTime', 'time', [10, 52], (row) => timeOf(row.receivedAt), ['receivedAt']),
  column('kind', 'choice', [15, 76], kindText, ['kind']),
  column('carrier', 'text', [13, 78], (row) => row.carrier ?? '', ['carrier']),
  column('trackingNo', 'text', [25, 152], (row) => row.trackingNo ?? '', ['trackingNo']),
  column('sender', 'person', [13, 76], (row) => row.senderName ?? '', ['senderName']),
  column('addressee', 'person', [15, 92], (row) => row.addresseeName ?? '', ['addresseeName']),
  column('place', 'place', [18, 84], (row) => row.unitCode ?? row.department ?? ''),
  column('pieces', 'count', [8, 44], (row) => String(row.pieces), ['pieces']),
  column('shelf', 'place', [9, 52], (row) => row.shelf ?? ''),
  column('notifiedAt', 'dayTime', [17, 122], (row) => at(row.notifiedAt)),
  column('signature', 'signature', [18, 0], taker, ['takerName']),
  column('closedAt', 'dayTime', [17, 122], (row) => at(row.closedAt)),
  column('relation', 'choice', [15, 70], relation),
  column('remark', 'longText', [24, 200], fate, ['damage', 'courierName', 'destination', 'note']),
];

/** On screen and in exports: the taker in words instead of a cell to sign, and how long it waited (KPI: days waiting). */
export const MAIL_ITEM_SCREEN: Column<Row>[] = MAIL_ITEM_COLUMNS.flatMap((one) =>
  one.key === 'signature'
    ? [
        column('days', 'count', [0, 52], (row) => (row.direction === 'in' ? String(row.days) : '')),
        column('taker', 'person', [0, 76], taker, ['takerName']),
      ]
    : [one],
);
