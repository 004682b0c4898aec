import type { Column, Wording } from '../columns';
import { dayOf, dayTimeOf, timeOf } from '../dates';
import { type CashCount, cashTotalCents, yuan } from '../money';
import { maskDocument, maskPhone } from '../text';
import type { FoundItemLine } from './found-items.row';

/**
 * The columns of S01's three papers, exactly as domain.md §3.1 words them. One list feeds screen, paper and export.
 * Cells never show verification features; phones and documents are masked even when the row came unmasked (trust.md C6).
 */

type Row = FoundItemLine;
const NS = 'found-items:';
const label = (key: string): string => `${NS}column.${key}`;
/** Joins what there is; empty parts leave no gap. */
const join = (...parts: (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(' ');

const features = (row: Row, { t }: Wording): string =>
  join(
    row.publicFeatures,
    row.cash ? t(`${NS}mark.cash`, { yuan: yuan(cashTotalCents(JSON.parse(row.cash) as CashCount)) }) : null,
  );

const confirmer2 = (row: Row, { t }: Wording): string => {
  if (row.confirmer2How === 'pending') return t(`${NS}mark.pending`);
  const name = row.confirmer2Name ?? '';
  return row.confirmer2How === 'witness' ? t(`${NS}mark.witness`, { name }) : name;
};

const finder = (row: Row): string =>
  row.finderDepartment ? `${row.finderName ?? ''}(${row.finderDepartment})` : (row.finderName ?? '');

const outcomeName = (row: Row, { t }: Wording): string =>
  row.outcome ? t(`${NS}outcome.${row.outcome}`) : '';

const document = (row: Row, { t }: Wording): string =>
  row.claimantDocumentKind
    ? join(
        t(`${NS}documentKind.${row.claimantDocumentKind}`),
        row.claimantDocument ? `****${maskDocument(row.claimantDocument)}` : t(`${NS}mark.noNumber`),
      )
    : '';

/** What the last column says: void and late marks first, then how it ended, then the recorder's own note. */
function remark(row: Row, wording: Wording): string {
  const { t } = wording;
  const parts: (string | null)[] = [];
  if (row.state === 'voided') parts.push(t(`${NS}mark.voided`, { reason: row.voidReason ?? '' }));
  if (row.late) parts.push(t(`${NS}mark.late`, { at: dayTimeOf(row.recordedAt) }));
  if (row.bagNo) parts.push(t(`${NS}mark.bag`, { no: row.bagNo }));
  if (row.outcome && row.outcome !== 'handedToPartyA')
    parts.push(
      t(`${NS}mark.outcome`, {
        outcome: outcomeName(row, wording),
        on: row.closedAt ? dayOf(row.closedAt) : '',
      }),
    );
  if (row.outcome === 'toPolice')
    parts.push(
      t(`${NS}mark.policeReceipt`, { station: row.policeStation ?? '', no: row.policeReceiptNo ?? '' }),
    );
  if (row.outcome === 'disposed')
    parts.push(
      t(`${NS}mark.disposal`, { manner: row.disposalManner ?? '', approver: row.approvedByName ?? '' }),
    );
  if (row.lostSerialNo) parts.push(t(`${NS}mark.lostReport`, { no: row.lostSerialNo }));
  if (row.archivedAt) parts.push(t(`${NS}mark.archived`, { on: dayOf(row.archivedAt) }));
  parts.push(row.note);
  return join(...parts);
}
const REMARK_FIELDS = ['note', 'bagNo', 'policeStation', 'policeReceiptNo', 'disposalManner'] as const;

/** A voided line keeps its number but counts nothing. */
const counted = (row: Row): number => (row.state === 'voided' ? 0 : row.quantity);

const line: Column<Row> = {
  key: 'line',
  kind: 'line',
  label: label('line'),
  paperMm: 8,
  screenPx: 0,
  cell: () => '',
  fields: [],
};
const quantity: Column<Row> = {
  key: 'quantity',
  kind: 'count',
  label: label('quantity'),
  paperMm: 9,
  screenPx: 46,
  cell: (row) => String(row.quantity),
  fields: ['quantity'],
  sum: counted,
};

/** F01 物品捡拾登记表: 16 columns, 262 mm between the margins of A4 landscape. */
export const FOUND_ITEM_COLUMNS: Column<Row>[] = [
  line,
  {
    key: 'serialNo',
    kind: 'serial',
    label: label('serialNo'),
    paperMm: 22,
    screenPx: 124,
    cell: (row) => row.serialNo,
    fields: [],
  },
  {
    key: 'foundOn',
    kind: 'day',
    label: label('foundOn'),
    paperMm: 16,
    screenPx: 92,
    cell: (row) => dayOf(row.foundAt),
    fields: ['foundAt'],
  },
  {
    key: 'foundTime',
    kind: 'time',
    label: label('foundTime'),
    paperMm: 11,
    screenPx: 52,
    cell: (row) => timeOf(row.foundAt),
    fields: ['foundAt'],
  },
  {
    key: 'name',
    kind: 'text',
    label: label('name'),
    paperMm: 20,
    screenPx: 110,
    cell: (row) => row.name,
    fields: ['name'],
  },
  {
    key: 'features',
    kind: 'longText',
    label: label('features'),
    paperMm: 26,
    screenPx: 124,
    cell: features,
    fields: ['publicFeatures', 'cash'],
  },
  quantity,
  {
    key: 'confirmer1',
    kind: 'signature',
    label: label('confirmer1'),
    paperMm: 15,
    screenPx: 58,
    cell: (row) => row.confirmer1Name,
    fields: ['confirmer1Name'],
  },
  {
    key: 'confirmer2',
    kind: 'signature',
    label: label('confirmer2'),
    paperMm: 15,
    screenPx: 58,
    cell: confirmer2,
    fields: ['confirmer2Name'],
  },
  {
    key: 'foundPlace',
    kind: 'place',
    label: label('foundPlace'),
    paperMm: 19,
    screenPx: 108,
    cell: (row) => row.foundPlace,
    fields: ['foundPlace'],
  },
  {
    key: 'finder',
    kind: 'person',
    label: label('finder'),
    paperMm: 17,
    screenPx: 84,
    cell: finder,
    fields: ['finderName', 'finderDepartment'],
  },
  {
    key: 'receiver',
    kind: 'signature',
    label: label('receiver'),
    paperMm: 17,
    screenPx: 90,
    cell: (row) => join(row.receivedByName, dayTimeOf(row.receivedAt)),
    fields: [],
  },
  {
    key: 'storagePlace',
    kind: 'place',
    label: label('storagePlace'),
    paperMm: 13,
    screenPx: 72,
    cell: (row) => row.storagePlace,
    fields: ['storagePlace'],
  },
  {
    key: 'notified',
    kind: 'text',
    label: label('notified'),
    paperMm: 17,
    screenPx: 90,
    cell: (row) => join(row.partyANotifiedAt ? dayTimeOf(row.partyANotifiedAt) : null, row.partyAContact),
    fields: ['partyAContact'],
  },
  {
    key: 'collected',
    kind: 'signature',
    label: label('collected'),
    paperMm: 17,
    screenPx: 88,
    cell: (row) =>
      row.outcome === 'handedToPartyA'
        ? join(row.collectorName, row.closedAt ? dayOf(row.closedAt) : null)
        : '',
    fields: [],
  },
  {
    key: 'remark',
    kind: 'longText',
    label: label('remark'),
    paperMm: 20,
    screenPx: 94,
    cell: remark,
    fields: REMARK_FIELDS,
  },
];

/** F03 捡拾物品月报表. */
export const FOUND_MONTHLY_COLUMNS: Column<Row>[] = [
  { ...line, paperMm: 12 },
  {
    key: 'serialNo',
    kind: 'serial',
    label: label('serialNo'),
    paperMm: 32,
    screenPx: 130,
    cell: (row) => row.serialNo,
    fields: [],
  },
  {
    key: 'foundOn',
    kind: 'day',
    label: label('day'),
    paperMm: 26,
    screenPx: 100,
    cell: (row) => dayOf(row.foundAt),
    fields: ['foundAt'],
  },
  {
    key: 'name',
    kind: 'text',
    label: label('itemName'),
    paperMm: 42,
    screenPx: 150,
    cell: (row) => row.name,
    fields: ['name'],
  },
  { ...quantity, paperMm: 14 },
  {
    key: 'finder',
    kind: 'person',
    label: label('finderName'),
    paperMm: 34,
    screenPx: 120,
    cell: finder,
    fields: ['finderName', 'finderDepartment'],
  },
  {
    key: 'outcome',
    kind: 'choice',
    label: label('outcome'),
    paperMm: 40,
    screenPx: 120,
    cell: outcomeName,
    fields: [],
  },
  {
    key: 'outcomeOn',
    kind: 'day',
    label: label('outcomeOn'),
    paperMm: 26,
    screenPx: 100,
    cell: (row) => (row.outcome && row.closedAt ? dayOf(row.closedAt) : ''),
    fields: [],
  },
  {
    key: 'remark',
    kind: 'longText',
    label: label('remark'),
    paperMm: 36,
    screenPx: 160,
    cell: (row, { t }) =>
      join(row.state === 'voided' ? t(`${NS}mark.voided`, { reason: row.voidReason ?? '' }) : null, row.note),
    fields: ['note'],
  },
];

/** F04 失物招领(认领)记录表: one line per claimed item; the claimant's own hand signs. */
export const FOUND_CLAIM_COLUMNS: Column<Row>[] = [
  { ...line, paperMm: 8 },
  {
    key: 'serialNo',
    kind: 'serial',
    label: label('itemSerialNo'),
    paperMm: 23,
    screenPx: 130,
    cell: (row) => row.serialNo,
    fields: [],
  },
  {
    key: 'owner',
    kind: 'person',
    label: label('ownerName'),
    paperMm: 17,
    screenPx: 100,
    cell: (row) => row.claimantName ?? '',
    fields: [],
  },
  {
    key: 'phone',
    kind: 'text',
    label: label('phone'),
    paperMm: 20,
    screenPx: 110,
    cell: (row) => (row.claimantPhone ? maskPhone(row.claimantPhone) : ''),
    fields: [],
  },
  {
    key: 'unit',
    kind: 'text',
    label: label('unit'),
    paperMm: 19,
    screenPx: 110,
    cell: (row) => row.claimantUnit ?? '',
    fields: ['claimantUnit'],
  },
  {
    key: 'document',
    kind: 'text',
    label: label('document'),
    paperMm: 22,
    screenPx: 130,
    cell: document,
    fields: [],
  },
  {
    key: 'statement',
    kind: 'longText',
    label: label('statement'),
    paperMm: 31,
    screenPx: 200,
    cell: (row) => row.claimStatement ?? '',
    fields: [],
  },
  {
    key: 'lostWhere',
    kind: 'longText',
    label: label('lostWhere'),
    paperMm: 23,
    screenPx: 150,
    cell: (row) => row.claimLostWhere ?? '',
    fields: [],
  },
  {
    key: 'matchResult',
    kind: 'choice',
    label: label('matchResult'),
    paperMm: 14,
    screenPx: 80,
    cell: (row, { t }) => (row.claimMatch ? t(`${NS}match.${row.claimMatch}`) : ''),
    fields: [],
  },
  {
    key: 'claimant',
    kind: 'signature',
    label: label('claimant'),
    paperMm: 18,
    screenPx: 0,
    cell: () => '',
    fields: [],
  },
  {
    key: 'claimedOn',
    kind: 'day',
    label: label('claimedOn'),
    paperMm: 18,
    screenPx: 100,
    cell: (row) => (row.closedAt ? dayOf(row.closedAt) : ''),
    fields: [],
  },
  {
    key: 'handler',
    kind: 'person',
    label: label('handler'),
    paperMm: 16,
    screenPx: 100,
    cell: (row) => row.closedByName ?? '',
    fields: [],
  },
  {
    key: 'witness',
    kind: 'person',
    label: label('witness'),
    paperMm: 16,
    screenPx: 100,
    cell: (row) => row.claimWitness ?? '',
    fields: [],
  },
  {
    key: 'remark',
    kind: 'longText',
    label: label('remark'),
    paperMm: 17,
    screenPx: 160,
    cell: (row, { t }) =>
      join(
        row.state === 'voided' ? t(`${NS}mark.voided`, { reason: row.voidReason ?? '' }) : null,
        row.claimFeeCents ? t(`${NS}mark.fee`, { yuan: yuan(row.claimFeeCents) }) : null,
        row.lostSerialNo ? t(`${NS}mark.lostReport`, { no: row.lostSerialNo }) : null,
      ),
    fields: [],
  },
];
