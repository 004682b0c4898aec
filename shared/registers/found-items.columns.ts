import type { Column, ColumnKind } from '../columns';
import { dayOf, dayTimeOf, timeOf } from '../dates';
import { yuan } from '../money';
import { maskPhone } from '../text';
import {
  confirmer2,
  document,
  features,
  finder,
  join,
  NS,
  outcomeName,
  REMARK_FIELDS,
  remark,
  voidMark,
} from './found-items.cells';
import type { FoundItemLine } from './found-items.row';

/**
 * The columns of S01's three papers, exactly as domain.md §3.1 words them. One list feeds screen, paper and export.
 * Cells never show verification features; phones and documents are masked even when the row came unmasked (trust.md C6).
 */

type Row = FoundItemLine;
type Cell = Column<Row>['cell'];

/** A column headed by the words of its key (or of `label`); widths in mm on paper and px on screen. */
const column = (
  key: string,
  kind: ColumnKind,
  [paperMm, screenPx]: readonly [number, number],
  cell: Cell,
  fields: readonly string[] = [],
  label = key,
): Column<Row> => ({ key, kind, label: `${NS}column.${label}`, paperMm, screenPx, cell, fields });

const line = column('line', 'line', [8, 0], () => '');
const serialNo = column('serialNo', 'serial', [22, 124], (row) => row.serialNo);
const foundOn = column('foundOn', 'day', [16, 92], (row) => dayOf(row.foundAt), ['foundAt']);
const name = column('name', 'text', [20, 106], (row) => row.name, ['name']);
const quantity: Column<Row> = {
  ...column('quantity', 'count', [9, 46], (row) => String(row.quantity), ['quantity']),
  // A voided line keeps its number but counts nothing.
  sum: (row) => (row.state === 'voided' ? 0 : row.quantity),
};
const who = column('finder', 'person', [17, 82], finder, ['finderName', 'finderDepartment']);

/** F01 物品捡拾登记表: 16 columns, 262 mm between the margins of A4 landscape. */
export const FOUND_ITEM_COLUMNS: Column<Row>[] = [
  line,
  serialNo,
  foundOn,
  column('foundTime', 'time', [11, 52], (row) => timeOf(row.foundAt), ['foundAt']),
  name,
  column('features', 'longText', [26, 114], features, ['publicFeatures', 'cash']),
  quantity,
  column('confirmer1', 'signature', [15, 80], (row) => row.confirmer1Name),
  column('confirmer2', 'signature', [15, 80], confirmer2),
  column('foundPlace', 'place', [19, 102], (row) => row.foundPlace, ['foundPlace']),
  who,
  column('receiver', 'signature', [17, 90], (row) => join(row.receivedByName, dayTimeOf(row.receivedAt))),
  column('storagePlace', 'place', [13, 72], (row) => row.storagePlace, ['storagePlace']),
  column('notified', 'text', [17, 90], (row) => join(at(row.partyANotifiedAt), row.partyAContact), [
    'partyAContact',
  ]),
  column('collected', 'signature', [17, 88], (row) =>
    row.outcome === 'handedToPartyA' ? join(row.collectorName, on(row.closedAt)) : '',
  ),
  column('remark', 'longText', [20, 94], remark, REMARK_FIELDS),
];

/** F03 捡拾物品月报表. */
export const FOUND_MONTHLY_COLUMNS: Column<Row>[] = [
  { ...line, paperMm: 12 },
  { ...serialNo, paperMm: 32 },
  column('foundOn', 'day', [26, 100], (row) => dayOf(row.foundAt), ['foundAt'], 'day'),
  column('name', 'text', [42, 150], (row) => row.name, ['name'], 'itemName'),
  { ...quantity, paperMm: 14 },
  column('finder', 'person', [34, 120], finder, who.fields, 'finderName'),
  column('outcome', 'choice', [40, 120], outcomeName),
  column('outcomeOn', 'day', [26, 100], (row) => (row.outcome ? on(row.closedAt) : '')),
  column('remark', 'longText', [36, 160], (row, wording) => join(voidMark(row, wording), row.note), ['note']),
];

/** F04 失物招领(认领)记录表: one line per claimed item; the claimant's own hand signs. */
export const FOUND_CLAIM_COLUMNS: Column<Row>[] = [
  line,
  column('serialNo', 'serial', [23, 130], (row) => row.serialNo, [], 'itemSerialNo'),
  column('owner', 'person', [17, 100], (row) => row.claimantName ?? '', [], 'ownerName'),
  column('phone', 'text', [20, 110], (row) => (row.claimantPhone ? maskPhone(row.claimantPhone) : '')),
  column('unit', 'text', [19, 110], (row) => row.claimantUnit ?? '', ['claimantUnit']),
  column('document', 'text', [22, 130], document),
  column('statement', 'longText', [29, 200], (row) => row.claimStatement ?? ''),
  column('lostWhere', 'longText', [23, 150], (row) => row.claimLostWhere ?? ''),
  column('matchResult', 'choice', [14, 80], (row, { t }) =>
    row.claimMatch ? t(`${NS}match.${row.claimMatch}`) : '',
  ),
  column('claimant', 'signature', [18, 0], () => ''),
  column('claimedOn', 'day', [16, 100], (row) => on(row.closedAt)),
  column('handler', 'person', [16, 100], (row) => row.closedByName ?? ''),
  column('witness', 'person', [16, 100], (row) => row.claimWitness ?? ''),
  column('remark', 'longText', [21, 160], (row, wording) =>
    join(
      voidMark(row, wording),
      row.claimFeeCents ? wording.t(`${NS}mark.fee`, { yuan: yuan(row.claimFeeCents) }) : null,
      row.lostSerialNo ? wording.t(`${NS}mark.lostReport`, { no: row.lostSerialNo }) : null,
    ),
  ),
];

function at(instant: string | null): string {
  return instant ? dayTimeOf(instant) : '';
}
function on(instant: string | null): string {
  return instant ? dayOf(instant) : '';
}
